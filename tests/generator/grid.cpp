// SPDX-License-Identifier: Apache-2.0
#include "tests/generator/grid.hpp"

#include <algorithm>
#include <stdexcept>

namespace gouji::generator {
namespace {

constexpr std::uint32_t no_group = 0xFFFF'FFFF;

// Labels of the groups around a row, outermost first, each with its index.
std::vector<std::uint32_t> groups_of(const model::BlockSpec& block, const model::RowSpec& row) {
    std::vector<std::uint32_t> path;
    for (std::uint32_t group = row.group; group != no_group; group = block.groups[group].parent) path.insert(path.begin(), group);
    return path;
}

class Drawing {
public:
    Drawing(const MadeReport& report, int columns) : report_{report} { grid_.columns = columns; }

    void caption(const std::string& text) { grid_.add({text, grid_.rows, 0, 1, grid_.columns, false}); next_row(1); }

    void upright(const model::BlockSpec& block) {
        std::size_t depth = 1;
        for (const auto& row : block.rows) depth = std::max(depth, groups_of(block, row).size() + 1);
        upright_header(block, static_cast<int>(depth));
        for (std::size_t i = 0; i < block.rows.size(); ++i) upright_row(block, i, static_cast<int>(depth));
    }

    void flat(const model::BlockSpec& block) {
        std::size_t depth = 1;
        for (const auto& row : block.rows) depth = std::max(depth, groups_of(block, row).size() + 1);
        const int width = static_cast<int>(block.columns.size());
        int column = 0;
        std::uint32_t last_group = no_group;
        for (std::size_t r = 0; r < block.rows.size(); ++r, column += width) flat_group(block, r, column, static_cast<int>(depth), last_group);
        const int figures = static_cast<int>(depth) + 1;
        for (std::size_t i = 0; i < block.rows.size() * block.columns.size(); ++i) figure(block, i, figures, static_cast<int>(i), 1);
        next_row(figures + 1);
    }

    TableGrid take() { return std::move(grid_); }

private:
    void next_row(int rows) { grid_.rows += rows; }

    void figure(const model::BlockSpec& block, std::size_t offset, int row, int column, int span) {
        const auto index = static_cast<model::FigureIndex>(block.first_figure + offset);
        grid_.add({report_.figures.at(index).to_string(), row, column, 1, span, true});
    }

    void upright_header(const model::BlockSpec& block, int label_columns) {
        std::size_t depth = 1;
        for (const auto& column : block.columns) depth = std::max(depth, column.groups.size() + 1);
        const std::string corner = block.corner.empty() ? "" : block.corner.front().text;
        const int above = block.corner.size() > 1 ? 1 : 0;  // what all columns together are
        grid_.add({corner, grid_.rows, 0, static_cast<int>(depth) + above, label_columns, false});
        if (above == 1) grid_.add({block.corner[1].text, grid_.rows, label_columns, 1, grid_.columns - label_columns, false});
        next_row(above);
        for (std::size_t level = 0; level < depth; ++level) header_level(block, level, static_cast<int>(depth), label_columns);
        next_row(static_cast<int>(depth));
    }

    void header_level(const model::BlockSpec& block, std::size_t level, int depth, int label_columns) {
        const auto& columns = block.columns;
        for (std::size_t c = 0; c < columns.size();) {
            std::size_t end = c + 1;
            const int row = grid_.rows + static_cast<int>(level);
            const int column = label_columns + static_cast<int>(c);
            if (level < columns[c].groups.size()) {
                const auto same = [&](const model::ColumnSpec& other) {
                    return level < other.groups.size() && other.groups[level].text == columns[c].groups[level].text;
                };
                while (end < columns.size() && same(columns[end])) ++end;
                grid_.add({columns[c].groups[level].text, row, column, 1, static_cast<int>(end - c), false});
            } else if (level == columns[c].groups.size()) {
                const int span = c + 1 == columns.size() ? grid_.columns - column : 1;
                grid_.add({columns[c].label.text, row, column, depth - static_cast<int>(level), span, false});
            }
            c = end;
        }
    }

    void upright_row(const model::BlockSpec& block, std::size_t index, int label_columns) {
        const auto path = groups_of(block, block.rows[index]);
        for (std::size_t level = 0; level < path.size(); ++level) {
            const auto under = [&](const model::RowSpec& row) {
                const auto groups = groups_of(block, row);
                return level < groups.size() && groups[level] == path[level];
            };
            if (index > 0 && under(block.rows[index - 1])) continue;
            const auto rows = std::count_if(block.rows.begin(), block.rows.end(), under);
            grid_.add({block.groups[path[level]].label.text, grid_.rows, static_cast<int>(level), static_cast<int>(rows), 1, false});
        }
        const int at = static_cast<int>(path.size());
        grid_.add({block.rows[index].label.text, grid_.rows, at, 1, label_columns - at, false});
        for (std::size_t c = 0; c < block.columns.size(); ++c) {
            const int column = label_columns + static_cast<int>(c);
            const int span = c + 1 == block.columns.size() ? grid_.columns - column : 1;
            figure(block, index * block.columns.size() + c, grid_.rows, column, span);
        }
        next_row(1);
    }

    void flat_group(const model::BlockSpec& block, std::size_t r, int column, int depth, std::uint32_t& last_group) {
        const int width = static_cast<int>(block.columns.size());
        const auto path = groups_of(block, block.rows[r]);
        int row = 0;
        for (const std::uint32_t group : path) {
            const auto under = [&](const model::RowSpec& other) { return other.group == group; };
            const auto rows = std::count_if(block.rows.begin(), block.rows.end(), under);
            if (group != last_group) grid_.add({block.groups[group].label.text, row, column, 1, static_cast<int>(rows) * width, false});
            last_group = group;
            ++row;
        }
        grid_.add({block.rows[r].label.text, row, column, 1, width, false});
        for (int c = 0; c < width; ++c) {
            grid_.add({block.columns[static_cast<std::size_t>(c)].label.text, row + 1, column + c, depth - row, 1, false});
        }
    }

    const MadeReport& report_;
    TableGrid grid_;
};

}  // namespace

void TableGrid::remove_row(int row) {
    std::vector<GridCell> kept;
    for (GridCell cell : cells) {
        const bool spans = cell.row <= row && row < cell.row + cell.row_span;
        if (spans && cell.row_span == 1) continue;
        if (spans) --cell.row_span;
        else if (cell.row > row) --cell.row;
        kept.push_back(std::move(cell));
    }
    cells = std::move(kept);
    --rows;
}

void TableGrid::add(GridCell cell) {
    const auto after = std::find_if(cells.begin(), cells.end(), [&](const GridCell& other) {
        return std::pair{other.row, other.column} > std::pair{cell.row, cell.column};
    });
    cells.insert(after, std::move(cell));
}

const GridCell& TableGrid::at(int row, int column) const {
    const auto covers = [&](const GridCell& cell) {
        return cell.row <= row && row < cell.row + cell.row_span && cell.column <= column && column < cell.column + cell.column_span;
    };
    const auto found = std::find_if(cells.begin(), cells.end(), covers);
    if (found == cells.end()) throw std::logic_error{"a hole in a drawn table"};
    return *found;
}

TableGrid draw_table(const MadeReport& report, const model::TableSpec& table) {
    std::size_t width = 0;
    for (const auto& block : table.blocks) {
        std::size_t labels = 1;
        for (const auto& row : block.rows) labels = std::max(labels, groups_of(block, row).size() + 1);
        width = std::max(width, block.flat ? block.rows.size() * block.columns.size() : labels + block.columns.size());
    }
    Drawing drawing{report, static_cast<int>(width)};
    for (const auto& block : table.blocks) {
        if (!block.caption.text.empty()) drawing.caption(block.caption.text);
        block.flat ? drawing.flat(block) : drawing.upright(block);
    }
    return drawing.take();
}

}  // namespace gouji::generator
