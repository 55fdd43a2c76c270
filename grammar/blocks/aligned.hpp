// SPDX-License-Identifier: Apache-2.0
// Columns aligned with spaces. pdftotext -layout counts characters; editors and terminals count screen columns, two for a
// Chinese character: what fits a table better is its measure. What does not fit is shifted, so that places are hints: a full row
// is bound by the number of its figures, headers by overlap.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/blocks/grids.hpp"

namespace gouji::grammar::aligned {

// Words of a line that only single spaces part, with their places.
struct Word {
    Span source;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool figure = false;  // a number, or a mark instead of one

    [[nodiscard]] bool overlaps(const Word& other) const { return begin < other.end && other.begin < end; }
};

// What a place is counted in.
enum class Measure : std::uint8_t { characters, screen_columns };

enum class LineUse : std::uint8_t {
    none,
    figures,  // ends with figures
    header,   // several words, none of them a figure
    label,    // one word or a short line
};

struct AlignedLine {
    LineUse use = LineUse::none;
    bool weak = false;    // a label and one figure that a single space parts: prose may end so
    bool placed = false;  // gaps or an indent give its words their places
    bool numbered = false;
    std::vector<Word> words;

    [[nodiscard]] std::size_t figure_count() const;
    [[nodiscard]] bool has_label() const { return !words.empty() && !words.front().figure; }
    // A row without doubt: two figures, or a label and a figure behind a gap.
    [[nodiscard]] bool is_row() const { return use == LineUse::figures && words.size() > 1 && !weak; }
};

[[nodiscard]] AlignedLine read_line(std::string_view source, const Line& line, Measure measure = Measure::characters);

// The grids of the lines that no other layout has taken; `taken` are the grids found so far, in order.
[[nodiscard]] std::vector<GridLines> find_aligned(const GridSource& from, const std::vector<GridLines>& taken);

}  // namespace gouji::grammar::aligned
