// SPDX-License-Identifier: Apache-2.0
// Bands: runs of lines on a page that hold the figures of a table, with the header lines above them. Told by the geometry of
// numbers alone; nothing here knows a label. Lines outside the bands are prose.
#pragma once

#include <vector>

#include "engine/readers/pdf/lines.hpp"

namespace gouji::readers::pdf {

inline constexpr double number_lines = 2.6;  // em at most between the middles of the lines of a number wrapped in its cell

// Indexes of lines; all but `rows` are half-open ranges.
struct Band {
    std::size_t begin = 0;  // of the header; equals body where there is none
    std::size_t body = 0;   // the first line that belongs to the rows
    std::size_t end = 0;
    std::vector<std::size_t> rows;  // lines with figures, or with parts of them
    double figures_left = 0;  // where the labels end and the figures begin
};

// Whether the chunk stands in a cell of figures; a text there may begin a little left of all figures.
[[nodiscard]] inline bool is_among_figures(const Chunk& chunk, const Band& band) { return chunk.box.center() >= band.figures_left; }

[[nodiscard]] std::vector<Band> find_bands(const PageLines& page);

}  // namespace gouji::readers::pdf
