// SPDX-License-Identifier: Apache-2.0
// Rows whose cells commas part, as programs write tables down: 规章,5,0,42. Chinese prose has half-width commas, too, so a grid is
// told by what stands between them: figures and nothing at all, in several lines with as many commas.
#pragma once

#include <vector>

#include "grammar/blocks/grids.hpp"

namespace gouji::grammar {

// In the lines that the grids found so far leave over.
[[nodiscard]] std::vector<GridLines> find_comma_grids(const GridSource& from, const text::FoldedText& folded, const std::vector<GridLines>& taken);

// The cells of a line; quotation marks around a cell are none of it, and commas inside them part nothing.
[[nodiscard]] std::vector<Span> cells_between_commas(std::string_view source, Span line);

}  // namespace gouji::grammar
