// SPDX-License-Identifier: Apache-2.0
// Pages and documents that were laid out as one table hold headings and prose in rows of their own, between rows of cells.
#include <algorithm>

#include "engine/readers/table_builder.hpp"
#include "grammar/parse.hpp"
#include "grammar/text/folded_text.hpp"

namespace gouji::readers {
namespace {

constexpr std::size_t longest_heading = 150;  // bytes

bool is_section_heading(std::string_view text) {
    if (text.empty() || text.size() > longest_heading || static_cast<unsigned char>(text.front()) < 0x80) return false;
    const auto number = grammar::read_leading_number(text::fold_label(text));
    return number && (number->style == grammar::Numbering::chinese || number->style == grammar::Numbering::part);
}

bool is_sentence(std::string_view text) { return text.find("。") != std::string_view::npos; }

bool is_figure(std::string_view text) {
    const std::string folded = text::fold_label(text);
    return grammar::is_cell_mark(folded) || grammar::read_cell_number(folded).has_value();
}

}  // namespace

// Tells the rows that are prose from those that belong to a grid.
class RowSorter {
public:
    struct Row {
        std::size_t first = 0;  // its cells
        std::size_t last = 0;
        bool lone = false;  // one cell, and none from above reaches into it
        bool prose = false;
    };

    explicit RowSorter(const TableBuilder& table) : table_{table} {}

    // Empty where the table holds no section heading: then it stays as it is.
    std::vector<Row> sort() {
        find_rows();
        std::vector<std::size_t> headings;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (!is_heading(i)) continue;
            rows_[i].prose = true;
            headings.push_back(i);
        }
        if (headings.empty()) return {};
        mark_above(headings.front());
        for (std::size_t i = 0; i < headings.size(); ++i)
            mark_between(headings[i] + 1, i + 1 < headings.size() ? headings[i + 1] : rows_.size());
        return std::move(rows_);
    }

private:
    [[nodiscard]] std::string_view text_of(std::size_t cell) const {
        const auto& placed = table_.cells_[cell];
        return std::string_view{table_.texts_}.substr(placed.begin, placed.end - placed.begin);
    }
    [[nodiscard]] std::string_view text_of(const Row& row) const { return text_of(row.first); }

    void find_rows() {
        const auto& cells = table_.cells_;
        std::uint64_t reached = 0;  // the first row that no cell from above reaches
        for (std::size_t first = 0; first < cells.size();) {
            Row row{first, first + 1};
            while (row.last < cells.size() && cells[row.last].row == cells[first].row) ++row.last;
            row.lone = row.last == first + 1 && reached <= cells[first].row;
            for (std::size_t i = first; i < row.last; ++i)
                reached = std::max(reached, std::uint64_t{cells[i].row} + cells[i].row_span);
            rows_.push_back(row);
            first = row.last;
        }
    }

    // A numbered label over rows of figures is no heading: below one stand prose or the header of a table.
    [[nodiscard]] bool is_heading(std::size_t i) const {
        if (!rows_[i].lone || !is_section_heading(text_of(rows_[i]))) return false;
        if (i + 1 == rows_.size() || rows_[i + 1].lone) return true;
        const Row& below = rows_[i + 1];
        std::size_t written = 0;
        for (std::size_t cell = below.first; cell < below.last; ++cell) {
            const std::string_view text = text_of(cell);
            written += text.empty() ? 0 : 1;
            if (!text.empty() && is_figure(text)) return false;
        }
        return written > 1;
    }

    [[nodiscard]] std::size_t end_of_lone_rows(std::size_t from, std::size_t to) const {
        while (from < to && rows_[from].lone) ++from;
        return from;
    }

    // Title and lead.
    void mark_above(std::size_t first_heading) {
        const std::size_t end = end_of_lone_rows(0, first_heading);
        for (std::size_t i = 0; i < end; ++i) rows_[i].prose = true;
    }

    // Prose below a heading ends with its last sentence; what follows may be a caption of the table.
    void mark_between(std::size_t from, std::size_t to) {
        std::size_t end = end_of_lone_rows(from, to);
        const bool table = end < to;
        while (table && end > from && !is_sentence(text_of(rows_[end - 1]))) --end;
        for (std::size_t i = from; i < end; ++i) rows_[i].prose = true;
        for (std::size_t i = to; i > end && rows_[i - 1].lone && is_sentence(text_of(rows_[i - 1])); --i) rows_[i - 1].prose = true;
    }

    const TableBuilder& table_;
    std::vector<Row> rows_;
};

TablePart TableBuilder::write_prose(std::size_t cell, std::string& text) const {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text.append(texts_, cells_[cell].begin, cells_[cell].end - cells_[cell].begin);
    const auto end = static_cast<std::uint32_t>(text.size());
    text += '\n';
    return {{begin, end}, std::nullopt};
}

TablePart TableBuilder::write_cells(std::size_t first, std::size_t last, std::string& text) const {
    TableBuilder part{*budget_};
    const std::uint32_t base = cells_[first].row;
    for (std::size_t i = first; i < last; ++i) {
        Placed cell = cells_[i];
        const auto begin = static_cast<std::uint32_t>(part.texts_.size());
        part.texts_.append(texts_, cell.begin, cell.end - cell.begin);
        cell.end = begin + (cell.end - cell.begin);
        cell.begin = begin;
        cell.row -= base;
        part.cells_.push_back(cell);
        part.occupied_to_.resize(std::max<std::size_t>(part.occupied_to_.size(), cell.column + cell.column_span));
    }
    part.rows_ = part.cells_.back().row + 1;
    grammar::GivenGrid grid = part.write(text);
    const text::Span span = grid.span;
    return {span, std::move(grid)};
}

std::vector<TablePart> TableBuilder::write_parts(std::string& text) {
    drop_empty_edge();
    const std::vector<RowSorter::Row> rows = RowSorter{*this}.sort();
    std::vector<TablePart> parts;
    if (rows.empty()) {
        grammar::GivenGrid grid = write(text);
        const text::Span span = grid.span;
        parts.push_back({span, std::move(grid)});
        return parts;
    }
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first + 1;
        while (last < rows.size() && !rows[first].prose && !rows[last].prose) ++last;
        const bool blank = rows[first].lone && cells_[rows[first].first].begin == cells_[rows[first].first].end;
        if (!rows[first].prose) parts.push_back(write_cells(rows[first].first, rows[last - 1].last, text));
        else if (!blank) parts.push_back(write_prose(rows[first].first, text));
        first = last;
    }
    return parts;
}

}  // namespace gouji::readers
