// SPDX-License-Identifier: Apache-2.0
// What the functions of the string library share. Internal to the Lua host.
#pragma once

#include <cstddef>
#include <string_view>

#include "engine/script/pattern.hpp"
#include "engine/script/view.hpp"  // push_text

struct lua_State;

namespace gouji::script {

[[nodiscard]] std::string_view check_text(lua_State* L, int index);

void push_capture(lua_State* L, const PatternMatcher& matcher, std::size_t index);
// All captures; the whole match where there are none. Gives their number.
int push_captures(lua_State* L, const PatternMatcher& matcher, std::size_t begin, std::size_t end);

struct Found {
    std::size_t begin = PatternMatcher::no_match;
    std::size_t end = PatternMatcher::no_match;
};
// The first match that begins at `from` or later and ends elsewhere than `last_end`. A pattern that costs too much raises.
[[nodiscard]] Found search(lua_State* L, PatternMatcher& matcher, std::size_t from, bool anchored,
                           std::size_t last_end = PatternMatcher::no_match);

int string_gsub(lua_State* L);
int string_has_any(lua_State* L);
int string_ending(lua_State* L);

}  // namespace gouji::script
