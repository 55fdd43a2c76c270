// SPDX-License-Identifier: Apache-2.0
#include "engine/script/freeze.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "engine/script/bytecode.hpp"
#include "engine/script/sandbox.hpp"

namespace gouji::script {

namespace {

constexpr int deepest = 100;

// Keys of the registry: the address is what counts.
const char stateless_key = 0;  // C function → true
const char mark_key = 0;       // in the metatable of a frozen table: the table behind it

int refuse_write(lua_State* L) {
    Sandbox& sandbox = Sandbox::of(L);
    const char* key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
    sandbox.message() = {fmt::format("这里的表是只读的，不能给“{}”赋值：规则不能在两份报告之间保留任何东西", key),
                         fmt::format("this table is read-only, “{}” cannot be assigned: a rule keeps nothing between reports", key)};
    return sandbox.raise();
}

int frozen_length(lua_State* L) {
    if (!push_behind(L, 1)) return 0;
    lua_pushinteger(L, static_cast<lua_Integer>(lua_rawlen(L, -1)));
    return 1;
}

int refuse(lua_State* L, const char* zh, const char* en) {
    Sandbox& sandbox = Sandbox::of(L);
    sandbox.message() = {zh, en};
    return sandbox.raise();
}

// Puts down a message about the first outer variable that the dumped function assigns; 0: it assigns none.
std::uint32_t find_assignment(Sandbox& sandbox, const std::string& dump) {
    std::vector<OuterUse> uses;
    if (!scan_outer_uses(dump, uses)) {
        sandbox.message() = {"读不懂这个函数的字节码", "the bytecode of this function cannot be read"};
        return 1;
    }
    for (const OuterUse& use : uses) {
        if (use.kind != OuterUse::Kind::assigns_upvalue) continue;
        sandbox.message() = {fmt::format("函数里给外面的变量“{}”赋值：规则不能在两份报告之间保留任何东西，请用函数里的局部变量", use.name),
                             fmt::format("a function assigns “{}” from outside itself: a rule keeps nothing between reports, use a local variable of the function",
                                         use.name)};
        return use.line;
    }
    return 0;
}

// Pushes a metatable that shows the table at `behind` and refuses writing.
void push_metatable(lua_State* L, int behind) {
    lua_createtable(L, 0, 4);
    lua_pushvalue(L, behind);
    lua_setfield(L, -2, "__index");
    lua_pushvalue(L, behind);
    lua_rawsetp(L, -2, &mark_key);
    lua_pushcfunction(L, &refuse_write);
    lua_setfield(L, -2, "__newindex");
    lua_pushcfunction(L, &frozen_length);
    lua_setfield(L, -2, "__len");
}

// The memo table (original → frozen) is at `memo`.
void freeze_value(lua_State* L, int memo, int depth);

const std::string& dump(lua_State* L, bool with_names) {
    std::string& out = Sandbox::of(L).scratch();
    out.clear();
    append_dump(L, out, with_names);
    return out;
}

// Names and lines are a large part of a dump, and only wanted where there is something to tell.
void check_assignments(lua_State* L) {
    Sandbox& sandbox = Sandbox::of(L);
    if (find_assignment(sandbox, dump(L, false)) == 0) return;
    const std::uint32_t line = find_assignment(sandbox, dump(L, true));
    lua_Debug about;
    lua_pushvalue(L, -1);
    lua_getinfo(L, ">S", &about);
    sandbox.raise_at(CompiledPacks::number_in(about.source).value_or(RaisedError::none), line);
}

void freeze_function(lua_State* L, int memo, int depth) {
    if (lua_iscfunction(L, -1) != 0) {
        lua_rawgetp(L, LUA_REGISTRYINDEX, &stateless_key);
        lua_pushvalue(L, -2);
        const bool known = lua_rawget(L, -2) == LUA_TBOOLEAN;
        lua_pop(L, 2);
        if (!known) refuse(L, "规则不能保存 string.gmatch 之类的迭代器", "a rule cannot hold an iterator such as that of string.gmatch");
        return;
    }
    check_assignments(L);
    lua_pushvalue(L, -1);
    lua_pushboolean(L, 1);
    lua_rawset(L, memo);  // before its variables: they may hold it
    for (int i = 1; lua_getupvalue(L, -1, i) != nullptr; ++i) {
        freeze_value(L, memo, depth + 1);
        lua_setupvalue(L, -2, i);
    }
}

// Expects the table at the top, replaces it by a frozen one whose contents are frozen in place.
void freeze_table(lua_State* L, int memo, int depth) {
    const int table = lua_gettop(L);
    lua_newtable(L);
    lua_pushvalue(L, table);
    lua_pushvalue(L, -2);
    lua_rawset(L, memo);
    const int frozen = lua_gettop(L);
    lua_pushnil(L);
    while (lua_next(L, table) != 0) {
        const int key = lua_type(L, -2);
        if (key != LUA_TSTRING && key != LUA_TNUMBER && key != LUA_TBOOLEAN) {
            refuse(L, "文件里的表只能用字符串和数作键", "tables of a file have strings and numbers as keys only");
        }
        freeze_value(L, memo, depth + 1);
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, table);  // an existing key: allowed while traversing
    }
    push_metatable(L, table);
    lua_setmetatable(L, frozen);
    lua_replace(L, table);
}

void freeze_value(lua_State* L, int memo, int depth) {
    if (depth > deepest) refuse(L, "表嵌套得太深", "tables are nested too deeply");
    luaL_checkstack(L, 12, "");
    const int type = lua_type(L, -1);
    if (type == LUA_TNIL || type == LUA_TBOOLEAN || type == LUA_TNUMBER || type == LUA_TSTRING) return;
    if (type == LUA_TTABLE && push_behind(L, -1)) {
        lua_pop(L, 1);
        return;
    }
    lua_pushvalue(L, -1);
    switch (lua_rawget(L, memo)) {
        case LUA_TTABLE: lua_replace(L, -2); return;
        case LUA_TBOOLEAN: lua_pop(L, 1); return;
        default: lua_pop(L, 1);
    }
    if (type == LUA_TTABLE) return freeze_table(L, memo, depth);
    if (type == LUA_TFUNCTION) return freeze_function(L, memo, depth);
    refuse(L, "规则里不能保存这种值", "a rule cannot hold a value of this kind");
}

}  // namespace

void freeze(lua_State* L) {
    lua_newtable(L);
    lua_insert(L, -2);
    freeze_value(L, lua_gettop(L) - 1, 0);
    lua_remove(L, -2);
}

void freeze_functions(lua_State* L) {
    if (lua_type(L, -1) != LUA_TTABLE) return;
    const int table = lua_gettop(L);
    lua_newtable(L);
    for (lua_pushnil(L); lua_next(L, table) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -1) == LUA_TFUNCTION) freeze_value(L, table + 1, 0);
    }
    lua_pop(L, 1);
}

bool push_behind(lua_State* L, int index) {
    if (lua_getmetatable(L, index) == 0) return false;
    if (lua_rawgetp(L, -1, &mark_key) == LUA_TTABLE) {
        lua_remove(L, -2);
        return true;
    }
    lua_pop(L, 2);
    return false;
}

void seal(lua_State* L) {
    lua_newtable(L);
    push_metatable(L, lua_gettop(L) - 1);
    lua_setmetatable(L, -2);
    lua_replace(L, -2);
}

void note_stateless(lua_State* L) {
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &stateless_key) != LUA_TTABLE) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_pushvalue(L, -1);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &stateless_key);
    }
    lua_pushvalue(L, -2);
    lua_pushboolean(L, 1);
    lua_rawset(L, -3);
    lua_pop(L, 1);
}

}  // namespace gouji::script
