// SPDX-License-Identifier: Apache-2.0
// What a rule file sees: the parts of Lua's library that are safe, those that are made safe, and `require`. Everything that
// could leave the sandbox, catch a limit, or differ from run to run is not there.
#pragma once

#include <cstddef>
#include <lua.hpp>
#include <string_view>

namespace gouji::script {

// Pushes a read-only environment whose `require` loads from the library of `pack`.
void push_environment(lua_State* L, std::size_t pack);

// Whether a main function names a global that is not there, or assigns one.
[[nodiscard]] bool names_bad_global(std::string_view bytecode);

// Raises where the main function at the top of the stack names a global that is not there, or assigns one.
void check_globals(lua_State* L, std::size_t chunk);

// What the environment consists of, in files of their own. Each pushes one table of functions.
void push_base_functions(lua_State* L);
void push_string_functions(lua_State* L);
void push_table_functions(lua_State* L);

// Puts `wrapper` in the place of a function of the table at the top of the stack, which is its first upvalue.
void wrap_stock(lua_State* L, const char* name, lua_CFunction wrapper);

// Charges the meter for work that instructions do not show; raises where the budget is used up.
void charge(lua_State* L, std::size_t steps);

}  // namespace gouji::script
