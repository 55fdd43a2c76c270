// SPDX-License-Identifier: Apache-2.0
// What rules' strings have beyond Lua's: whether one of many words stands in a text, and which of many it ends with.
#include <cstdint>

#include "engine/script/environment.hpp"
#include "engine/script/freeze.hpp"
#include "engine/script/sandbox.hpp"
#include "engine/script/string_parts.hpp"

namespace gouji::script {

namespace {

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

}  // namespace

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

}  // namespace gouji::script
