// SPDX-License-Identifier: Apache-2.0
// Binds the text of one table to the format that its labels belong to: figures and defects, by that format's indices.
#pragma once

#include <vector>

#include "engine/binding/table_text.hpp"
#include "engine/model/document.hpp"
#include "grammar/text/utf8.hpp"

namespace gouji::binding {

struct BoundTable {
    std::vector<model::Defect> defects;
    bool found = false;  // a row or a column of the table was recognised
};

// Writes the figures of table number `table` into `figures` (by FigureIndex of `format`); those it cannot find stay as they are.
[[nodiscard]] BoundTable bind_rows(const TableText& text, const model::Format& format, std::uint16_t table, std::string_view source,
                                   std::vector<model::Figure>& figures);

// The same for a table whose rows stand side by side.
[[nodiscard]] BoundTable bind_flat(const TableText& text, const model::Format& format, std::uint16_t table, std::string_view source,
                                   std::vector<model::Figure>& figures);

// The sums that lie within these figures: how many there are, and whether all hold as far as they can be read. They confirm a
// reading that the layout alone does not prove.
struct SumCheck {
    std::size_t sums = 0;
    bool hold = true;
};
[[nodiscard]] SumCheck check_sums(const model::TableSpec& table, const std::vector<model::Figure>& figures, model::FigureIndex first,
                                  std::size_t count);

// The text ends in the line of this cell: it and cells behind it may have been cut off.
[[nodiscard]] inline bool may_be_cut(const TextCell& cell, std::string_view source) {
    return text::find_line_end(source, cell.span.end) == source.size();
}

}  // namespace gouji::binding
