// SPDX-License-Identifier: Apache-2.0
// Merged cells that a program wrote out in each of their places, as those do that walk a table of a Word file or web page cell by
// cell: 规章 | 规章 | 0. Nothing is known of labels; that neighbours say the same is all.
#pragma once

#include <cstdint>

#include "grammar/tree.hpp"

namespace gouji::grammar {

// Makes one cell of each such group in the rows from `first_row` to the tree's last, if they have any.
void join_written_out_cells(Tree& tree, std::uint32_t first_row);

}  // namespace gouji::grammar
