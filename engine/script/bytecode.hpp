// SPDX-License-Identifier: Apache-2.0
// Reads what lua_dump writes for a function of ours (never bytecode from outside) to tell what Lua's API cannot: which
// variables from outside itself a function assigns - a state that would last between reports - and which globals it names.
// For Lua 5.4 only; a test of this folder notices when another Lua writes something else. Owns nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct lua_State;

namespace gouji::script {

// An instruction that concerns a variable from outside the function.
struct OuterUse {
    enum class Kind : std::uint8_t { assigns_upvalue, reads_global, assigns_global };
    Kind kind = Kind::assigns_upvalue;
    std::string_view name;  // into the dump; may be empty
    std::uint32_t line = 0;
};

// Appends the bytecode of the function at the top of the stack, with the names and lines in it or without.
void append_dump(lua_State* L, std::string& bytecode, bool with_names);

// All such uses in the dumped function and the functions inside it. Upvalues count as outside where they lie outside the
// dumped function. False where the dump cannot be read.
[[nodiscard]] bool scan_outer_uses(std::string_view dump, std::vector<OuterUse>& uses);

}  // namespace gouji::script
