// SPDX-License-Identifier: Apache-2.0
// The grammar's door: text in, syntax tree out. Never fails; never reads a file; PEGTL stays behind it.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "grammar/text/source_text.hpp"
#include "grammar/tree.hpp"

namespace gouji::grammar {

// `given` are grids that a structured reader (HTML, Word, PDF) found in the text it extracted, in text order; the lines
// they cover are not parsed for text layouts. Empty for plain text. `titles` are known to whoever asks: what they are titles of
// is nothing to the grammar, but a line of one parts tables, with a number or without.
[[nodiscard]] Tree parse(const text::SourceText& source, std::span<const GivenGrid> given = {}, Titles titles = {});

// Reads the text of a table cell (folded) as one number with an optional unit: 12,345 １２３ +3 −2 三十二 1.2万 251000元.
// Nothing where anything else stands in the cell, or where the digits could be two numbers ("1 2").
struct CellNumber {
    Decimal value;          // the unit's 万/亿 applied
    std::string_view unit;  // 元, 万元, 件 …; empty where none
    Decimal unit_factor = Decimal::of(1);
    bool grouped = false;   // had thousands separators
};
[[nodiscard]] std::optional<CellNumber> read_cell_number(std::string_view folded);

// A cell that says "no number here": - -- / \ 无 — （空）. An empty cell is not a mark.
[[nodiscard]] bool is_cell_mark(std::string_view folded);

// The numbering at the head of a folded line (spans relative to the line), with where the title begins.
struct LeadingNumber {
    Numbering style = Numbering::absent;
    std::uint16_t value = 0;
    std::uint32_t size = 0;  // bytes of the numbering with its punctuation
};
[[nodiscard]] std::optional<LeadingNumber> read_leading_number(std::string_view folded_line);

}  // namespace gouji::grammar
