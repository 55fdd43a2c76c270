// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <string_view>

#include "engine/script/environment.hpp"
#include "engine/script/freeze.hpp"

namespace gouji::script {

namespace {

// Addresses say nothing to a reader and differ from run to run.
int to_string(lua_State* L) {
    luaL_checkany(L, 1);
    const int type = lua_type(L, 1);
    if (type == LUA_TTABLE || type == LUA_TFUNCTION) lua_pushstring(L, lua_typename(L, type));
    else luaL_tolstring(L, 1, nullptr);
    return 1;
}

// Whether there is anything in a table; its order is no one's business, so there is no second argument.
int next(lua_State* L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    if (!lua_isnoneornil(L, 2)) return luaL_error(L, "next(t, key) depends on chance; use pairs");
    if (!push_behind(L, 1)) lua_pushvalue(L, 1);
    lua_pushnil(L);
    if (lua_next(L, -2) != 0) return 2;
    lua_pushnil(L);
    return 1;
}

// A key of a table, comparable: numbers, then texts, then the rest in whatever order.
struct Key {
    int rank;
    lua_Number number;
    const char* chars;
    std::size_t size;
    lua_Integer position;

    bool operator<(const Key& other) const {
        if (rank != other.rank) return rank < other.rank;
        if (rank == 0) return number < other.number;
        if (rank == 1) return std::string_view{chars, size} < std::string_view{other.chars, other.size};
        return position < other.position;
    }
};

Key make_key(lua_State* L, int index, lua_Integer position) {
    Key key{2, 0, nullptr, 0, position};
    if (lua_type(L, index) == LUA_TNUMBER) {
        key.rank = 0;
        key.number = lua_tonumber(L, index);
    } else if (lua_type(L, index) == LUA_TSTRING) {
        key.rank = 1;
        key.chars = lua_tolstring(L, index, &key.size);
    }
    return key;
}

// Pushes the keys of the table at `table`, in order, as a sequence.
void push_sorted_keys(lua_State* L, int table) {
    lua_newtable(L);
    const int raw = lua_gettop(L);
    lua_Integer count = 0;
    for (lua_pushnil(L); lua_next(L, table) != 0;) {
        lua_pop(L, 1);
        lua_pushvalue(L, -1);
        lua_rawseti(L, raw, ++count);
    }
    const auto size = static_cast<std::size_t>(count);
    charge(L, size * std::bit_width(size) / 4);
    auto* keys = static_cast<Key*>(lua_newuserdatauv(L, (size + 1) * sizeof(Key), 0));
    for (lua_Integer i = 1; i <= count; ++i) {
        lua_rawgeti(L, raw, i);
        keys[i - 1] = make_key(L, -1, i);
        lua_pop(L, 1);
    }
    std::sort(keys, keys + size);
    lua_createtable(L, static_cast<int>(count), 0);
    for (lua_Integer i = 1; i <= count; ++i) {
        lua_rawgeti(L, raw, keys[i - 1].position);
        lua_rawseti(L, -2, i);
    }
    lua_replace(L, raw);
    lua_settop(L, raw);
}

int next_pair(lua_State* L) {  // upvalues: table, keys, position
    lua_Integer position = lua_tointeger(L, lua_upvalueindex(3));
    for (;;) {
        if (lua_rawgeti(L, lua_upvalueindex(2), ++position) == LUA_TNIL) return 1;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) break;
        lua_pop(L, 2);
    }
    lua_pushinteger(L, position);
    lua_replace(L, lua_upvalueindex(3));
    return 2;
}

// As Lua's, but in the order of the keys, so that no result depends on how a table happens to be laid out.
int pairs(lua_State* L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    if (!push_behind(L, 1)) lua_pushvalue(L, 1);
    push_sorted_keys(L, lua_gettop(L));
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, &next_pair, 3);
    return 1;
}

void take(lua_State* L, int from, const char* name) {
    lua_getfield(L, from, name);
    note_stateless(L);
    lua_setfield(L, -2, name);
}

}  // namespace

void push_base_functions(lua_State* L) {
    lua_pushcfunction(L, luaopen_base);
    lua_call(L, 0, 1);  // fills the state's own globals, which no file ever sees
    const int base = lua_gettop(L);
    lua_newtable(L);
    for (const char* name : {"assert", "error", "ipairs", "select", "tonumber", "type"}) take(L, base, name);
    static constexpr luaL_Reg own[] = {{"next", &next}, {"pairs", &pairs}, {"tostring", &to_string}};
    for (const luaL_Reg& function : own) {
        lua_pushcfunction(L, function.func);
        note_stateless(L);
        lua_setfield(L, -2, function.name);
    }
    lua_remove(L, base);
}

}  // namespace gouji::script
