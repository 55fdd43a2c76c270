// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/table_builder.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace gouji::readers {
namespace {

constexpr std::uint32_t most_columns = 1000;  // as browsers have it
constexpr std::uint32_t to_the_end = std::numeric_limits<std::uint32_t>::max();

// New numbers for old ones, counting only those marked; `numbers[n]` for n up to and including the size.
std::vector<std::uint32_t> renumber(const std::vector<bool>& kept) {
    std::vector<std::uint32_t> numbers(kept.size() + 1);
    for (std::size_t i = 0; i < kept.size(); ++i) numbers[i + 1] = numbers[i] + (kept[i] ? 1 : 0);
    return numbers;
}

}  // namespace

void TableBuilder::begin_row() {
    ++rows_;
    column_ = 0;
}

void TableBuilder::go_to(std::uint32_t column) { column_ = std::max(column_, std::min(column, most_columns)); }

void TableBuilder::add(std::string_view text, std::uint32_t column_span, std::uint32_t row_span) {
    if (rows_ == 0) begin_row();
    const std::uint32_t row = rows_ - 1;
    const auto is_free = [&](std::uint32_t column) { return column >= occupied_to_.size() || occupied_to_[column] <= row; };
    while (!is_free(column_)) ++column_;
    if (column_ >= most_columns || !budget_->take(1)) {
        budget_->exceeded = true;
        return;
    }
    const std::uint32_t last = std::min(column_ + std::clamp(column_span, 1U, most_columns), most_columns);
    const std::uint32_t until = row_span == 0 || row_span > to_the_end - row ? to_the_end : row + row_span;
    const std::uint32_t first = column_;
    if (occupied_to_.size() < last) occupied_to_.resize(last);
    do {
        occupied_to_[column_++] = until;
    } while (column_ < last && is_free(column_));
    const auto begin = static_cast<std::uint32_t>(texts_.size());
    texts_ += text;
    cells_.push_back({begin, static_cast<std::uint32_t>(texts_.size()), row, first, until - row, column_ - first});
}

// A row that does not reach the edge, and ends blank where the others end, may have lost a cell: its blank one would be that of the edge.
void TableBuilder::doubt_short_rows(std::uint32_t written, std::uint32_t width) {
    if (width == written) return;
    std::vector<std::int32_t> at_edge(rows_ + 1);  // cells there, counted up where they begin and down where they end
    for (const Placed& cell : cells_) {
        if (cell.column + cell.column_span <= written) continue;
        ++at_edge[cell.row];
        --at_edge[cell.row_span > rows_ - cell.row ? rows_ : cell.row + cell.row_span];
    }
    std::partial_sum(at_edge.begin(), at_edge.end(), at_edge.begin());
    for (Placed& cell : cells_) {
        const bool last = cell.column + 1 == written && cell.column_span == 1 && at_edge[cell.row] == 0;
        cell.unsure |= last && cell.begin == cell.end;
    }
}

// Columns at the right edge in which nothing is written come from the drawing of tables, too.
void TableBuilder::drop_empty_edge() {
    std::uint32_t written = 0;
    for (const Placed& cell : cells_) written = cell.end > cell.begin ? std::max(written, cell.column + 1) : written;
    if (written == 0) return;
    doubt_short_rows(written, static_cast<std::uint32_t>(occupied_to_.size()));
    std::erase_if(cells_, [&](const Placed& cell) { return cell.column >= written; });
    occupied_to_.resize(std::min<std::size_t>(occupied_to_.size(), written));
    for (Placed& cell : cells_) cell.column_span = std::min(cell.column_span, written - cell.column);
}

void TableBuilder::compact() {
    drop_empty_edge();
    std::vector<bool> row_used(rows_);
    std::vector<bool> column_used(occupied_to_.size());
    for (const Placed& cell : cells_) {
        row_used[cell.row] = true;
        column_used[cell.column] = true;
    }
    const auto row_number = renumber(row_used);
    const auto column_number = renumber(column_used);
    for (Placed& cell : cells_) {
        const std::uint32_t row_end = cell.row_span > rows_ - cell.row ? rows_ : cell.row + cell.row_span;
        const std::uint32_t column_end = cell.column + cell.column_span;
        cell.row = row_number[cell.row];
        cell.row_span = row_number[row_end] - cell.row;
        cell.column = column_number[cell.column];
        cell.column_span = column_number[column_end] - cell.column;
    }
    rows_ = row_number.back();
}

// The slots of a row, up to the last one that a cell of this row or of one above covers.
std::uint32_t TableBuilder::occupy(std::size_t first, std::size_t last) {
    const std::uint32_t row = cells_[first].row;
    for (std::size_t i = first; i < last; ++i) {
        const Placed& cell = cells_[i];
        const auto begin = occupied_to_.begin() + cell.column;
        std::fill(begin, begin + cell.column_span, row + cell.row_span);
    }
    std::uint32_t width = 0;
    for (std::uint32_t column = 0; column < occupied_to_.size(); ++column)
        width = occupied_to_[column] > row ? column + 1 : width;
    return width;
}

void TableBuilder::write_row(std::size_t first, std::size_t last, std::string& text, grammar::GivenGrid& grid) {
    const std::uint32_t width = occupy(first, last);
    if (!budget_->take(width - (last - first))) return;
    std::uint32_t column = 0;
    for (std::size_t i = first; i < last; ++i) {
        const Placed& cell = cells_[i];
        text.append(cell.column - column, '\t');
        column = cell.column;
        const auto begin = static_cast<std::uint32_t>(text.size());
        text.append(texts_, cell.begin, cell.end - cell.begin);
        if (cell.unsure) grid.unsure_rows.push_back(static_cast<std::uint16_t>(cell.row));
        grid.cells.push_back({{begin, static_cast<std::uint32_t>(text.size())},
                              static_cast<std::uint16_t>(cell.row),
                              static_cast<std::uint16_t>(cell.column),
                              static_cast<std::uint16_t>(cell.row_span),
                              static_cast<std::uint16_t>(cell.column_span)});
    }
    text.append(width - column - 1, '\t');
    text += '\n';
}

grammar::GivenGrid TableBuilder::write(std::string& text) {
    compact();
    grammar::GivenGrid grid;
    grid.span.begin = static_cast<std::uint32_t>(text.size());
    constexpr std::uint32_t most_rows = std::numeric_limits<std::uint16_t>::max();
    if (rows_ > most_rows) budget_->exceeded = true;
    std::ranges::fill(occupied_to_, 0);
    for (std::size_t first = 0; first < cells_.size() && !budget_->exceeded;) {
        std::size_t last = first;
        while (last < cells_.size() && cells_[last].row == cells_[first].row) ++last;
        write_row(first, last, text, grid);
        first = last;
    }
    grid.span.end = static_cast<std::uint32_t>(text.size());
    if (grid.span.end > grid.span.begin) --grid.span.end;  // without the last line end
    return grid;
}

}  // namespace gouji::readers
