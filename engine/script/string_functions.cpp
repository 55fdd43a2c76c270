// SPDX-License-Identifier: Apache-2.0
// Lua's string library for rules: its own functions where their cost is bounded by what they allocate, ours where it is not.
#include <cstring>
#include <string_view>

#include "engine/script/environment.hpp"
#include "engine/script/freeze.hpp"
#include "engine/script/pattern.hpp"
#include "engine/script/sandbox.hpp"

namespace gouji::script {

namespace {

std::string_view check_text(lua_State* L, int index) {
    std::size_t size = 0;
    const char* chars = luaL_checklstring(L, index, &size);
    return {chars, size};
}

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

void push_view(lua_State* L, std::string_view text) { lua_pushlstring(L, text.data(), text.size()); }

void push_capture(lua_State* L, const PatternMatcher& matcher, std::size_t index) {
    const PatternCapture& capture = matcher.capture(index);
    if (capture.is_position) lua_pushinteger(L, static_cast<lua_Integer>(capture.begin) + 1);
    else push_view(L, matcher.subject().substr(capture.begin, capture.size));
}

// All captures; the whole match where there are none.
int push_captures(lua_State* L, const PatternMatcher& matcher, std::size_t begin, std::size_t end) {
    luaL_checkstack(L, PatternMatcher::most_captures, "");
    if (matcher.capture_count() == 0) {
        push_view(L, matcher.subject().substr(begin, end - begin));
        return 1;
    }
    for (std::size_t i = 0; i < matcher.capture_count(); ++i) push_capture(L, matcher, i);
    return static_cast<int>(matcher.capture_count());
}

struct Found {
    std::size_t begin = PatternMatcher::no_match;
    std::size_t end = PatternMatcher::no_match;
};

// The first match that begins at `from` or later and ends elsewhere than `last_end`.
Found search(lua_State* L, PatternMatcher& matcher, std::size_t from, bool anchored, std::size_t last_end = PatternMatcher::no_match) {
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
    check_text(L, 2);
    const std::size_t from = start_offset(luaL_optinteger(L, 3, 1), text.size());
    lua_settop(L, 2);
    lua_pushinteger(L, static_cast<lua_Integer>(std::min(from, text.size() + 1)));
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, &next_match, 4);
    return 1;
}

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
        if (matcher.capture_count() == 0) push_view(L, matcher.subject().substr(found.begin, found.end - found.begin));
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

// The texts of the list at 2, one by one; `with` says when to stop.
template <class With>
bool any_of_list(lua_State* L, With with) {
    luaL_checktype(L, 2, LUA_TTABLE);
    if (push_behind(L, 2)) lua_replace(L, 2);
    const auto count = static_cast<lua_Integer>(lua_rawlen(L, 2));
    for (lua_Integer i = 1; i <= count; ++i) {
        lua_rawgeti(L, 2, i);
        if (lua_type(L, -1) != LUA_TSTRING) luaL_error(L, "a list of strings is expected");
        const bool found = with(check_text(L, -1));
        lua_pop(L, 1);
        if (found) return true;
    }
    return false;
}

// The first three bytes of a text, folded into a bit of a word: a Chinese character, mostly.
std::uint64_t bit_of_start(const char* chars) {
    const auto byte = [&](int i) { return static_cast<unsigned>(static_cast<unsigned char>(chars[i])); };
    return std::uint64_t{1} << ((byte(0) * 7 + byte(1) * 29 + byte(2)) & 63U);
}

// Whether one of the list's texts stands in the text. Most of them are ruled out by their first three bytes.
int string_has_any(lua_State* L) {
    const std::string_view text = check_text(L, 1);
    charge(L, text.size() / 16);
    std::uint64_t starts = 0;
    for (std::size_t i = 0; i + 3 <= text.size(); ++i) starts |= bit_of_start(text.data() + i);
    const bool found = any_of_list(L, [&](std::string_view word) {
        if (word.size() >= 3 && (starts & bit_of_start(word.data())) == 0) return false;
        charge(L, text.size() / 16);
        return text.find(word) != std::string_view::npos;
    });
    lua_pushboolean(L, found ? 1 : 0);
    return 1;
}

// The longest key of the table at 2 that the text ends with, and its value; nil where there is none.
int string_ending(lua_State* L) {
    const std::string_view text = check_text(L, 1);
    luaL_checktype(L, 2, LUA_TTABLE);
    if (push_behind(L, 2)) lua_replace(L, 2);
    lua_settop(L, 2);
    lua_pushnil(L);
    lua_pushnil(L);  // what was found, at 3 and 4
    std::size_t longest = 0;
    std::size_t keys = 0;
    for (lua_pushnil(L); lua_next(L, 2) != 0; lua_pop(L, 1)) {
        ++keys;
        if (lua_type(L, -2) != LUA_TSTRING) continue;
        const std::string_view ending = check_text(L, -2);
        if (ending.size() <= longest || !text.ends_with(ending)) continue;
        longest = ending.size();
        lua_pushvalue(L, -2);
        lua_replace(L, 3);
        lua_pushvalue(L, -1);
        lua_replace(L, 4);
    }
    charge(L, keys / 4);
    return 2;
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
    static constexpr luaL_Reg own[] = {
        {"find", &string_find}, {"match", &string_match}, {"gmatch", &string_gmatch}, {"gsub", &string_gsub}, {"has_any", &string_has_any}, {"ending", &string_ending}, {nullptr, nullptr}};
    luaL_setfuncs(L, own, 0);
    // The metatable of strings shows this very table; files only ever see it sealed.
}

}  // namespace gouji::script
