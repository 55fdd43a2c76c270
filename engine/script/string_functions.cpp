// SPDX-License-Identifier: Apache-2.0
// Lua's string library for rules: its own functions where their cost is bounded by what they allocate, ours where it is not.
#include <algorithm>

#include "engine/script/environment.hpp"
#include "engine/script/sandbox.hpp"
#include "engine/script/string_parts.hpp"

namespace gouji::script {

namespace {

// A start position as Lua counts it, made an offset from 0; may lie behind the end.
std::size_t start_offset(lua_Integer position, std::size_t size) {
    if (position > 0) return static_cast<std::size_t>(position) - 1;
    if (position == 0 || position < -static_cast<lua_Integer>(size)) return 0;
    return size - static_cast<std::size_t>(-position);
}

void raise_trouble(lua_State* L, PatternTrouble trouble) {
    if (trouble == PatternTrouble::none) return;
    if (trouble == PatternTrouble::budget) Sandbox::of(L).meter().note(LimitKind::pattern_steps);
    luaL_error(L, "%s", describe(trouble));
}

}  // namespace

std::string_view check_text(lua_State* L, int index) {
    std::size_t size = 0;
    const char* chars = luaL_checklstring(L, index, &size);
    return {chars, size};
}

void push_capture(lua_State* L, const PatternMatcher& matcher, std::size_t index) {
    const PatternCapture& capture = matcher.capture(index);
    if (capture.is_position) lua_pushinteger(L, static_cast<lua_Integer>(capture.begin) + 1);
    else push_text(L, matcher.subject().substr(capture.begin, capture.size));
}

int push_captures(lua_State* L, const PatternMatcher& matcher, std::size_t begin, std::size_t end) {
    luaL_checkstack(L, PatternMatcher::most_captures, "");
    if (matcher.capture_count() == 0) {
        push_text(L, matcher.subject().substr(begin, end - begin));
        return 1;
    }
    for (std::size_t i = 0; i < matcher.capture_count(); ++i) push_capture(L, matcher, i);
    return static_cast<int>(matcher.capture_count());
}

Found search(lua_State* L, PatternMatcher& matcher, std::size_t from, bool anchored, std::size_t last_end) {
    for (std::size_t begin = from; begin <= matcher.subject().size(); ++begin) {
        if (!anchored) begin = matcher.candidate(begin);
        if (begin == PatternMatcher::no_match) break;
        const std::size_t end = matcher.match_at(begin);
        raise_trouble(L, matcher.trouble());
        if (end != PatternMatcher::no_match && end != last_end) return {begin, end};
        if (anchored) break;
    }
    return {};
}

namespace {

int find_plain(lua_State* L, std::string_view text, std::string_view wanted, std::size_t from) {
    charge(L, (text.size() - from) / 16);
    const std::size_t begin = text.find(wanted, from);
    if (begin == std::string_view::npos) {
        luaL_pushfail(L);
        return 1;
    }
    lua_pushinteger(L, static_cast<lua_Integer>(begin + 1));
    lua_pushinteger(L, static_cast<lua_Integer>(begin + wanted.size()));
    return 2;
}

int find_or_match(lua_State* L, bool find) {
    const std::string_view text = check_text(L, 1);
    std::string_view pattern = check_text(L, 2);
    const std::size_t from = start_offset(luaL_optinteger(L, 3, 1), text.size());
    if (from > text.size()) {
        luaL_pushfail(L);
        return 1;
    }
    if (find && (lua_toboolean(L, 4) != 0 || is_plain(pattern))) return find_plain(L, text, pattern, from);
    const bool anchored = pattern.starts_with('^');
    if (anchored) pattern.remove_prefix(1);
    PatternMatcher matcher{text, pattern, Sandbox::of(L).meter().pattern_steps()};
    const Found found = search(L, matcher, from, anchored);
    if (found.begin == PatternMatcher::no_match) {
        luaL_pushfail(L);
        return 1;
    }
    if (!find) return push_captures(L, matcher, found.begin, found.end);
    lua_pushinteger(L, static_cast<lua_Integer>(found.begin + 1));
    lua_pushinteger(L, static_cast<lua_Integer>(found.end));
    return 2 + (matcher.capture_count() == 0 ? 0 : push_captures(L, matcher, found.begin, found.end));
}

int string_find(lua_State* L) { return find_or_match(L, true); }
int string_match(lua_State* L) { return find_or_match(L, false); }

int next_match(lua_State* L) {  // upvalues: text, pattern, where to go on, end of the last match + 1
    const std::string_view text = check_text(L, lua_upvalueindex(1));
    PatternMatcher matcher{text, check_text(L, lua_upvalueindex(2)), Sandbox::of(L).meter().pattern_steps()};
    const auto from = static_cast<std::size_t>(lua_tointeger(L, lua_upvalueindex(3)));
    const auto last = static_cast<std::size_t>(lua_tointeger(L, lua_upvalueindex(4)));
    const Found found = search(L, matcher, from, false, last == 0 ? PatternMatcher::no_match : last - 1);
    if (found.begin == PatternMatcher::no_match) return 0;
    lua_pushinteger(L, static_cast<lua_Integer>(found.end));
    lua_replace(L, lua_upvalueindex(3));
    lua_pushinteger(L, static_cast<lua_Integer>(found.end) + 1);
    lua_replace(L, lua_upvalueindex(4));
    return push_captures(L, matcher, found.begin, found.end);
}

int string_gmatch(lua_State* L) {
    const std::string_view text = check_text(L, 1);
    luaL_checkstring(L, 2);
    const std::size_t from = start_offset(luaL_optinteger(L, 3, 1), text.size());
    lua_settop(L, 2);
    lua_pushinteger(L, static_cast<lua_Integer>(std::min(from, text.size() + 1)));
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, &next_match, 4);
    return 1;
}

// Calls the stock function that is upvalue 1 with the same arguments.
int call_stock(lua_State* L) {
    const int arguments = lua_gettop(L);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, arguments, LUA_MULTRET);
    return lua_gettop(L);
}

int string_rep(lua_State* L) {
    const std::string_view text = check_text(L, 1);
    const lua_Integer count = luaL_checkinteger(L, 2);
    const std::size_t separator = lua_isnoneornil(L, 3) ? 0 : check_text(L, 3).size();
    if (count > 0 && text.size() + separator == 0) {  // Lua's would count to the end
        lua_pushliteral(L, "");
        return 1;
    }
    return call_stock(L);
}

// Without %p, and without the addresses that %s gives for tables and functions: they differ from run to run.
int string_format(lua_State* L) {
    const std::string_view form = check_text(L, 1);
    for (std::size_t at = form.find('%'); at != std::string_view::npos; at = form.find('%', at + 1)) {
        at = form.find_first_not_of("-+ #0123456789.", at + 1);
        if (at == std::string_view::npos) break;
        if (form[at] == 'p') return luaL_error(L, "'%%p' is not for rules");
    }
    for (int i = 2; i <= lua_gettop(L); ++i) {
        const int type = lua_type(L, i);
        if (type != LUA_TTABLE && type != LUA_TFUNCTION) continue;
        lua_pushstring(L, lua_typename(L, type));
        lua_replace(L, i);
    }
    return call_stock(L);
}

}  // namespace

void push_string_functions(lua_State* L) {
    lua_pushcfunction(L, luaopen_string);
    lua_call(L, 0, 1);
    for (const char* name : {"dump", "pack", "packsize", "unpack"}) {
        lua_pushnil(L);
        lua_setfield(L, -2, name);
    }
    wrap_stock(L, "rep", &string_rep);
    wrap_stock(L, "format", &string_format);
    static constexpr luaL_Reg own[] = {{"find", &string_find},   {"match", &string_match},     {"gmatch", &string_gmatch}, {"gsub", &string_gsub},
                                       {"has_any", &string_has_any}, {"ending", &string_ending}, {nullptr, nullptr}};
    luaL_setfuncs(L, own, 0);
    // The metatable of strings shows this very table; files only ever see it sealed.
}

}  // namespace gouji::script
