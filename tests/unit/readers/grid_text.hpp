// SPDX-License-Identifier: Apache-2.0
// A grid written for comparison: rows on lines, cells as "column+span^rowspan:text", spans of one left out.
#pragma once

#include <string>

#include "engine/readers/read.hpp"

namespace gouji::tests {

inline std::string grid_text(const readers::Input& input, std::size_t index) {
    std::string out;
    int row = -1;
    for (const auto& cell : input.grids.at(index).cells) {
        if (cell.row != row) out += row < 0 ? "" : "\n";
        if (cell.row == row) out += ' ';
        row = cell.row;
        out += std::to_string(cell.column);
        if (cell.column_span > 1) out += "+" + std::to_string(cell.column_span);
        if (cell.row_span > 1) out += "^" + std::to_string(cell.row_span);
        out += ":" + std::string{input.source.slice(cell.span)};
    }
    return out;
}

}  // namespace gouji::tests
