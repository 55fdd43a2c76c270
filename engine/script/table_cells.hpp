// SPDX-License-Identifier: Apache-2.0
// What rules ask of many cells of a table at once, without a view for each in Lua.
#pragma once

#include <lua.hpp>

namespace gouji::script {

int table_figures(lua_State* L);
int table_unexplained(lua_State* L);
int table_whole_columns(lua_State* L);
int table_proven_zeros(lua_State* L);

}  // namespace gouji::script
