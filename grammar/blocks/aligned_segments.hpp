// SPDX-License-Identifier: Apache-2.0
// The lines of a table aligned with spaces, told apart: headers and the rows below them. What stands in which column is not known yet.
#pragma once

#include <cstddef>
#include <vector>

#include "grammar/blocks/aligned_header.hpp"
#include "grammar/blocks/grids.hpp"

namespace gouji::grammar::aligned {

// A row before its columns are known.
struct DraftRow {
    std::vector<std::vector<Word>> labels;  // each with its pieces
    std::vector<Word> figures;
    bool after_break = false;
};

// Header and rows that share their columns.
struct Segment {
    Header header;
    std::vector<DraftRow> rows;
    bool after_break = false;
};

[[nodiscard]] std::vector<Segment> read_segments(const GridSource& from, const GridLines& grid);

// How many words do not stand where those above them say: figures of full rows that stand in other places, too.
[[nodiscard]] std::size_t misfits(const Segment& segment);

}  // namespace gouji::grammar::aligned
