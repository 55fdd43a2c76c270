// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/pdf/columns.hpp"

#include <algorithm>
#include <cmath>

namespace gouji::readers::pdf {

std::vector<Column> find_columns(const PageLines& page, const Band& band) {
    std::vector<Column> cells;
    for (const std::size_t row : band.rows) {
        for (const Chunk& chunk : page.lines[row].chunks) {
            if ((chunk.figure || chunk.part) && chunk.box.left >= band.figures_left) cells.push_back({chunk.box.left, chunk.box.right});
        }
    }
    std::ranges::sort(cells, {}, &Column::left);
    std::vector<Column> columns;
    for (const Column& cell : cells) {
        if (columns.empty() || cell.left >= columns.back().right) {
            columns.push_back(cell);
        } else {
            columns.back().right = std::max(columns.back().right, cell.right);
        }
    }
    return columns;
}

std::size_t nearest_column(const std::vector<Column>& columns, double center) {
    const auto nearest =
        std::ranges::min_element(columns, {}, [&](const Column& column) { return std::abs(column.center() - center); });
    return static_cast<std::size_t>(nearest - columns.begin());
}

double slot_left(const std::vector<Column>& columns, std::size_t i, double edge) {
    return i == 0 ? edge : (columns[i - 1].center() + columns[i].center()) / 2;
}

double slot_right(const std::vector<Column>& columns, std::size_t i) {
    if (i + 1 < columns.size()) return (columns[i].center() + columns[i + 1].center()) / 2;
    const double half = i == 0 ? columns[i].right - columns[i].left : (columns[i].center() - columns[i - 1].center()) / 2;
    return columns[i].center() + std::max(half, columns[i].right - columns[i].left);
}

}  // namespace gouji::readers::pdf
