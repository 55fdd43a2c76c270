// SPDX-License-Identifier: Apache-2.0
// Lua's table library for rules: work that grows with a table is charged, and sorting is stable, so that its result never
// depends on chance.
#include <algorithm>
#include <bit>

#include "engine/script/environment.hpp"

namespace gouji::script {

namespace {

std::size_t length(lua_State* L, int index) {
    luaL_checktype(L, index, LUA_TTABLE);
    return static_cast<std::size_t>(std::max<lua_Integer>(luaL_len(L, index), 0));
}

int call_stock(lua_State* L) {
    const int arguments = lua_gettop(L);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, arguments, LUA_MULTRET);
    return lua_gettop(L);
}

int charged_by_length(lua_State* L) {
    charge(L, length(L, 1) / 4);
    return call_stock(L);
}

int table_insert(lua_State* L) {
    if (lua_gettop(L) > 2) charge(L, length(L, 1) / 4);
    return call_stock(L);
}

int table_remove(lua_State* L) {
    if (lua_gettop(L) > 1) charge(L, length(L, 1) / 4);
    return call_stock(L);
}

int table_move(lua_State* L) {
    const lua_Integer from = luaL_checkinteger(L, 2);
    const lua_Integer to = luaL_checkinteger(L, 3);
    if (to >= from) charge(L, (static_cast<std::size_t>(to) - static_cast<std::size_t>(from)) / 4);
    return call_stock(L);
}

// Whether the value at the top comes before the one below it; pops nothing.
bool comes_before(lua_State* L, bool by_function) {
    if (!by_function) return lua_compare(L, -1, -2, LUA_OPLT) != 0;
    lua_pushvalue(L, 2);
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -4);
    lua_call(L, 2, 1);
    const bool before = lua_toboolean(L, -1) != 0;
    lua_pop(L, 1);
    return before;
}

// Merges the sorted runs [begin, middle) and [middle, end) of the table at `from` into the one at `to`. Positions from 1.
void merge_runs(lua_State* L, int from, int to, lua_Integer begin, lua_Integer middle, lua_Integer end, bool by_function) {
    lua_Integer left = begin;
    lua_Integer right = middle;
    for (lua_Integer at = begin; at < end; ++at) {
        bool take_right = left >= middle;
        if (!take_right && right < end) {
            lua_rawgeti(L, from, left);
            lua_rawgeti(L, from, right);
            take_right = comes_before(L, by_function);
            lua_pop(L, 2);
        }
        lua_rawgeti(L, from, take_right ? right++ : left++);
        lua_rawseti(L, to, at);
    }
}

int table_sort(lua_State* L) {
    const std::size_t size = length(L, 1);
    const bool by_function = !lua_isnoneornil(L, 2);
    if (by_function) luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_settop(L, 2);
    charge(L, size * std::bit_width(size) / 4);
    const auto count = static_cast<lua_Integer>(size);
    if (count < 2) return 0;
    lua_createtable(L, static_cast<int>(std::min<lua_Integer>(count, 1 << 20)), 0);
    lua_createtable(L, static_cast<int>(std::min<lua_Integer>(count, 1 << 20)), 0);
    for (lua_Integer i = 1; i <= count; ++i) {
        lua_geti(L, 1, i);
        lua_rawseti(L, 3, i);
    }
    int from = 3;
    int to = 4;
    for (lua_Integer width = 1; width < count; width *= 2) {
        for (lua_Integer begin = 1; begin <= count; begin += 2 * width) {
            merge_runs(L, from, to, begin, std::min(begin + width, count + 1), std::min(begin + 2 * width, count + 1), by_function);
        }
        std::swap(from, to);
    }
    for (lua_Integer i = 1; i <= count; ++i) {
        lua_rawgeti(L, from, i);
        lua_seti(L, 1, i);
    }
    return 0;
}

}  // namespace

void push_table_functions(lua_State* L) {
    lua_pushcfunction(L, luaopen_table);
    lua_call(L, 0, 1);
    wrap_stock(L, "concat", &charged_by_length);
    wrap_stock(L, "unpack", &charged_by_length);
    wrap_stock(L, "insert", &table_insert);
    wrap_stock(L, "remove", &table_remove);
    wrap_stock(L, "move", &table_move);
    lua_pushcfunction(L, &table_sort);
    lua_setfield(L, -2, "sort");
}

}  // namespace gouji::script
