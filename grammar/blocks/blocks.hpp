// SPDX-License-Identifier: Apache-2.0
// From lines to the blocks of a report: grids first, then paragraphs and page marks of what is left.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "grammar/lines/line.hpp"
#include "grammar/tree.hpp"

namespace gouji::grammar {

// Fills blocks, paragraphs, prose, grids, rows and cells of a tree whose `folded` is there.
void build_blocks(std::string_view source, std::vector<Line>& lines, std::span<const GivenGrid> given, Tree& tree);

}  // namespace gouji::grammar
