// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "grammar/blocks/aligned_segments.hpp"

namespace gouji::grammar {
namespace {

using aligned::DraftRow;
using aligned::HeaderLabel;
using aligned::Segment;
using aligned::Word;

class Writer {
public:
    explicit Writer(Tree& tree) : tree_{tree} {}

    void write(const Segment& segment) {
        measure(segment);
        for (const auto& line : segment.header.groups) write_groups(segment, line);
        write_leaves(segment);
        for (const DraftRow& row : segment.rows) write_row(row);
    }

private:
    // Label columns come first; figures are counted from the column behind the last label.
    void measure(const Segment& segment) {
        labels_ = 0;
        figures_ = 0;
        for (const DraftRow& row : segment.rows) {
            if (!row.figures.empty()) labels_ = std::max(labels_, row.labels.size());
            figures_ = std::max(figures_, row.figures.size());
        }
        const std::size_t leaves = segment.header.leaves.size();
        leading_ = leaves > figures_ ? leaves - figures_ : 0;
        if (figures_ == 0) leading_ = leaves;
        labels_ = std::max(labels_, leading_);
        places_.clear();
        std::size_t full = 0;
        for (const DraftRow& row : segment.rows) {
            if (row.figures.size() != figures_) continue;
            if (++full == 1) places_ = row.figures;
        }
        places_are_certain_ = full > 1 && misfits(segment) == 0;
    }

    [[nodiscard]] std::size_t leaf_column(std::size_t leaf) const { return leaf < leading_ ? leaf : labels_ + leaf - leading_; }

    void write_groups(const Segment& segment, const std::vector<HeaderLabel>& groups) {
        open_row(tree_, segment.after_break && &groups == &segment.header.groups.front());
        for (const HeaderLabel& group : groups) {
            const std::size_t first = leaf_column(group.first_leaf);
            add_cell(group.pieces, first, leaf_column(group.first_leaf + group.leaf_count - 1) - first + 1);
        }
        close_row(tree_);
    }

    void write_leaves(const Segment& segment) {
        if (segment.header.leaves.empty()) return;
        open_row(tree_, segment.after_break && segment.header.groups.empty());
        for (std::size_t i = 0; i < segment.header.leaves.size(); ++i) add_cell(segment.header.leaves[i].pieces, leaf_column(i), 1);
        close_row(tree_);
    }

    void write_row(const DraftRow& row) {
        open_row(tree_, row.after_break);
        for (std::size_t i = 0; i < row.labels.size(); ++i) add_cell(row.labels[i], i, 1);
        write_figures(row, figure_columns(row));
        close_row(tree_);
    }

    // Where every word of the table stands in its place, a place without a word is an empty cell.
    void write_figures(const DraftRow& row, const std::vector<std::size_t>& columns) {
        const bool has_gaps = places_are_certain_ && !row.figures.empty() && row.figures.size() < figures_ && columns.front() < figures_ &&
                              stands_in_places(row, columns);
        for (std::size_t i = 0, column = 0; i < row.figures.size(); ++i, ++column) {
            for (; has_gaps && column < columns[i]; ++column) add_blank(row.figures[i], labels_ + column);
            add_cell({row.figures[i]}, labels_ + columns[i], 1);
            if (!has_gaps || i + 1 < row.figures.size()) continue;
            while (++column < figures_) add_blank(row.figures[i], labels_ + column);
        }
    }

    // Each figure under those of the full rows, and no words among them.
    [[nodiscard]] bool stands_in_places(const DraftRow& row, const std::vector<std::size_t>& columns) const {
        for (const auto& label : row.labels) {
            if (std::any_of(label.begin(), label.end(), [&](const Word& word) { return word.end > places_.front().begin; })) return false;
        }
        for (std::size_t i = 0; i < row.figures.size(); ++i) {
            if (!places_[columns[i]].overlaps(row.figures[i])) return false;
        }
        return true;
    }

    // An empty cell has its place before the next figure, or behind the last one.
    void add_blank(const Word& beside, std::size_t column) {
        const bool behind = !tree_.cells.empty() && tree_.cells.back().span.begin == beside.source.begin;
        const std::uint32_t at = behind ? beside.source.end : beside.source.begin;
        Cell cell;
        cell.span = {at, at};
        cell.folded = {tree_.folded.to_folded(beside.source).begin, tree_.folded.to_folded(beside.source).begin};
        cell.column = static_cast<std::uint16_t>(column);
        tree_.cells.push_back(cell);
    }

    // A row with fewer figures than others: each stands under the figure of a full row, or they are only counted.
    [[nodiscard]] std::vector<std::size_t> figure_columns(const DraftRow& row) const {
        std::vector<std::size_t> counted;
        std::vector<std::size_t> placed;
        for (std::size_t i = 0; i < row.figures.size(); ++i) {
            counted.push_back(i);
            for (std::size_t c = placed.empty() ? 0 : placed.back() + 1; c < places_.size(); ++c) {
                if (!places_[c].overlaps(row.figures[i])) continue;
                placed.push_back(c);
                break;
            }
        }
        const bool all = row.figures.size() < figures_ && placed.size() == row.figures.size();
        return all ? placed : counted;
    }

    void add_cell(const std::vector<Word>& pieces, std::size_t column, std::size_t span) {
        Cell cell;
        cell.span = pieces.front().source;
        cell.folded = tree_.folded.to_folded(cell.span);
        cell.column = static_cast<std::uint16_t>(column);
        cell.column_span = static_cast<std::uint16_t>(span);
        if (pieces.size() > 1) {
            cell.folded.begin = static_cast<std::uint32_t>(tree_.folded.chars().size());
            for (const Word& piece : pieces) tree_.folded.append(tree_.folded, tree_.folded.to_folded(piece.source));
            cell.folded.end = static_cast<std::uint32_t>(tree_.folded.chars().size());
        }
        tree_.cells.push_back(cell);
    }

    Tree& tree_;
    std::size_t labels_ = 0;   // label columns
    std::size_t figures_ = 0;  // figure columns
    std::size_t leading_ = 0;  // header labels over label columns
    std::vector<Word> places_;  // of the figures of a full row
    bool places_are_certain_ = false;
};

}  // namespace

void add_aligned_rows(const GridSource& from, const GridLines& grid, Tree& tree) {
    Writer writer{tree};
    for (const Segment& segment : aligned::read_segments(from, grid)) writer.write(segment);
}

}  // namespace gouji::grammar
