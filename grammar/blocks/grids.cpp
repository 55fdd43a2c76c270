// SPDX-License-Identifier: Apache-2.0
#include "grammar/blocks/grids.hpp"

#include <algorithm>
#include <array>

#include "grammar/blocks/written_out.hpp"

namespace gouji::grammar {
namespace {

// The cell at its place for text that is not there.
Cell given_cell(std::string_view source, const GivenGrid::GivenCell& given, const text::FoldedText& folded) {
    Cell cell;
    cell.span = trim(source, given.span);
    cell.folded = folded.to_folded(cell.span);
    cell.column = given.column;
    cell.column_span = std::max<std::uint16_t>(given.column_span, 1);
    cell.row_span = std::max<std::uint16_t>(given.row_span, 1);
    return cell;
}

// What programs write for a cell without a value. It stays where it is, and says nothing.
void empty_missing_values(Tree& tree, std::uint32_t first_row) {
    static constexpr std::array<std::string_view, 6> missing{"None", "NaN", "nan", "NULL", "null", "<NA>"};
    for (std::size_t i = tree.rows[first_row].first_cell; i < tree.cells.size(); ++i) {
        FoldedSpan& text = tree.cells[i].folded;
        if (std::ranges::find(missing, tree.folded.slice(text)) != missing.end()) text.end = text.begin;
    }
}

}  // namespace

Cell make_cell(std::string_view source, Span span, FoldedSpan folded, std::size_t column) {
    Cell cell;
    cell.span = trim(source, span);
    cell.folded = folded;
    cell.column = static_cast<std::uint16_t>(std::min<std::size_t>(column, 0xFFFF));
    return cell;
}

void open_row(Tree& tree, bool after_break) {
    Row& row = tree.rows.emplace_back();
    row.first_cell = static_cast<std::uint32_t>(tree.cells.size());
    row.after_break = after_break;
}

void close_row(Tree& tree) {
    Row& row = tree.rows.back();
    row.cell_count = static_cast<std::uint32_t>(tree.cells.size()) - row.first_cell;
    if (row.cell_count == 0) return;
    row.span = tree.cells[row.first_cell].span;
    for (std::uint32_t i = 1; i < row.cell_count; ++i) row.span = text::cover(row.span, tree.cells[row.first_cell + i].span);
}

void add_grid(const GridSource& from, const GridLines& lines, Tree& tree) {
    const auto first_row = static_cast<std::uint32_t>(tree.rows.size());
    switch (lines.layout) {
        case Layout::tabbed: add_tabbed_rows(from, lines, tree); break;
        case Layout::cell_per_line: add_cell_per_line_rows(from, lines, tree); break;
        case Layout::piped: add_piped_rows(from, lines, tree); break;
        case Layout::commas: add_comma_rows(from, lines, tree); break;
        case Layout::aligned: add_aligned_rows(from, lines, tree); break;
        case Layout::structured: break;
    }
    if (first_row < tree.rows.size()) empty_missing_values(tree, first_row);
    if (lines.layout == Layout::tabbed || lines.layout == Layout::piped || lines.layout == Layout::commas) join_written_out_cells(tree, first_row);
    Grid& grid = tree.grids.emplace_back();
    grid.layout = lines.layout;
    grid.first_row = first_row;
    grid.row_count = static_cast<std::uint32_t>(tree.rows.size()) - first_row;
    grid.span = {from.lines[lines.first].source.begin, from.lines[lines.end - 1].source.end};
    tree.blocks.push_back({BlockKind::grid, static_cast<std::uint32_t>(tree.grids.size() - 1), grid.span});
}

void add_given_grid(std::string_view source, const GivenGrid& given, Tree& tree) {
    Grid grid;
    grid.layout = Layout::structured;
    grid.first_row = static_cast<std::uint32_t>(tree.rows.size());
    grid.span = given.span;
    std::vector<GivenGrid::GivenCell> cells = given.cells;
    std::stable_sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) {
        return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    for (std::size_t i = 0; i < cells.size();) {
        const std::uint16_t row = cells[i].row;
        open_row(tree, false);
        for (; i < cells.size() && cells[i].row == row; ++i) tree.cells.push_back(given_cell(source, cells[i], tree.folded));
        close_row(tree);
        tree.rows.back().unsure = std::ranges::binary_search(given.unsure_rows, row);
    }
    grid.row_count = static_cast<std::uint32_t>(tree.rows.size()) - grid.first_row;
    tree.grids.push_back(grid);
    tree.blocks.push_back({BlockKind::grid, static_cast<std::uint32_t>(tree.grids.size() - 1), grid.span});
}

}  // namespace gouji::grammar
