// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/pdf/top_labels.hpp"

#include <algorithm>

namespace gouji::readers::pdf {
namespace {

// In parts of an em.
constexpr double wrapped = 0.6;  // between the lines of one label
constexpr double beside = 0.3;

class TopAssigner {
public:
    TopAssigner(const PageLines& page, const Band& band, const PdfTable& table)
        : page_{page}, band_{band}, rows_{table.rows}, labels_(table.rows.size()) {}

    bool read() {
        for (std::size_t line = band_.body; line < band_.end; ++line) {
            if (!take(line)) return false;
        }
        return next_ == labels_.size();
    }

    void give(PdfTable& table) {
        for (std::size_t row = 0; row < labels_.size(); ++row) table.rows[row].label = std::move(labels_[row]);
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            groups_[i].last = end_of(i, table);
            table.groups.push_back(std::move(groups_[i]));
        }
    }

private:
    bool take(std::size_t line) {
        std::vector<const Chunk*> chunks;
        for (const Chunk& chunk : page_.lines[line].chunks) {
            if (!is_among_figures(chunk, band_)) chunks.push_back(&chunk);
        }
        if (next_ < rows_.size() && rows_[next_].first_line == line) {
            if (chunks.empty()) return false;
            labels_[next_] = {chunks.back()->box, chunks.back()->em, chunks.back()->text};
            lowest_ = chunks.back()->box.bottom;
            chunks.pop_back();
            ++next_;
            return std::ranges::all_of(chunks, [&](const Chunk* chunk) { return goes_on(*chunk) || begin_group(*chunk); });
        }
        return next_ > 0 && std::ranges::all_of(chunks, [&](const Chunk* chunk) { return continues_label(*chunk) || goes_on(*chunk); });
    }

    // A line right below the last row's label.
    bool continues_label(const Chunk& chunk) {
        Label& label = labels_[next_ - 1];
        const bool below = chunk.box.left >= label.box.left - beside * chunk.em && chunk.box.top - lowest_ < wrapped * chunk.em;
        if (!below || leading_number(chunk.text)) return false;
        label.text += chunk.text;
        label.box.add(chunk.box);
        lowest_ = chunk.box.bottom;
        return true;
    }

    // A further line of the label of a group.
    bool goes_on(const Chunk& chunk) {
        for (std::size_t i = groups_.size(); i-- > 0;) {
            Label& label = groups_[i].label;
            if (!overlap(label.box, chunk.box)) continue;
            if (leading_number(chunk.text) || chunk.box.top - label.box.bottom > wrapped * chunk.em) return false;
            label.text += chunk.text;
            label.box.add(chunk.box);
            return true;
        }
        return false;
    }

    bool begin_group(const Chunk& chunk) {
        groups_.push_back({{chunk.box, chunk.em, chunk.text}, next_ - 1, 0});
        return true;
    }

    // A group ends where the next label of its column begins, or a row whose own label reaches into that column.
    [[nodiscard]] std::size_t end_of(std::size_t group, const PdfTable& table) const {
        const GroupLabel& own = groups_[group];
        std::size_t end = own.first + 1;
        const auto is_deeper = [&](const TableRow& row) { return row.label.box.left >= own.label.box.right - beside * own.label.em; };
        while (end < table.rows.size() && is_deeper(table.rows[end])) ++end;
        for (std::size_t i = group + 1; i < groups_.size(); ++i) {
            if (overlap(groups_[i].label.box, own.label.box)) end = std::min(end, groups_[i].first);
        }
        return end;
    }

    const PageLines& page_;
    const Band& band_;
    const std::vector<TableRow>& rows_;
    std::vector<Label> labels_;  // by row
    std::vector<GroupLabel> groups_;
    std::size_t next_ = 0;  // row
    double lowest_ = 0;     // line of the last row's label
};

}  // namespace

bool assign_top_labels(const PageLines& page, const Band& band, PdfTable& table) {
    const double top = page.lines[band.body].box.top;
    const double bottom = page.lines[band.end - 1].box.bottom;
    const auto stands_in_band = [&](const Word& word) { return word.box.middle() > top && word.box.middle() < bottom; };
    if (std::ranges::any_of(page.verticals, stands_in_band)) return false;
    TopAssigner assigner{page, band, table};
    if (!assigner.read()) return false;
    assigner.give(table);
    return true;
}

}  // namespace gouji::readers::pdf
