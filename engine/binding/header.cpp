// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/binding/columns.hpp"
#include "engine/binding/label_text.hpp"
#include "grammar/parse.hpp"

namespace gouji::binding {
namespace {

using model::BlockSpec;
using model::DefectKind;
using model::LabelMatch;
using model::LabelRole;
using model::LabelUse;

// A column label found in the header.
struct Sighting {
    std::uint16_t column = 0;
    std::uint32_t row = 0;  // of the header
    std::uint32_t grid_column = 0;
};

class HeaderReader {
public:
    HeaderReader(const TableText& text, const model::Format& format, std::uint16_t table, std::uint16_t block)
        : text_{text}, format_{format}, table_{table}, block_{block}, spec_{format.tables[table].blocks[block]} {
        header_.units.resize(spec_.columns.size());
    }

    Header read(const std::vector<std::uint32_t>& rows) {
        rows_ = rows;
        const std::size_t width = text_.rows[rows.front()].count;
        const bool even = std::all_of(rows.begin(), rows.end(), [&](std::uint32_t row) { return text_.rows[row].count == width; });
        header_.width = even ? width : 0;
        header_.fragment = text_.rows[rows.back()].fragment;
        for (std::size_t i = 0; i < rows.size(); ++i) read_row(i);
        for (const Pending& pending : pending_) settle(pending);
        if (!sightings_.empty()) order_slots();
        return std::move(header_);
    }

private:
    struct Pending {
        std::uint32_t row;
        const TextCell* cell;
    };

    void read_row(std::size_t at) {
        const std::uint32_t row = rows_[at];
        const auto cells = text_.cells_of(text_.rows[row]);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const TextCell& cell = cells[i];
            if (cell.folded.empty() || std::find(joined_.begin(), joined_.end(), &cell) != joined_.end()) continue;
            if (see(cell.uses, row, cell) || see_without_unit(row, cell)) continue;
            if (see_joined_down(at, cell) || see(label_behind_group(cell.folded, format_.labels, table_), row, cell)) continue;
            const bool splits = i + 1 < cells.size() && !cells[i + 1].folded.empty() && see_joined(row, cell, cells[i + 1].folded);
            if (splits) {
                ++i;
            } else if (!is_other_label(cell)) {
                pending_.push_back({row, &cell});
            }
        }
    }

    bool see(std::span<const LabelUse> uses, std::uint32_t row, const TextCell& cell) {
        for (const LabelUse& use : uses) {
            const bool here = use.table == table_ && use.block == block_ && use.role == LabelRole::column;
            if (here && use.match != LabelMatch::loose && !is_seen(use.index)) return add(use.index, row, cell);
        }
        return false;
    }

    bool add(std::uint16_t column, std::uint32_t row, const TextCell& cell) {
        sightings_.push_back({column, row, cell.column});
        header_.span = header_.span.empty() ? text_.rows[row].span : text::cover(header_.span, text_.rows[row].span);
        return true;
    }

    [[nodiscard]] bool is_seen(std::uint16_t column) const {
        return std::any_of(sightings_.begin(), sightings_.end(), [&](const Sighting& sighting) { return sighting.column == column; });
    }

    bool see_without_unit(std::uint32_t row, const TextCell& cell) {
        const std::string_view bare = model::without_unit(cell.folded);
        if (bare.size() == cell.folded.size()) return false;
        const Unit unit = read_unit(cell.folded.substr(bare.size() + 1, cell.folded.size() - bare.size() - 2));
        std::string scratch;
        if (unit.text.empty() || !see(format_.labels.find(model::label_key(bare, scratch)), row, cell)) return false;
        header_.units[sightings_.back().column] = unit;
        return true;
    }

    // A label that the layout split into two cells.
    bool see_joined(std::uint32_t row, const TextCell& cell, std::string_view rest) {
        std::string scratch;
        const std::string joined = std::string{cell.folded}.append(rest);
        return see(format_.labels.find(model::label_key(joined, scratch)), row, cell);
    }

    // A label that was wrapped: its rest stands in the same grid column of the rows below.
    bool see_joined_down(std::size_t at, const TextCell& cell) {
        std::string rest;
        std::vector<const TextCell*> parts;
        for (std::size_t below = at + 1; below < rows_.size() && parts.size() < 6; ++below) {
            const TextCell* part = cell_in_column(rows_[below], cell.column);
            if (part == nullptr) return false;
            rest += part->folded;
            parts.push_back(part);
            if (!see_joined(rows_[at], cell, rest)) continue;
            joined_.insert(joined_.end(), parts.begin(), parts.end());
            return true;
        }
        return false;
    }

    [[nodiscard]] const TextCell* cell_in_column(std::uint32_t row, std::uint16_t column) const {
        for (const TextCell& cell : text_.cells_of(text_.rows[row])) {
            if (cell.column == column && !cell.folded.empty()) return &cell;
        }
        return nullptr;
    }

    // A label of the header that belongs to no column, or the label of a column that is seen already.
    [[nodiscard]] bool is_other_label(const TextCell& cell) const {
        return std::any_of(cell.uses.begin(), cell.uses.end(), [&](const LabelUse& use) {
            return use.table == table_ && use.role != LabelRole::column && use.role != LabelRole::row && use.match != LabelMatch::loose;
        });
    }

    // What no look-up found: the wording may deviate.
    void settle(const Pending& pending) {
        const TextCell& cell = *pending.cell;
        int best = near_label + 1, second = best;
        std::uint16_t column = 0;
        for (std::uint16_t c = 0; c < spec_.columns.size(); ++c) {
            if (is_seen(c)) continue;
            const int distance = label_distance(cell.folded, spec_.columns[c].label.folded);
            second = std::min(second, std::max(distance, best));
            if (distance < best) column = c;
            best = std::min(best, distance);
        }
        if (best <= near_label && best < second && best < distance_to_others(cell)) {
            add(column, pending.row, cell);
            if (best > 0 && !holds_two_labels(cell, column)) defect(DefectKind::label_wording, cell, spec_.columns[column].label.text);
        } else if (!repeats(cell) && stands_among_columns(pending)) {
            defect(DefectKind::column_unknown, cell, "");
        }
    }

    // 总计社会公益组织: two cells that the layout joined, not a wording of its own.
    [[nodiscard]] bool holds_two_labels(const TextCell& cell, std::uint16_t column) const {
        const std::string& label = spec_.columns[column].label.folded;
        const std::string_view text = cell.folded;
        const std::string_view rest = text.ends_with(label)     ? text.substr(0, text.size() - label.size())
                                      : text.starts_with(label) ? text.substr(label.size())
                                                                : std::string_view{};
        return std::any_of(spec_.columns.begin(), spec_.columns.end(), [&](const model::ColumnSpec& other) { return other.label.folded == rest; });
    }

    // The label of a column that is seen already: below itself it says nothing new, elsewhere one of the two is wrong.
    bool repeats(const TextCell& cell) {
        for (const LabelUse& use : cell.uses) {
            if (use.table != table_ || use.block != block_ || use.role != LabelRole::column || use.match == LabelMatch::loose) continue;
            for (const Sighting& sighting : sightings_) {
                if (sighting.column == use.index && sighting.grid_column == cell.column) return true;
            }
            header_.disordered = true;
        }
        return false;
    }

    [[nodiscard]] int distance_to_others(const TextCell& cell) const {
        int best = near_label;
        for (const model::Label& corner : spec_.corner) best = std::min(best, label_distance(cell.folded, corner.folded));
        for (const model::ColumnSpec& column : spec_.columns) {
            for (const model::Label& group : column.groups) best = std::min(best, label_distance(cell.folded, group.folded));
        }
        return best == near_label ? near_label + 1 : best;
    }

    // Behind a column of its row that the format has: so it is a column, not a label of the corner.
    [[nodiscard]] bool stands_among_columns(const Pending& pending) const {
        if (distance_to_others(*pending.cell) <= near_label) return false;
        return std::any_of(sightings_.begin(), sightings_.end(), [&](const Sighting& sighting) {
            return sighting.row == pending.row && sighting.grid_column < pending.cell->column;
        });
    }

    void defect(DefectKind kind, const TextCell& cell, const std::string& expected) {
        model::Defect defect;
        defect.kind = kind;
        defect.span = cell.span;
        defect.expected = expected;
        defect.found = cell.folded;
        header_.defects.push_back(std::move(defect));
    }

    void order_slots() {
        for (std::uint16_t c = 0; c < spec_.columns.size(); ++c) (is_seen(c) ? header_.slots : header_.missing).push_back(c);
        std::sort(sightings_.begin(), sightings_.end(), [](const Sighting& a, const Sighting& b) { return std::pair{a.row, a.grid_column} < std::pair{b.row, b.grid_column}; });
        if (text_.from_lines) return order_by_reading();
        header_.disordered |= steps_back() > depth();
        if (have_columns_of_their_own()) {
            order_by_grid_column();
        } else {
            order_within_rows();
        }
        find_first_column();
    }

    // One label after the other, as they are read: from left to right, or each level of the header for itself. Both ways lead to
    // the official order; anything else leaves it open which column is which.
    void order_by_reading() {
        std::vector<std::uint16_t> read;
        for (const Sighting& sighting : sightings_) read.push_back(sighting.column);
        std::vector<std::uint16_t> by_level = header_.slots;
        std::stable_sort(by_level.begin(), by_level.end(),
                         [&](std::uint16_t a, std::uint16_t b) { return spec_.columns[a].groups.size() < spec_.columns[b].groups.size(); });
        header_.disordered |= read != header_.slots && read != by_level;
    }

    [[nodiscard]] bool have_columns_of_their_own() const {
        std::vector<std::uint32_t> columns;
        for (const Sighting& sighting : sightings_) columns.push_back(sighting.grid_column);
        std::sort(columns.begin(), columns.end());
        return std::adjacent_find(columns.begin(), columns.end()) == columns.end();
    }

    // The header keeps a cell for what spans several columns, so that all its rows share one grid.
    void order_by_grid_column() {
        std::vector<Sighting> sorted = sightings_;
        std::sort(sorted.begin(), sorted.end(), [](const Sighting& a, const Sighting& b) { return a.grid_column < b.grid_column; });
        header_.in_place = true;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            header_.slots[i] = sorted[i].column;
            header_.in_place &= sorted[i].grid_column - sorted[0].grid_column == std::uint32_t{sorted[i].column} - sorted[0].column;
        }
    }

    // In each header row the columns stand from left to right; rows above and below fill the places between.
    void order_within_rows() {
        const std::vector<std::uint16_t> sorted = header_.slots;
        for (std::size_t begin = 0, end = 0; begin < sightings_.size(); begin = end) {
            std::vector<std::uint16_t> places;
            for (end = begin; end < sightings_.size() && sightings_[end].row == sightings_[begin].row; ++end) places.push_back(sightings_[end].column);
            std::sort(places.begin(), places.end());
            for (std::size_t i = 0; i < places.size(); ++i) {
                const auto slot = std::find(sorted.begin(), sorted.end(), places[i]) - sorted.begin();
                header_.slots[static_cast<std::size_t>(slot)] = sightings_[begin + i].column;
            }
        }
    }

    // Columns that stand one below the other, as lines of their own, begin anew once for each level of the header.
    [[nodiscard]] std::size_t steps_back() const {
        std::size_t out = 0;
        for (std::size_t i = 1; i < sightings_.size(); ++i) {
            const bool below = sightings_[i].row > sightings_[i - 1].row && sightings_[i].grid_column == sightings_[i - 1].grid_column;
            out += below && sightings_[i].column < sightings_[i - 1].column ? 1 : 0;
        }
        return out;
    }

    [[nodiscard]] std::size_t depth() const {
        std::size_t out = 0;
        for (const model::ColumnSpec& column : spec_.columns) out = std::max(out, column.groups.size());
        return out;
    }

    void find_first_column() {
        std::vector<std::uint32_t> columns;
        for (const std::uint16_t slot : header_.slots) {
            for (const Sighting& sighting : sightings_) {
                if (sighting.column == slot) columns.push_back(sighting.grid_column);
            }
        }
        for (std::size_t i = 1; i < columns.size(); ++i) {
            if (columns[i] != columns[0] + i) return;
        }
        header_.first_column = static_cast<int>(columns[0]);
    }

    const TableText& text_;
    const model::Format& format_;
    std::uint16_t table_, block_;
    const BlockSpec& spec_;
    Header header_;
    std::vector<std::uint32_t> rows_;
    std::vector<const TextCell*> joined_;  // parts of labels that are seen already
    std::vector<Sighting> sightings_;
    std::vector<Pending> pending_;
};

}  // namespace

Header read_header(const TableText& text, const std::vector<std::uint32_t>& rows, const model::Format& format, std::uint16_t table,
                   std::uint16_t block) {
    return HeaderReader{text, format, table, block}.read(rows);
}

Unit read_unit(std::string_view folded) {
    if (const std::size_t colon = folded.rfind(':'); colon != std::string_view::npos) folded.remove_prefix(colon + 1);
    if (folded.empty() || folded.size() > 24) return {};
    const std::string probe = std::string{"1"}.append(folded);
    const auto number = grammar::read_cell_number(probe);
    if (!number || number->unit.size() != folded.size()) return {};
    return {folded, number->unit_factor.units() / text::Decimal::scale};
}

}  // namespace gouji::binding
