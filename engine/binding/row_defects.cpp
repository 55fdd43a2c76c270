// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/row_defects.hpp"

#include <algorithm>

#include "engine/binding/label_text.hpp"

namespace gouji::binding {
namespace {

using model::BlockSpec;
using model::Defect;
using model::DefectKind;
using model::FigureIndex;
using model::FigureState;

class RowTeller {
public:
    RowTeller(const RowFacts& facts, std::vector<Defect>& defects) : facts_{facts}, defects_{defects} {
        collapsed_.resize(facts.matches.matches.size(), false);
    }

    void tell() {
        tell_of_group_rows();
        tell_of_missing_rows();
        tell_of_unknown_rows();
        tell_of_doubled_rows();
        tell_of_wording();
        for (std::uint16_t b = 0; b < facts_.table.blocks.size(); ++b) tell_of_groups(b);
    }

private:
    [[nodiscard]] const BlockSpec& block(std::uint32_t ordinal) const { return facts_.table.blocks[facts_.matches.format_rows[ordinal].block]; }
    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(facts_.matches.matches.size()); }
    [[nodiscard]] bool is_there(std::uint32_t ordinal) const { return facts_.matches.matches[ordinal].count > 0; }

    [[nodiscard]] bool is_in_group(std::uint32_t ordinal, const FormatRow& group) const {
        const FormatRow& row = facts_.matches.format_rows[ordinal];
        if (row.block != group.block) return false;
        const BlockSpec& in = block(ordinal);
        for (std::uint32_t at = in.rows[row.row].group; at < in.groups.size(); at = in.groups[at].parent) {
            if (at == group.row) return true;
        }
        return false;
    }

    void add_figures(Defect& defect, std::uint32_t ordinal) const {
        const BlockSpec& in = block(ordinal);
        for (std::size_t c = 0; c < in.columns.size(); ++c) {
            defect.figures.push_back(static_cast<FigureIndex>(in.first_figure + facts_.matches.format_rows[ordinal].row * in.columns.size() + c));
        }
    }

    void tell_of_group_rows() {
        for (const GroupMatch& match : facts_.matches.group_rows) {
            bool any_row = false;
            for (std::uint32_t i = 0; i < count(); ++i) any_row |= is_in_group(i, match.group) && is_there(i);
            const bool has_figures = facts_.text.rows[match.row].count > facts_.readings[match.row].label_end;
            if (any_row || !has_figures) {
                if (facts_.readings[match.row].has_value) tell_of_unknown(match.row, match.row);
                continue;
            }
            Defect defect;
            defect.kind = DefectKind::rows_collapsed;
            defect.span = facts_.text.rows[match.row].span;
            defect.expected = facts_.table.blocks[match.group.block].groups[match.group.row].label.text;
            defect.found = label_of(facts_.text, match.row, facts_.readings[match.row], true);
            for (std::uint32_t i = 0; i < count(); ++i) {
                if (!is_in_group(i, match.group)) continue;
                collapsed_[i] = true;
                add_figures(defect, i);
            }
            defects_.push_back(std::move(defect));
        }
    }

    // Missing rows one after the other have one cause.
    void tell_of_missing_rows() {
        for (std::uint32_t i = 0; i < count(); ++i) {
            if (is_there(i) || collapsed_[i]) continue;
            const bool goes_on = i > 0 && !is_there(i - 1) && !collapsed_[i - 1];
            if (!goes_on) {
                defects_.emplace_back();
                defects_.back().kind = DefectKind::row_missing;
                defects_.back().span = span_before(i);
                defects_.back().uncertain = is_damaged_beside(i);
            }
            Defect& defect = defects_.back();
            const BlockSpec& in = block(i);
            defect.expected += (defect.expected.empty() ? "" : "；") + in.rows[facts_.matches.format_rows[i].row].label.text;
            add_figures(defect, i);
        }
    }

    // The row after which the missing one should stand; the first row where it should be the first.
    [[nodiscard]] Span span_before(std::uint32_t ordinal) const {
        for (std::uint32_t i = ordinal; i-- > 0;) {
            if (is_there(i)) return facts_.text.rows[facts_.matches.matches[i].first].span;
        }
        return facts_.text.rows.empty() ? Span{} : facts_.text.rows.front().span;
    }

    // A row that could not be read stands where the missing one should be.
    [[nodiscard]] bool is_damaged_beside(std::uint32_t ordinal) const {
        std::uint32_t from = 0, to = static_cast<std::uint32_t>(facts_.readings.size());
        for (std::uint32_t i = 0; i < ordinal; ++i) {
            if (is_there(i)) from = facts_.matches.matches[i].first;
        }
        for (std::uint32_t i = count(); i-- > ordinal + 1;) {
            if (is_there(i)) to = facts_.matches.matches[i].first;
        }
        const auto& unknown = facts_.matches.unknown;
        return std::any_of(unknown.begin(), unknown.end(), [&](std::uint32_t row) { return row > from && row < to; });
    }

    void tell_of_unknown_rows() {
        const auto& unknown = facts_.matches.unknown;
        for (std::size_t i = 0; i < unknown.size(); ++i) {
            if (is_remainder(unknown[i])) continue;
            std::size_t last = i;
            while (last + 1 < unknown.size() && unknown[last + 1] == unknown[last] + 1 && !is_remainder(unknown[last + 1])) ++last;
            tell_of_unknown(unknown[i], unknown[last]);
            i = last;
        }
    }

    // What a reader finds the row by: its label, or what its first cell says.
    [[nodiscard]] std::string name_of(std::uint32_t row) const {
        std::string label = label_of(facts_.text, row, facts_.readings[row], false);
        for (const TextCell& cell : facts_.text.cells_of(facts_.text.rows[row])) {
            if (!label.empty()) break;
            label = cell.folded;
        }
        return label;
    }

    void tell_of_unknown(std::uint32_t first, std::uint32_t last) {
        Defect defect;
        defect.kind = DefectKind::row_unknown;
        defect.span = text::cover(facts_.text.rows[first].span, facts_.text.rows[last].span);
        for (std::uint32_t row = first; row <= last; ++row) {
            defect.found += (row == first ? "" : "；") + name_of(row);
        }
        defects_.push_back(std::move(defect));
    }

    // No row at all: a note over the whole width, or the rest of a label that was split.
    [[nodiscard]] bool is_remainder(std::uint32_t row) const {
        const RowReading& reading = facts_.readings[row];
        if (reading.has_value || reading.kind != RowKind::labelled) return false;
        if (facts_.text.rows[row].count <= reading.label_end) return true;
        const std::string label = label_of(facts_.text, row, reading, false);
        const auto holds = [&](const model::Label& other) { return other.folded.find(label) != std::string::npos; };
        return std::any_of(facts_.table.blocks.begin(), facts_.table.blocks.end(), [&](const BlockSpec& in) {
            return std::any_of(in.groups.begin(), in.groups.end(), [&](const model::RowGroup& group) { return holds(group.label); }) ||
                   std::any_of(in.rows.begin(), in.rows.end(), [&](const model::RowSpec& spec) { return holds(spec.label); });
        });
    }

    // Of two rows with one label neither is certain, unless they say the same.
    void tell_of_doubled_rows() {
        for (const auto& [ordinal, row] : facts_.matches.doubled) {
            tell_of_unknown(row, row);
            if (says_the_same(facts_.matches.matches[ordinal].first, row)) continue;
            add_figures(defects_.back(), ordinal);
            for (const FigureIndex index : defects_.back().figures) {
                facts_.figures[index].state = FigureState::unbound;
                facts_.figures[index].value = {};
            }
        }
    }

    [[nodiscard]] bool says_the_same(std::uint32_t a, std::uint32_t b) const {
        const auto figures = [&](std::uint32_t row) { return facts_.text.cells_of(facts_.text.rows[row]).subspan(facts_.readings[row].label_end); };
        const auto left = figures(a), right = figures(b);
        return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const TextCell& x, const TextCell& y) { return x.folded == y.folded; });
    }

    void tell_of_wording() {
        for (std::uint32_t i = 0; i < count(); ++i) {
            const RowMatch& match = facts_.matches.matches[i];
            if (match.worded.empty()) continue;
            Defect defect;
            defect.kind = DefectKind::label_wording;
            defect.span = span_of_label(match);
            defect.expected = block(i).rows[facts_.matches.format_rows[i].row].label.text;
            defect.found = match.worded;
            add_figures(defect, i);
            defects_.push_back(std::move(defect));
        }
    }

    // Of the row's own label; one that was split may begin in a row without any cell of its own.
    [[nodiscard]] Span span_of_label(const RowMatch& match) const {
        for (std::uint32_t row = match.first; row < match.first + match.count; ++row) {
            const auto cells = facts_.text.cells_of(facts_.text.rows[row]);
            if (facts_.readings[row].leaf < cells.size()) return cells[facts_.readings[row].leaf].span;
        }
        return facts_.text.rows[match.first].span;
    }

    void tell_of_groups(std::uint16_t b) {
        const auto& groups = facts_.table.blocks[b].groups;
        for (std::uint16_t g = 0; g < groups.size(); ++g) {
            std::uint32_t first = 0xFFFF'FFFF, last = 0;
            for (std::uint32_t i = 0; i < count(); ++i) {
                if (!is_in_group(i, {b, g}) || !is_there(i)) continue;
                first = std::min(first, facts_.matches.matches[i].first);
                last = std::max(last, facts_.matches.matches[i].first + facts_.matches.matches[i].count);
            }
            if (first >= last || is_named(b, g, first, last)) continue;
            Defect defect;
            defect.kind = DefectKind::group_missing;
            defect.span = facts_.text.rows[first].span;
            defect.expected = groups[g].label.text;
            defect.uncertain = true;
            defects_.push_back(std::move(defect));
        }
    }

    // The group's label stands at one of its rows, on a line of its own above them, or in pieces beside them.
    [[nodiscard]] bool is_named(std::uint16_t b, std::uint16_t g, std::uint32_t first, std::uint32_t last) const {
        std::string pieces;
        for (std::uint32_t row = first > 0 ? first - 1 : 0; row < last; ++row) {
            const auto cells = facts_.text.cells_of(facts_.text.rows[row]);
            const RowReading& reading = facts_.readings[row];
            for (std::uint16_t i = 0; i < reading.label_end; ++i) {
                if (names_group(cells[i], b, g)) return true;
                if (row >= first && (i != reading.leaf || is_unknown(row))) pieces += cells[i].folded;
            }
        }
        const std::string& label = facts_.table.blocks[b].groups[g].label.folded;
        return pieces.find(label) != std::string::npos || label_distance(pieces, label) <= near_label;
    }

    [[nodiscard]] bool is_unknown(std::uint32_t row) const {
        return std::binary_search(facts_.matches.unknown.begin(), facts_.matches.unknown.end(), row);
    }

    [[nodiscard]] bool names_group(const TextCell& cell, std::uint16_t b, std::uint16_t g) const {
        return std::any_of(cell.uses.begin(), cell.uses.end(), [&](const model::LabelUse& use) {
            if (use.table != facts_.table_index || use.block != b) return false;
            if (use.role == model::LabelRole::group) return use.index == g;
            return use.role == model::LabelRole::row && use.with_group && facts_.table.blocks[b].rows[use.index].group == g;
        });
    }

    const RowFacts& facts_;
    std::vector<Defect>& defects_;
    std::vector<bool> collapsed_;
};

}  // namespace

void tell_of_rows(const RowFacts& facts, std::vector<Defect>& defects) { RowTeller{facts, defects}.tell(); }

}  // namespace gouji::binding
