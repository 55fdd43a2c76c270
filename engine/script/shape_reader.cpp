// SPDX-License-Identifier: Apache-2.0
#include "engine/script/shape_reader.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "engine/script/excerpt.hpp"
#include "engine/script/freeze.hpp"
#include "grammar/text/nearest.hpp"

namespace gouji::script {

namespace {

std::string_view name_of(int type, bool english) {
    switch (type) {
        case LUA_TSTRING: return english ? "a string" : "字符串";
        case LUA_TNUMBER: return english ? "a number" : "数";
        case LUA_TBOOLEAN: return english ? "true or false" : "true 或 false";
        case LUA_TTABLE: return english ? "a table" : "表";
        case LUA_TFUNCTION: return english ? "a function" : "函数";
        default: return english ? "nothing" : "空";
    }
}

}  // namespace

void ShapeReader::complain(std::string_view key, std::string_view zh, std::string_view en) {
    good_ = false;
    const std::uint32_t above = line();
    std::uint32_t at = key.empty() ? 0 : line_of_key(file_.text, key, above);
    if (at == 0 && !levels_.empty()) at = above;
    problems_.push_back(problem_at(pack_, file_, at, {std::string{zh}, std::string{en}}));
}

std::string ShapeReader::path_of(std::string_view key) const {
    std::string path;
    const auto add = [&](std::string_view name, bool is_key) {
        if (is_key && !path.empty()) path += '.';
        path += name;
    };
    for (const Level& level : levels_) add(level.name, level.is_key);
    if (!key.empty()) add(key, true);
    return path;
}

std::uint32_t ShapeReader::line() const {
    std::uint32_t line = 1;
    for (const Level& level : levels_) {
        const std::uint32_t found = level.is_key ? line_of_key(file_.text, level.name, line) : 0;
        if (found != 0) line = found;
    }
    return line;
}

template <class Visit>
void ShapeReader::visit_keys(const Visit& visit) {
    if (!push_behind(L, -1)) lua_pushvalue(L, -1);
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) == LUA_TSTRING) visit(std::string_view{lua_tostring(L, -2)});
        else visit({});  // a position, for complaints about lists where names are wanted
    }
    lua_pop(L, 1);
}

std::vector<std::string> ShapeReader::keys() {
    std::vector<std::string> names;
    visit_keys([&](std::string_view name) { names.emplace_back(name); });
    std::sort(names.begin(), names.end());
    return names;
}

void ShapeReader::know_keys(std::initializer_list<std::string_view> known) {
    std::vector<std::string> unknown;
    visit_keys([&](std::string_view name) {
        if (std::find(known.begin(), known.end(), name) == known.end()) unknown.emplace_back(name);
    });
    std::sort(unknown.begin(), unknown.end());
    for (const std::string& name : unknown) {
        if (name.empty()) {
            complain("", fmt::format("“{}”里有没有名字的值", path_of("")), fmt::format("“{}” has a value without a name", path_of("")));
            continue;
        }
        const auto near = text::nearest(name, std::vector<std::string>{known.begin(), known.end()});
        complain(name, fmt::format("不认识“{}”{}", path_of(name), near ? fmt::format("，是不是“{}”？", *near) : ""),
                 fmt::format("“{}” is not known{}", path_of(name), near ? fmt::format("; did you mean “{}”?", *near) : ""));
    }
}

bool ShapeReader::push(const char* key, int type, Need need) {
    const int found = lua_getfield(L, -1, key);
    if (found == type) return true;
    lua_pop(L, 1);
    if (found == LUA_TNIL && need == Need::optional) return false;
    if (found == LUA_TNIL) {
        complain("", fmt::format("缺少“{}”（{}）", path_of(key), name_of(type, false)), fmt::format("“{}” is missing ({})", path_of(key), name_of(type, true)));
    } else {
        complain(key, fmt::format("“{}”应当是{}，这里是{}", path_of(key), name_of(type, false), name_of(found, false)),
                 fmt::format("“{}” has to be {}, here it is {}", path_of(key), name_of(type, true), name_of(found, true)));
    }
    return false;
}

std::string ShapeReader::text(const char* key, Need need) {
    if (!push(key, LUA_TSTRING, need)) return {};
    std::size_t size = 0;
    const char* chars = lua_tolstring(L, -1, &size);
    std::string value = readable({chars, size});
    lua_pop(L, 1);
    if (value.empty() && need == Need::required) complain(key, fmt::format("“{}”是空的", path_of(key)), fmt::format("“{}” is empty", path_of(key)));
    return value;
}

std::optional<std::int64_t> ShapeReader::integer(const char* key) {
    if (!push(key, LUA_TNUMBER, Need::optional)) return std::nullopt;
    int whole = 0;
    const lua_Integer value = lua_tointegerx(L, -1, &whole);
    lua_pop(L, 1);
    if (whole != 0) return value;
    complain(key, fmt::format("“{}”应当是整数", path_of(key)), fmt::format("“{}” has to be a whole number", path_of(key)));
    return std::nullopt;
}

bool ShapeReader::boolean(const char* key) {
    if (!push(key, LUA_TBOOLEAN, Need::optional)) return false;
    const bool value = lua_toboolean(L, -1) != 0;
    lua_pop(L, 1);
    return value;
}

std::vector<std::string> ShapeReader::texts(const char* key, Need need) {
    std::vector<std::string> list;
    if (!push(key, LUA_TTABLE, need)) return list;
    const auto count = static_cast<lua_Integer>(luaL_len(L, -1));
    for (lua_Integer i = 1; i <= count; ++i) {
        if (lua_geti(L, -1, i) == LUA_TSTRING) {
            list.push_back(readable(lua_tostring(L, -1)));
        } else {
            complain(key, fmt::format("“{}”的第 {} 项应当是字符串", path_of(key), i), fmt::format("item {} of “{}” has to be a string", i, path_of(key)));
        }
        lua_pop(L, 1);
    }
    lua_Integer keys = 0;
    visit_keys([&](std::string_view) { ++keys; });
    if (keys != count) {
        complain(key, fmt::format("“{}”应当是字符串的列表", path_of(key)), fmt::format("“{}” has to be a list of strings", path_of(key)));
    }
    lua_pop(L, 1);
    return list;
}

text::Bilingual ShapeReader::bilingual(const char* key, Need need, Need english) {
    text::Bilingual both;
    if (!enter(key, need)) return both;
    know_keys({"zh", "en"});
    both.zh = text("zh", Need::required);
    both.en = text("en", english);
    leave();
    return both;
}

bool ShapeReader::enter(const char* key, Need need) {
    if (!push(key, LUA_TTABLE, need)) return false;
    levels_.push_back({key});
    return true;
}

bool ShapeReader::enter(lua_Integer index) {
    const std::string name = fmt::format("[{}]", index);
    if (lua_geti(L, -1, index) != LUA_TTABLE) {
        lua_pop(L, 1);
        complain("", fmt::format("“{}{}”应当是表", path_of(""), name), fmt::format("“{}{}” has to be a table", path_of(""), name));
        return false;
    }
    levels_.push_back({name, false});
    return true;
}

void ShapeReader::leave() {
    lua_pop(L, 1);
    levels_.pop_back();
}

}  // namespace gouji::script
