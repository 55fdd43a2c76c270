// SPDX-License-Identifier: Apache-2.0
// A statutory table as the official template draws it: a grid with merged cells, made from the format's data alone.
#pragma once

#include <string>
#include <vector>

#include "tests/generator/made_report.hpp"

namespace gouji::generator {

struct GridCell {
    std::string text;
    int row = 0;
    int column = 0;
    int row_span = 1;
    int column_span = 1;
    bool figure = false;
    bool missing = false;  // a place without a cell: its row is too short
};

struct TableGrid {
    int rows = 0;
    int columns = 0;
    std::vector<GridCell> cells;  // by row, then column; merged cells once, at their first place

    // The cell that covers a place (merged cells cover several); every place is covered.
    [[nodiscard]] const GridCell& at(int row, int column) const;
    void add(GridCell cell);
    void remove_row(int row);  // merged cells across it become shorter
};

[[nodiscard]] TableGrid draw_table(const MadeReport& report, const model::TableSpec& table);

}  // namespace gouji::generator
