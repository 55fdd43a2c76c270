// SPDX-License-Identifier: Apache-2.0
// Figures and sums by the names that rules use. The names of each format are interned once in Lua tables, so that looking one
// up costs what a field access costs. An index stands for a figure, or with `sum_bit` for a sum over a group of rows.
#pragma once

#include <cstdint>
#include <lua.hpp>
#include <string>

#include "engine/script/view.hpp"

namespace gouji::script {

// Pushes the view of the figure or sum that the string at `index` names; raises where no format knows the name.
void push_quantity(lua_State* L, int index, bool sums_allowed);

// A foreign view's index: of the format in RuleSettings::formats, and in that format.
struct ForeignIndex {
    std::uint32_t format;
    std::uint32_t index;
};
[[nodiscard]] inline ForeignIndex split_foreign(std::uint32_t packed) { return {packed >> 16U, packed & 0xFFFFU}; }

}  // namespace gouji::script
