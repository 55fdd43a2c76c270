// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/table_text.hpp"

#include "engine/binding/label_text.hpp"
#include "grammar/parse.hpp"

namespace gouji::binding {
namespace {

using model::LabelMatch;
using model::LabelRole;
using model::LabelUse;

bool is_header_role(LabelRole role) { return role != LabelRole::row && role != LabelRole::group; }

// The best use of a cell as a label of a row (or, in a flat table, nothing: its rows are columns).
const LabelUse* row_use(const TextCell& cell, std::uint16_t table, LabelRole role) {
    for (const LabelUse& use : cell.uses) {
        if (use.table == table && use.role == role) return &use;
    }
    return nullptr;
}

bool is_known_header(const TextCell& cell, std::uint16_t table, bool flat) {
    for (const LabelUse& use : cell.uses) {
        if (use.table == table && (flat || is_header_role(use.role)) && use.match != LabelMatch::loose) return true;
    }
    return false;
}

bool is_figure_like(const TextCell& cell) {
    return !cell.folded.empty() && cell.uses.empty() && !reads_as_label(cell.folded);
}

// A cell that holds something else than zero characters and is no mark.
bool holds_value(const TextCell& cell) { return !cell.folded.empty() && !grammar::is_cell_mark(cell.folded); }

bool is_header_row(std::span<const TextCell> cells, std::uint16_t table, bool flat) {
    bool known = false;
    for (const TextCell& cell : cells) {
        if (is_figure_like(cell)) return false;
        known |= is_known_header(cell, table, flat);
        const LabelUse* row = flat ? nullptr : row_use(cell, table, LabelRole::row);
        if (row != nullptr && row->match != LabelMatch::loose && !is_known_header(cell, table, flat)) return false;
    }
    return known;
}

class RowReader {
public:
    RowReader(std::span<const TextCell> cells, std::uint16_t table) : cells_{cells}, table_{table} {}

    RowReading read() {
        find_known_labels();
        if (reading_.row == nullptr) find_unknown_labels();
        for (std::size_t i = reading_.label_end; i < cells_.size(); ++i) {
            reading_.has_value |= holds_value(cells_[i]);
            filled_ |= !cells_[i].folded.empty();
        }
        if (reading_.label_end > 0) reading_.kind = RowKind::labelled;
        else if (filled_) reading_.kind = RowKind::values;
        return reading_;
    }

private:
    void find_known_labels() {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const LabelUse* row = row_use(cells_[i], table_, LabelRole::row);
            const LabelUse* group = row_use(cells_[i], table_, LabelRole::group);
            if (row == nullptr && group == nullptr) continue;
            if (reading_.row != nullptr && reading_.row->match == LabelMatch::exact) break;  // what follows are figures
            take(i);
            // A group's label that is also the loose form of a row is the group.
            const bool is_group = group != nullptr && (row == nullptr || group->match < row->match);
            if (is_group) reading_.group = group;
            reading_.row = is_group ? nullptr : row;
        }
    }

    // Text behind the known labels, or in front of everything, that is no figure.
    void find_unknown_labels() {
        std::size_t i = reading_.label_end;
        while (i < cells_.size() && reading_.label_end == 0 && cells_[i].folded.empty()) ++i;
        for (; i < cells_.size() && reads_as_label(cells_[i].folded); ++i) take(i);
    }

    void take(std::size_t i) {
        reading_.leaf = static_cast<std::uint16_t>(i);
        reading_.label_end = static_cast<std::uint16_t>(i + 1);
    }

    std::span<const TextCell> cells_;
    std::uint16_t table_;
    RowReading reading_;
    bool filled_ = false;
};

}  // namespace

RowReading read_row(std::span<const TextCell> cells, std::uint16_t table, bool flat) {
    if (is_header_row(cells, table, flat)) {
        RowReading reading;
        reading.kind = RowKind::header;
        return reading;
    }
    RowReading reading = RowReader{cells, table}.read();
    if (!flat) return reading;
    reading.row = reading.group = nullptr;
    return reading;
}

}  // namespace gouji::binding
