// SPDX-License-Identifier: Apache-2.0
// gsub of the string library for rules.
#include "engine/script/environment.hpp"
#include "engine/script/sandbox.hpp"
#include "engine/script/string_parts.hpp"

namespace gouji::script {

namespace {

// Appends a replacement text, in which %0 to %9 stand for captures.
void add_template(lua_State* L, luaL_Buffer* out, const PatternMatcher& matcher, std::string_view text, Found found) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            luaL_addchar(out, text[i]);
            continue;
        }
        const char c = ++i < text.size() ? text[i] : '\0';
        if (c == '%') {
            luaL_addchar(out, '%');
        } else if (c == '0' || (c == '1' && matcher.capture_count() == 0)) {
            luaL_addlstring(out, matcher.subject().data() + found.begin, found.end - found.begin);
        } else if (c > '0' && c <= '9') {
            const auto index = static_cast<std::size_t>(c - '1');
            if (index >= matcher.capture_count()) luaL_error(L, "invalid capture index %%%c in replacement string", c);
            push_capture(L, matcher, index);
            luaL_tolstring(L, -1, nullptr);
            lua_remove(L, -2);
            luaL_addvalue(out);
        } else {
            luaL_error(L, "invalid use of '%%' in replacement string");
        }
    }
}

// What the function or table at index 3 gives for a match; nil and false keep the match.
void add_result(lua_State* L, luaL_Buffer* out, const PatternMatcher& matcher, Found found) {
    if (lua_type(L, 3) == LUA_TTABLE) {
        if (matcher.capture_count() == 0) push_text(L, matcher.subject().substr(found.begin, found.end - found.begin));
        else push_capture(L, matcher, 0);
        lua_gettable(L, 3);
    } else {
        lua_pushvalue(L, 3);
        const int arguments = push_captures(L, matcher, found.begin, found.end);
        lua_call(L, arguments, 1);
    }
    if (lua_toboolean(L, -1) == 0) {
        lua_pop(L, 1);
        luaL_addlstring(out, matcher.subject().data() + found.begin, found.end - found.begin);
    } else if (lua_isstring(L, -1) != 0) {
        luaL_addvalue(out);
    } else {
        luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
    }
}

// One text in the place of another, as gsub does it where neither has a character with a meaning.
int replace_plain(lua_State* L, std::string_view text, std::string_view old, std::string_view better, lua_Integer most) {
    charge(L, text.size() / 16);
    luaL_Buffer out;
    luaL_buffinit(L, &out);
    lua_Integer count = 0;
    std::size_t at = 0;
    for (std::size_t found = text.find(old); count < most && found != std::string_view::npos; found = text.find(old, at)) {
        luaL_addlstring(&out, text.data() + at, found - at);
        luaL_addlstring(&out, better.data(), better.size());
        at = found + old.size();
        ++count;
    }
    if (count == 0) {
        lua_pushvalue(L, 1);
    } else {
        luaL_addlstring(&out, text.data() + at, text.size() - at);
        luaL_pushresult(&out);
    }
    lua_pushinteger(L, count);
    return 2;
}

}  // namespace

int string_gsub(lua_State* L) {
    const std::string_view text = check_text(L, 1);
    std::string_view pattern = check_text(L, 2);
    const int kind = lua_type(L, 3);
    luaL_argexpected(L, kind == LUA_TNUMBER || kind == LUA_TSTRING || kind == LUA_TFUNCTION || kind == LUA_TTABLE, 3, "string/function/table");
    const lua_Integer most = luaL_optinteger(L, 4, static_cast<lua_Integer>(text.size()) + 1);
    if (kind == LUA_TSTRING && !pattern.empty() && is_plain(pattern) && check_text(L, 3).find('%') == std::string_view::npos) {
        return replace_plain(L, text, pattern, check_text(L, 3), most);
    }
    const bool anchored = pattern.starts_with('^');
    if (anchored) pattern.remove_prefix(1);
    PatternMatcher matcher{text, pattern, Sandbox::of(L).meter().pattern_steps()};
    luaL_Buffer out;
    luaL_buffinit(L, &out);
    lua_Integer count = 0;
    std::size_t at = 0;
    std::size_t last_end = PatternMatcher::no_match;
    while (count < most) {
        const Found found = search(L, matcher, at, anchored, last_end);
        if (found.begin == PatternMatcher::no_match) break;
        luaL_addlstring(&out, text.data() + at, found.begin - at);
        if (kind == LUA_TNUMBER || kind == LUA_TSTRING) add_template(L, &out, matcher, check_text(L, 3), found);
        else add_result(L, &out, matcher, found);
        ++count;
        at = last_end = found.end;
        if (anchored) break;
    }
    luaL_addlstring(&out, text.data() + at, text.size() - at);
    luaL_pushresult(&out);
    lua_pushinteger(L, count);
    return 2;
}

}  // namespace gouji::script
