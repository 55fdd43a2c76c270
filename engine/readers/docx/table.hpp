// SPDX-License-Identifier: Apache-2.0
// The shape of a Word table: its rows and cells with their grid columns and vertical merges resolved. Nodes belong to the
// document. What stands in the cells is not read here.
#pragma once

#include <pugixml.hpp>
#include <vector>

#include "engine/readers/docx/paragraph.hpp"

namespace gouji::readers::docx {

struct TableCell {
    pugi::xml_node node;
    std::uint32_t column = 0;
    std::uint32_t column_span = 1;
    std::uint32_t row_span = 1;  // 0: covered by the cell above
};

struct TableRow {
    std::vector<TableCell> cells;
};

struct TableShape {
    std::vector<TableRow> rows;
    // False for a table that only places other things: tables within tables, a single column, pages of text in a cell.
    bool holds_data = false;
};

[[nodiscard]] TableShape shape_of(pugi::xml_node table, DepthGuard& guard, std::uint32_t depth);

}  // namespace gouji::readers::docx
