// SPDX-License-Identifier: Apache-2.0
#include "grammar/blocks/written_out.hpp"

#include <algorithm>

#include "grammar/parse.hpp"

namespace gouji::grammar {
namespace {

constexpr std::uint32_t none = 0xFFFF'FFFF;

bool is_label(std::string_view text) {
    const bool words = std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
    return words && !read_cell_number(text) && !is_cell_mark(text);
}

// Among the first cells of the rows, two pairs of neighbours at least that say the same.
bool has_written_out_cells(const Tree& tree, std::uint32_t first_row) {
    constexpr std::uint32_t label_cells = 3;
    std::uint32_t pairs = 0;
    for (std::uint32_t r = first_row; r < tree.rows.size() && pairs < 2; ++r) {
        const Row& row = tree.rows[r];
        for (std::uint32_t i = 1; i < std::min(row.cell_count, label_cells); ++i) {
            const std::string_view text = tree.text_of(tree.cells[row.first_cell + i]);
            pairs += text == tree.text_of(tree.cells[row.first_cell + i - 1]) && is_label(text) ? 1 : 0;
        }
    }
    return pairs >= 2;
}

// Cells side by side that say the same.
struct Run {
    Cell cell;
    std::string_view text;
    bool label = false;
};

class CellJoiner {
public:
    CellJoiner(Tree& tree, std::uint32_t first_row) : tree_{tree}, first_row_{first_row}, first_cell_{tree.rows[first_row].first_cell} {}

    void join() {
        for (std::uint32_t r = first_row_; r < tree_.rows.size(); ++r) take_row(tree_.rows[r]);
        tree_.cells.resize(first_cell_);
        tree_.cells.insert(tree_.cells.end(), cells_.begin(), cells_.end());
    }

private:
    void take_row(Row& row) {
        std::vector<Run> runs = runs_of(row);
        const bool figures = std::ranges::any_of(runs, [](const Run& run) { return run.cell.column > 0 && read_cell_number(run.text); });
        const auto innermost = std::ranges::find_if(runs.rbegin(), runs.rend(), &Run::label);
        row.first_cell = first_cell_ + static_cast<std::uint32_t>(cells_.size());
        const bool all_go_on = std::ranges::all_of(runs, [&](const Run& run) { return origin_of(run) != none; });
        std::vector<std::uint32_t> origins(above_.size(), none);
        for (const Run& run : runs) {
            const bool own = !run.label || all_go_on || (figures && &run == &*innermost);  // a row keeps its own label
            std::uint32_t origin = own ? none : origin_of(run);
            if (origin == none) {
                origin = static_cast<std::uint32_t>(cells_.size());
                cells_.push_back(run.cell);
            } else {
                ++cells_[origin].row_span;
            }
            origins.resize(std::max<std::size_t>(origins.size(), run.cell.column + run.cell.column_span), none);
            std::fill_n(origins.begin() + run.cell.column, run.cell.column_span, run.label ? origin : none);
        }
        above_ = std::move(origins);
        if (figures) {
            row.unsure = row.cell_count < header_width_;  // all rows are as wide; this one lost a cell
        } else {
            header_ = std::move(runs);
            header_width_ = row.cell_count;
        }
        row.cell_count = first_cell_ + static_cast<std::uint32_t>(cells_.size()) - row.first_cell;
    }

    // Figures are one where the header right above them is: 34 | 34 | 34 below 数量 | 数量 | 数量.
    std::vector<Run> runs_of(const Row& row) const {
        std::vector<Run> runs;
        for (std::uint32_t i = row.first_cell; i < row.first_cell + row.cell_count; ++i) {
            const Cell& cell = tree_.cells[i];
            const std::string_view text = tree_.text_of(cell);
            const bool label = is_label(text);
            const bool goes_on = !runs.empty() && runs.back().text == text && !text.empty() && (label || is_below_one(runs.back().cell.column, cell.column));
            if (goes_on) ++runs.back().cell.column_span;
            else runs.push_back({cell, text, label});
        }
        return runs;
    }

    [[nodiscard]] bool is_below_one(std::uint16_t first, std::uint16_t last) const {
        return std::ranges::any_of(header_, [&](const Run& run) { return run.cell.column <= first && last < run.cell.column + run.cell.column_span; });
    }

    // The cell above that goes on here: the same words in the same columns.
    [[nodiscard]] std::uint32_t origin_of(const Run& run) const {
        const Cell& here = run.cell;
        if (!run.label || here.column >= above_.size()) return none;
        const std::uint32_t origin = above_[here.column];
        if (origin == none) return none;
        const Cell& above = cells_[origin];
        return above.column == here.column && above.column_span == here.column_span && tree_.text_of(above) == run.text ? origin : none;
    }

    Tree& tree_;
    std::uint32_t first_row_;
    std::uint32_t first_cell_;
    std::vector<Cell> cells_;
    std::vector<Run> header_;           // of the last row without figures
    std::uint32_t header_width_ = 0;    // in cells as they were written
    std::vector<std::uint32_t> above_;  // by column: the label's cell in the row above, in cells_
};

}  // namespace

void join_written_out_cells(Tree& tree, std::uint32_t first_row) {
    if (first_row < tree.rows.size() && has_written_out_cells(tree, first_row)) CellJoiner{tree, first_row}.join();
}

}  // namespace gouji::grammar
