// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include "tests/property/round_trip.hpp"

namespace gouji::property {
namespace {

using generator::Element;
using generator::GridCell;
using generator::TableGrid;

TableGrid& some_table(std::vector<Element>& elements, generator::Dice& dice) {
    std::vector<TableGrid*> tables;
    for (auto& element : elements) {
        if (element.kind == Element::Kind::table) tables.push_back(&element.table);
    }
    return *dice.pick(tables);
}

std::vector<std::size_t> figure_cells(const TableGrid& grid) {
    std::vector<std::size_t> cells;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        if (grid.cells[i].figure) cells.push_back(i);
    }
    return cells;
}

// Where cells follow each other, those to the right move one place to the left and the row is too short. Where they stand
// at places of their own, the place is left blank.
void drop_cell(TableGrid& grid, generator::Shape shape, generator::Dice& dice) {
    if (shape == generator::Shape::aligned || shape == generator::Shape::pdf) {
        grid.cells[dice.pick(figure_cells(grid))].text.clear();
        return;
    }
    const GridCell gone = grid.cells[dice.pick(figure_cells(grid))];
    std::erase_if(grid.cells, [&](const GridCell& cell) { return cell.row == gone.row && cell.column == gone.column; });
    int right = gone.column;
    for (auto& cell : grid.cells) {
        if (cell.row != gone.row || cell.column < gone.column) continue;
        cell.column -= gone.column_span;
        right = cell.column + cell.column_span;
    }
    if (right < grid.columns) grid.add({"", gone.row, right, 1, grid.columns - right, false, true});
}

int row_of_figures(const TableGrid& grid, generator::Dice& dice) { return grid.cells[dice.pick(figure_cells(grid))].row; }

void drop_row(TableGrid& grid, generator::Dice& dice) { grid.remove_row(row_of_figures(grid, dice)); }

void double_row(TableGrid& grid, generator::Dice& dice) {
    const int row = row_of_figures(grid, dice);
    TableGrid doubled{grid.rows + 1, grid.columns, {}};
    for (auto cell : grid.cells) {
        const bool spans = cell.row <= row && row < cell.row + cell.row_span && cell.row_span > 1;
        if (spans) ++cell.row_span;
        const GridCell copy = cell;
        if (cell.row > row) ++cell.row;
        doubled.add(cell);
        if (!spans && copy.row == row) doubled.add({copy.text, row + 1, copy.column, 1, copy.column_span, copy.figure});
    }
    grid = std::move(doubled);
}

// Two neighbouring figure columns change places, labels and figures alike, as an editor's drag of a column does.
void swap_columns(TableGrid& grid, generator::Dice& dice) {
    const int left = grid.cells[dice.pick(figure_cells(grid))].column;
    const int right = left + 1;
    const auto swappable = [&](const GridCell& cell) { return cell.column_span == 1 && (cell.column == left || cell.column == right); };
    const auto shape_of = [&](int column) {
        std::vector<std::pair<int, int>> shape;
        for (const auto& cell : grid.cells) {
            if (cell.column_span == 1 && cell.column == column) shape.emplace_back(cell.row, cell.row_span);
        }
        return shape;
    };
    if (right >= grid.columns || shape_of(left) != shape_of(right)) return;
    for (auto& cell : grid.cells) {
        if (swappable(cell)) cell.column = cell.column == left ? right : left;
    }
    std::sort(grid.cells.begin(), grid.cells.end(), [](const GridCell& a, const GridCell& b) { return std::pair{a.row, a.column} < std::pair{b.row, b.column}; });
}

}  // namespace

std::string_view name_of(Damage damage) {
    constexpr std::array names{"drop_cell", "drop_row", "double_row", "swap_columns", "truncate"};
    return names.at(static_cast<std::size_t>(damage));
}

std::string write_damaged(const generator::MadeReport& report, generator::Shape shape, Damage damage, generator::Dice& dice) {
    auto elements = generator::elements_of(report);
    switch (damage) {
        case Damage::drop_cell: drop_cell(some_table(elements, dice), shape, dice); break;
        case Damage::drop_row: drop_row(some_table(elements, dice), dice); break;
        case Damage::double_row: double_row(some_table(elements, dice), dice); break;
        case Damage::swap_columns: swap_columns(some_table(elements, dice), dice); break;
        case Damage::truncate: break;
    }
    std::string bytes = generator::write_elements(elements, shape, generator::some_noise(dice), dice);
    if (damage == Damage::truncate) bytes.resize(static_cast<std::size_t>(dice.between(0, static_cast<int>(bytes.size()) - 1)));
    return bytes;
}

}  // namespace gouji::property
