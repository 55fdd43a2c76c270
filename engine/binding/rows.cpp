// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/rows.hpp"

#include <algorithm>

#include "engine/binding/alignment.hpp"
#include "engine/binding/label_text.hpp"

namespace gouji::binding {
namespace {

using model::BlockSpec;
using model::LabelMatch;

constexpr std::uint32_t none = 0xFFFF'FFFF;
constexpr int cost_of_leaving_out = 450;
constexpr int cost_of_joining = 30;
constexpr int cost_of_loose_match = 50;
constexpr std::size_t most_compared = 4096;  // pairs of rows; beyond this only look-ups count

class RowMatcher {
public:
    RowMatcher(const TableText& text, const std::vector<RowReading>& readings, const model::TableSpec& table)
        : text_{text}, readings_{readings}, table_{table} {
        for (std::uint16_t b = 0; b < table.blocks.size(); ++b) {
            first_of_block_.push_back(static_cast<std::uint32_t>(out_.format_rows.size()));
            for (std::uint16_t r = 0; r < table.blocks[b].rows.size(); ++r) out_.format_rows.push_back({b, r});
        }
        out_.matches.resize(out_.format_rows.size());
        taken_.resize(readings.size(), false);
    }

    RowMatches match() {
        find_known_rows();
        find_group_rows();
        align_gaps();
        find_figures_below();
        collect_unknown();
        return std::move(out_);
    }

private:
    [[nodiscard]] const BlockSpec& block(const FormatRow& row) const { return table_.blocks[row.block]; }
    [[nodiscard]] const model::Label& label(std::uint32_t ordinal) const {
        const FormatRow& row = out_.format_rows[ordinal];
        return block(row).rows[row.row].label;
    }

    // Rows whose label the format knows. One label names one row; a second row with it is a doubled one.
    void find_known_rows() {
        std::vector<std::uint32_t> shared;  // rows whose label several rows of the format have
        for (std::uint32_t i = 0; i < readings_.size(); ++i) {
            const RowReading& reading = readings_[i];
            if (reading.kind != RowKind::labelled || reading.row == nullptr || reading.row->match == LabelMatch::loose) continue;
            const std::vector<std::uint32_t> named = rows_named(i);
            if (named.size() == 1) {
                claim(i, named.front());
            } else {
                shared.push_back(i);
            }
        }
        for (std::size_t i = 0; i < shared.size(); ++i) claim_in_order(shared, i);
    }

    void claim(std::uint32_t i, std::uint32_t ordinal) {
        taken_[i] = true;
        if (out_.matches[ordinal].count == 0) {
            out_.matches[ordinal] = {i, 1, {}};
        } else {
            out_.doubled.emplace_back(ordinal, i);
        }
    }

    // Rows of the format with this label; those of the group that stands in the same row, if there is one.
    [[nodiscard]] std::vector<std::uint32_t> rows_named(std::uint32_t i) const {
        std::vector<std::uint32_t> all, in_group;
        const RowReading& reading = readings_[i];
        for (const model::LabelUse& use : text_.cells_of(text_.rows[i])[reading.leaf].uses) {
            const bool same = use.table == reading.row->table && use.role == model::LabelRole::row && use.match == reading.row->match;
            if (!same) continue;
            all.push_back(first_of_block_[use.block] + use.index);
            const bool grouped = reading.group != nullptr && reading.group->block == use.block &&
                                 table_.blocks[use.block].rows[use.index].group == reading.group->index;
            if (grouped) in_group.push_back(all.back());
        }
        return in_group.empty() ? all : in_group;
    }

    // Rows that share a label are told apart by their order, but only where all of them are there.
    void claim_in_order(const std::vector<std::uint32_t>& shared, std::size_t at) {
        const std::vector<std::uint32_t> named = rows_named(shared[at]);
        std::size_t before = 0, all = 0;
        for (std::size_t i = 0; i < shared.size(); ++i) {
            if (rows_named(shared[i]) != named) continue;
            ++all;
            before += i < at ? 1 : 0;
        }
        if (all == named.size()) claim(shared[at], named[before]);
    }

    void find_group_rows() {
        for (std::uint32_t i = 0; i < readings_.size(); ++i) {
            const RowReading& reading = readings_[i];
            const bool names_group = !taken_[i] && reading.kind == RowKind::labelled && reading.row == nullptr && reading.group != nullptr;
            if (!names_group || !ends_with_group(i)) continue;
            taken_[i] = true;
            out_.group_rows.push_back({{reading.group->block, reading.group->index}, i});
        }
    }

    // The cell next to the figures is the group's label itself.
    [[nodiscard]] bool ends_with_group(std::uint32_t i) const {
        for (const model::LabelUse& use : text_.cells_of(text_.rows[i])[readings_[i].leaf].uses) {
            if (&use == readings_[i].group) return true;
        }
        return false;
    }

    // Between two rows that are known and in order, what is left on both sides is aligned.
    void align_gaps() {
        std::uint32_t row = 0, ordinal = 0;
        for (const auto& [known_row, known_ordinal] : rows_in_order()) {
            align_gap(row, known_row, ordinal, known_ordinal);
            row = known_row + 1;
            ordinal = known_ordinal + 1;
        }
        align_gap(row, static_cast<std::uint32_t>(readings_.size()), ordinal, static_cast<std::uint32_t>(out_.matches.size()));
    }

    // The known rows that stand in the format's order: the longest increasing chain.
    [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> rows_in_order() const {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> known, chain;
        for (std::uint32_t ordinal = 0; ordinal < out_.matches.size(); ++ordinal) {
            if (out_.matches[ordinal].count > 0) known.emplace_back(out_.matches[ordinal].first, ordinal);
        }
        std::vector<std::uint32_t> length(known.size(), 1), before(known.size(), none);
        std::uint32_t last = none;
        for (std::uint32_t i = 0; i < known.size(); ++i) {
            for (std::uint32_t j = 0; j < i; ++j) {
                if (known[j].first < known[i].first && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    before[i] = j;
                }
            }
            if (last == none || length[i] > length[last]) last = i;
        }
        for (; last != none; last = before[last]) chain.push_back(known[last]);
        std::reverse(chain.begin(), chain.end());
        return chain;
    }

    void align_gap(std::uint32_t row, std::uint32_t row_end, std::uint32_t ordinal, std::uint32_t ordinal_end) {
        std::vector<std::uint32_t> rows, ordinals;
        for (; row < row_end; ++row) {
            const bool open = !taken_[row] && (readings_[row].kind == RowKind::labelled || readings_[row].kind == RowKind::values);
            if (open) rows.push_back(row);
        }
        for (; ordinal < ordinal_end; ++ordinal) {
            if (out_.matches[ordinal].count == 0) ordinals.push_back(ordinal);
        }
        if (rows.empty() || ordinals.empty() || rows.size() * ordinals.size() > most_compared) return;
        const auto pairs = align(
            static_cast<std::uint32_t>(rows.size()), static_cast<std::uint32_t>(ordinals.size()), 3,
            [&](std::uint32_t i, std::uint32_t k, std::uint32_t j) { return cost(rows, i, k, ordinals[j]); },
            [](std::uint32_t) { return cost_of_leaving_out; }, [](std::uint32_t) { return cost_of_leaving_out; });
        for (const Pair& pair : pairs) take(rows, pair, ordinals[pair.right]);
    }

    void take(const std::vector<std::uint32_t>& rows, const Pair& pair, std::uint32_t ordinal) {
        RowMatch& match = out_.matches[ordinal];
        match.first = rows[pair.left];
        match.count = pair.count;
        for (std::uint32_t k = 0; k < pair.count; ++k) taken_[rows[pair.left + k]] = true;
        const std::string leaf = joined(rows, pair.left, pair.count, true);
        if (deviates(leaf, ordinal) && deviates(joined(rows, pair.left, pair.count, false), ordinal)) match.worded = leaf;
    }

    // The label says something else than the official one. A number left out is nothing else, nor is what the layout brought beside
    // it: a piece of the group's label, figures.
    [[nodiscard]] bool deviates(const std::string& found, std::uint32_t ordinal) const {
        if (distance(found, ordinal) == 0 || label_distance(found, model::without_number(label(ordinal).folded)) == 0) return false;
        const std::string& own = label(ordinal).folded;
        const bool with_figures = found.starts_with(own) && found.find_first_of("0123456789", own.size()) != std::string::npos;
        if (with_figures) return false;
        return !found.ends_with(own) || groups_of(ordinal).find(found.substr(0, found.size() - own.size())) == std::string::npos;
    }

    // The labels of the groups that the row belongs to, the outer ones first.
    [[nodiscard]] std::string groups_of(std::uint32_t ordinal) const {
        std::string out;
        for_each_group(ordinal, [&](const model::Label& group) { out.insert(0, group.folded); });
        return out;
    }

    // The labels of the groups that the row belongs to, the inner ones first.
    template <class Do>
    void for_each_group(std::uint32_t ordinal, Do action) const {
        const BlockSpec& in = block(out_.format_rows[ordinal]);
        for (std::uint32_t g = in.rows[out_.format_rows[ordinal].row].group; g < in.groups.size(); g = in.groups[g].parent) action(in.groups[g].label);
    }

    [[nodiscard]] int cost(const std::vector<std::uint32_t>& rows, std::uint32_t i, std::uint32_t k, std::uint32_t ordinal) const {
        const std::uint32_t first = rows[i];
        if (rows[i + k - 1] - first + 1 != k) return impossible;  // only neighbours are joined
        if (k == 1 && is_loosely(first, ordinal)) return cost_of_loose_match;
        int labels = 0, with_value = 0;
        for (std::uint32_t n = first; n < first + k; ++n) {
            labels += readings_[n].kind == RowKind::labelled ? 1 : 0;
            with_value += readings_[n].has_value ? 1 : 0;
        }
        if (labels == 0 || with_value > 1) return impossible;
        const int nearest = std::min(distance(joined(rows, i, k, true), ordinal), distance(joined(rows, i, k, false), ordinal));
        if (nearest > near_label) return impossible;
        return nearest + static_cast<int>(k - 1) * cost_of_joining;
    }

    [[nodiscard]] bool is_loosely(std::uint32_t row, std::uint32_t ordinal) const {
        const model::LabelUse* use = readings_[row].row;
        return use != nullptr && first_of_block_[use->block] + use->index == ordinal;
    }

    [[nodiscard]] std::string joined(const std::vector<std::uint32_t>& rows, std::uint32_t i, std::uint32_t k, bool leaf_only) const {
        std::string out;
        for (std::uint32_t n = rows[i]; n < rows[i] + k; ++n) out += label_of(text_, n, readings_[n], leaf_only);
        return out;
    }

    // To the row's own label, and to that behind its group's.
    [[nodiscard]] int distance(const std::string& found, std::uint32_t ordinal) const {
        const model::Label& own = label(ordinal);
        int best = label_distance(found, own.folded);
        for (const std::string& accepted : own.accepted_folded) best = std::min(best, label_distance(found, accepted));
        std::string chain = own.folded;
        for_each_group(ordinal, [&](const model::Label& group) {
            chain.insert(0, group.folded);
            best = std::min(best, label_distance(found, chain));
        });
        return best;
    }

    // A label alone on its row, its figures on the next.
    void find_figures_below() {
        for (RowMatch& match : out_.matches) {
            if (match.count != 1 || text_.rows[match.first].count > readings_[match.first].label_end) continue;
            const std::uint32_t below = match.first + 1;
            if (below == readings_.size() || taken_[below] || readings_[below].kind != RowKind::values) continue;
            taken_[below] = true;
            match.count = 2;
        }
    }

    void collect_unknown() {
        for (std::uint32_t i = 0; i < readings_.size(); ++i) {
            const bool left = !taken_[i] && (readings_[i].kind == RowKind::labelled || readings_[i].kind == RowKind::values);
            if (left) out_.unknown.push_back(i);
        }
    }

    const TableText& text_;
    const std::vector<RowReading>& readings_;
    const model::TableSpec& table_;
    std::vector<std::uint32_t> first_of_block_;
    std::vector<bool> taken_;
    RowMatches out_;
};

}  // namespace

RowMatches match_rows(const TableText& text, const std::vector<RowReading>& readings, const model::TableSpec& table) {
    return RowMatcher{text, readings, table}.match();
}

std::string label_of(const TableText& text, std::uint32_t row, const RowReading& reading, bool leaf_only) {
    std::string out;
    const auto cells = text.cells_of(text.rows[row]);
    for (std::uint16_t i = leaf_only && reading.label_end > 0 ? reading.leaf : 0; i < reading.label_end; ++i) out += cells[i].folded;
    return out;
}

}  // namespace gouji::binding
