// SPDX-License-Identifier: Apache-2.0
// TableText: the rows and cells of one table of a report, wherever they come from: one grid, several grids that a page break
// parted, or lines that were no grid at all. Views into the tree and the format; it owns only its arrays.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/model/format.hpp"
#include "grammar/tree.hpp"

namespace gouji::binding {

using text::Span;

struct TextCell {
    Span span;
    std::string_view folded;
    std::uint16_t column = 0;  // grid column
    std::span<const model::LabelUse> uses;  // what the format of this table knows under this label, other tables included
};

struct TextRow {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t fragment = 0;  // rows between two page breaks share the columns of a header
    Span span;
    bool scattered = false;  // out of order: nothing tells which figures belong to which label
};

struct TableText {
    std::vector<TextCell> cells;
    std::vector<TextRow> rows;
    bool from_lines = false;  // cells stand one after the other: their columns tell nothing but the order

    [[nodiscard]] std::span<const TextCell> cells_of(const TextRow& row) const { return {cells.data() + row.first, row.count}; }
};

enum class RowKind : std::uint8_t {
    empty,
    header,    // column labels, captions, corner labels
    labelled,  // a row label, known or not
    values,    // figures without a label
};

// A row with its label cells set apart from its figure cells.
struct RowReading {
    RowKind kind = RowKind::empty;
    std::uint16_t label_end = 0;               // figure cells begin here
    std::uint16_t leaf = 0xFFFF;               // the label cell next to the figures
    const model::LabelUse* row = nullptr;      // the row of the format that the leaf names
    const model::LabelUse* group = nullptr;    // the innermost group that the row names
    bool has_value = false;                    // a figure cell is neither blank nor a mark
};

[[nodiscard]] RowReading read_row(std::span<const TextCell> cells, std::uint16_t table, bool flat);

}  // namespace gouji::binding
