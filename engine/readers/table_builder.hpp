// SPDX-License-Identifier: Apache-2.0
// TableBuilder: a table with spanned cells, as web pages and Word files write it, resolved to a grid and written down as lines
// with tabs between the cells; slots covered by a span stay empty. It owns the cells until write(). Rows and columns in which
// no cell begins are left out: they tell nothing and come from the drawing of borders; so are empty columns at the right edge.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/tree.hpp"

namespace gouji::readers {

// Cells that one document may still have, all its tables together.
struct CellBudget {
    std::uint32_t left = 0;
    bool exceeded = false;

    bool take(std::size_t count) {
        exceeded = exceeded || count > left;
        if (!exceeded) left -= static_cast<std::uint32_t>(count);
        return !exceeded;
    }
};

// What a table was written as: a grid, or a line of prose that had a row of its own.
struct TablePart {
    text::Span span;  // without the last line end
    std::optional<grammar::GivenGrid> grid;
};

class TableBuilder {
public:
    explicit TableBuilder(CellBudget& budget) : budget_{&budget} {}

    void begin_row();
    // The next cell begins no further left than in this column.
    void go_to(std::uint32_t column);
    // A row span of 0 reaches to the last row. The text is one line without tabs.
    void add(std::string_view text, std::uint32_t column_span, std::uint32_t row_span);

    [[nodiscard]] bool empty() const { return cells_.empty(); }
    // Appends the lines, each ended by '\n', to `text`; the grid's spans are offsets into it. Nothing is written once the
    // budget is exceeded.
    [[nodiscard]] grammar::GivenGrid write(std::string& text);
    // The same, but section headings and prose that someone put into rows of the table stand between grids.
    [[nodiscard]] std::vector<TablePart> write_parts(std::string& text);

private:
    friend class RowSorter;
    struct Placed {
        std::uint32_t begin, end;  // in texts_
        std::uint32_t row, column, row_span, column_span;
        bool unsure = false;  // of a row that may have lost a cell
    };
    void drop_empty_edge();
    void doubt_short_rows(std::uint32_t written, std::uint32_t width);
    void compact();
    [[nodiscard]] TablePart write_prose(std::size_t cell, std::string& text) const;
    [[nodiscard]] TablePart write_cells(std::size_t first, std::size_t last, std::string& text) const;
    std::uint32_t occupy(std::size_t first, std::size_t last);
    void write_row(std::size_t first, std::size_t last, std::string& text, grammar::GivenGrid& grid);

    CellBudget* budget_;
    std::string texts_;
    std::vector<Placed> cells_;               // row by row, from left to right
    std::vector<std::uint32_t> occupied_to_;  // by column: the first row that is free again
    std::uint32_t rows_ = 0;
    std::uint32_t column_ = 0;
};

}  // namespace gouji::readers
