// SPDX-License-Identifier: Apache-2.0
// Grids of the text layouts. find_grids() tells which lines belong to a grid and how it was written down; add_grid()
// makes rows and cells of them. Nothing is known of labels: a grid is a matter of tabs, pipes and columns.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "grammar/lines/line.hpp"
#include "grammar/tree.hpp"

namespace gouji::grammar {

// Lines [first, end) make one grid.
struct GridLines {
    Layout layout = Layout::tabbed;
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

// What the makers of grids read and write.
struct GridSource {
    std::string_view source;
    std::span<const Line> lines;
};

[[nodiscard]] std::vector<GridLines> find_grids(const GridSource& from, const text::FoldedText& folded);

void add_grid(const GridSource& from, const GridLines& grid, Tree& tree);
void add_given_grid(std::string_view source, const GivenGrid& given, Tree& tree);

// The makers, one for each layout; they append rows and cells.
void add_tabbed_rows(const GridSource& from, const GridLines& grid, Tree& tree);
void add_cell_per_line_rows(const GridSource& from, const GridLines& grid, Tree& tree);
void add_piped_rows(const GridSource& from, const GridLines& grid, Tree& tree);
void add_comma_rows(const GridSource& from, const GridLines& grid, Tree& tree);
void add_aligned_rows(const GridSource& from, const GridLines& grid, Tree& tree);

// Programs put quotation marks around a cell; they are none of its text.
[[nodiscard]] inline bool is_quoted(std::string_view cell) { return cell.size() >= 2 && cell.front() == '"' && cell.back() == '"'; }

// Lets `finder` look at the lines that the grids found so far leave over.
template <class Finder>
void look_between(const std::vector<GridLines>& taken, std::size_t line_count, Finder& finder) {
    std::uint32_t at = 0;
    for (const GridLines& grid : taken) {
        finder.look(at, grid.first);
        at = grid.end;
    }
    finder.look(at, static_cast<std::uint32_t>(line_count));
}

// Without the white space around it. `folded` is the same text, folded.
[[nodiscard]] Cell make_cell(std::string_view source, Span span, FoldedSpan folded, std::size_t column);

// Opens a row; cells appended to the tree belong to it until close_row() counts them and sets its span.
void open_row(Tree& tree, bool after_break);
void close_row(Tree& tree);

// For layouts with a row on each line: calls `add_cells` for every line that is one, with its row open.
template <class IsRow, class AddCells>
void add_rows_of_lines(const GridSource& from, const GridLines& grid, Tree& tree, IsRow is_row, AddCells add_cells) {
    bool broken = false;
    for (std::uint32_t i = grid.first; i < grid.end; ++i) {
        const Line& line = from.lines[i];
        broken = broken || is_break(line);
        if (!is_row(line)) continue;
        open_row(tree, broken && i > grid.first);
        broken = false;
        add_cells(line);
        close_row(tree);
    }
}

}  // namespace gouji::grammar
