// SPDX-License-Identifier: Apache-2.0
#include "engine/script/environment.hpp"

#include <array>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "engine/script/bytecode.hpp"
#include "engine/script/freeze.hpp"
#include "engine/script/sandbox.hpp"
#include "grammar/text/nearest.hpp"

namespace gouji::script {

namespace {

constexpr std::array<std::string_view, 14> global_names{"assert", "error", "ipairs", "next", "pairs", "select", "tonumber", "tostring",
                                                        "type", "require", "string", "table", "math", "utf8"};

const char library_key = 0;  // registry: "pack/name" → what the file returned, frozen; false while it loads

// Seals the table of functions at the top and sets it in the table below it.
void add_part(lua_State* L, const char* name) {
    lua_pushnil(L);
    while (lua_next(L, -2) != 0) {
        if (lua_isfunction(L, -1)) note_stateless(L);
        lua_pop(L, 1);
    }
    seal(L);
    lua_setfield(L, -2, name);
}

void push_library(lua_State* L, lua_CFunction open, std::initializer_list<const char*> without) {
    lua_pushcfunction(L, open);
    lua_call(L, 0, 1);
    for (const char* name : without) {
        lua_pushnil(L);
        lua_setfield(L, -2, name);
    }
}

const ScriptFile* find_library(const ScriptPack& pack, const char* name) {
    for (const ScriptFile& file : pack.library) {
        std::string_view path = file.path;
        if (!path.starts_with("lib/") || !path.ends_with(".lua")) continue;
        path.remove_prefix(4);
        path.remove_suffix(4);
        if (path.size() == std::strlen(name) && std::equal(path.begin(), path.end(), name, [](char a, char b) { return a == b || (a == '/' && b == '.'); })) {
            return &file;
        }
    }
    return nullptr;
}

int refuse_require(lua_State* L, const char* zh, const char* en, const char* name) {
    Sandbox& sandbox = Sandbox::of(L);
    sandbox.message() = {fmt::format(fmt::runtime(zh), name), fmt::format(fmt::runtime(en), name)};
    return sandbox.raise();
}

int require(lua_State* L) {
    Sandbox& sandbox = Sandbox::of(L);
    const auto pack = static_cast<std::size_t>(lua_tointeger(L, lua_upvalueindex(1)));
    const char* name = luaL_checkstring(L, 1);
    if (!sandbox.loading()) return refuse_require(L, "require(\"{}\") 只能写在文件开头，不能写在函数里", "require(\"{}\") belongs at the head of the file, not in a function", name);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &library_key);
    lua_pushfstring(L, "%d/%s", static_cast<int>(pack), name);
    lua_pushvalue(L, -1);
    const int known = lua_rawget(L, -3);
    if (known == LUA_TBOOLEAN) return refuse_require(L, "lib/{}.lua 绕回来又引用了自己", "lib/{}.lua requires itself", name);
    if (known != LUA_TNIL) return 1;
    lua_pop(L, 1);
    const ScriptFile* file = find_library(sandbox.packs()[pack], name);
    if (file == nullptr) return refuse_require(L, "本规则包没有 lib/{}.lua", "this pack has no lib/{}.lua", name);
    lua_pushvalue(L, -1);
    lua_pushboolean(L, 0);
    lua_rawset(L, -4);
    sandbox.load_chunk(*file);
    lua_call(L, 0, 1);
    if (lua_isnil(L, -1)) return refuse_require(L, "lib/{}.lua 没有返回任何东西", "lib/{}.lua returns nothing", name);
    freeze(L);
    lua_insert(L, -2);
    lua_pushvalue(L, -2);
    lua_rawset(L, -4);
    return 1;
}

void append_suggestion(text::Bilingual& message, const std::string& name) {
    const auto near = text::nearest(name, std::vector<std::string>{global_names.begin(), global_names.end()});
    if (!near) return;
    message.zh += fmt::format("，是不是“{}”？", *near);
    message.en += fmt::format("; did you mean “{}”?", *near);
}

// Assigned, or not there.
bool is_bad_global(const OuterUse& use) {
    if (use.kind == OuterUse::Kind::assigns_global) return true;
    return use.kind == OuterUse::Kind::reads_global && std::ranges::find(global_names, use.name) == global_names.end();
}

// The line of the first bad global, with the message put down; 0: all is well.
std::uint32_t find_bad_global(Sandbox& sandbox, const std::string& dump) {
    std::vector<OuterUse> uses;
    if (!scan_outer_uses(dump, uses)) return 0;
    const auto bad = std::ranges::find_if(uses, is_bad_global);
    if (bad == uses.end()) return 0;
    const std::string name{bad->name};
    if (bad->kind == OuterUse::Kind::assigns_global) {
        sandbox.message() = {fmt::format("“{}”是全局变量，不能赋值；前面是不是漏了 local？", name),
                             fmt::format("“{}” is a global variable and cannot be assigned; is “local” missing?", name)};
    } else {
        sandbox.message() = {fmt::format("没有“{}”这个名字，规则里用不了", name), fmt::format("there is no “{}” for rules", name)};
        append_suggestion(sandbox.message(), name);
    }
    return bad->line;
}

}  // namespace

bool names_bad_global(std::string_view bytecode) {
    std::vector<OuterUse> uses;
    return scan_outer_uses(bytecode, uses) && std::ranges::any_of(uses, is_bad_global);
}

void check_globals(lua_State* L, std::size_t chunk) {
    Sandbox& sandbox = Sandbox::of(L);
    sandbox.scratch().clear();
    append_dump(L, sandbox.scratch(), true);
    const std::uint32_t line = find_bad_global(sandbox, sandbox.scratch());
    if (line != 0) sandbox.raise_at(chunk, line);
}

void wrap_stock(lua_State* L, const char* name, lua_CFunction wrapper) {
    lua_getfield(L, -1, name);
    lua_pushcclosure(L, wrapper, 1);
    lua_setfield(L, -2, name);
}

void charge(lua_State* L, std::size_t steps) {
    if (!Sandbox::of(L).meter().charge(steps)) luaL_error(L, "limit");
}

void push_environment(lua_State* L, std::size_t pack) {
    if (pack == 0) {
        lua_newtable(L);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &library_key);
    }
    push_base_functions(L);
    lua_pushinteger(L, static_cast<lua_Integer>(pack));
    lua_pushcclosure(L, &require, 1);
    note_stateless(L);
    lua_setfield(L, -2, "require");
    push_string_functions(L);
    add_part(L, "string");
    push_table_functions(L);
    add_part(L, "table");
    push_library(L, luaopen_math, {"random", "randomseed"});
    add_part(L, "math");
    push_library(L, luaopen_utf8, {});
    add_part(L, "utf8");
    seal(L);
}

}  // namespace gouji::script
