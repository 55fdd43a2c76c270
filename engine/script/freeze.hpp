// SPDX-License-Identifier: Apache-2.0
// Freezing: what lasts of a file of a pack becomes read-only, with everything that can be reached from it: tables, and the
// variables that functions hold. So a rule can keep nothing between reports, and the sandbox need not be made anew.
#pragma once

#include <lua.hpp>

namespace gouji::script {

// Replaces the value on the top of the stack by its frozen form. Raises where it holds something that cannot be frozen.
void freeze(lua_State* L);

// Freezes the functions in the table at the top, with everything that they hold: for a table that is read once and dropped.
void freeze_functions(lua_State* L);

// Whether the table at `index` is a frozen one; if so, pushes the table behind it.
bool push_behind(lua_State* L, int index);

// Makes the table at the top read-only without touching what is in it: for the host's own tables.
void seal(lua_State* L);

// Notes that the C function at the top keeps no state of its own, so that files may hold it.
void note_stateless(lua_State* L);

}  // namespace gouji::script
