// SPDX-License-Identifier: Apache-2.0
// report{…}: what rules call. Reads the table it is given into RunState::draft and has the finding built.
#pragma once

#include <lua.hpp>

namespace gouji::script {

void push_report_function(lua_State* L);

}  // namespace gouji::script
