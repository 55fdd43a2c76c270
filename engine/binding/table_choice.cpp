// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/table_choice.hpp"

#include <algorithm>

namespace gouji::binding {
namespace {

using model::Format;
using model::LabelMatch;
using model::LabelRole;
using model::LabelUse;

constexpr std::size_t nothing = 0xFFFF;

bool could_be_label(std::string_view folded) {
    return std::any_of(folded.begin(), folded.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80 || (c >= 'A' && c <= 'z'); });
}

// A label of one row alone says more than one of a column that many tables have.
std::size_t points_of(std::span<const LabelUse> uses, std::uint16_t table) {
    std::size_t points = 0;
    for (const LabelUse& use : uses) {
        if (use.table != table || use.match == LabelMatch::loose) continue;
        if (use.role == LabelRole::row || use.role == LabelRole::group) return 2;
        points = 1;
    }
    return points;
}

std::uint16_t table_index(const Format& format, std::string_view id) {
    const auto found = std::find_if(format.tables.begin(), format.tables.end(), [&](const model::TableSpec& table) { return table.id == id; });
    return found == format.tables.end() ? static_cast<std::uint16_t>(nothing) : static_cast<std::uint16_t>(found - format.tables.begin());
}

// `preferred` where it is among the best; else the latest of the best.
std::size_t best_format(const std::vector<std::size_t>& known, const std::vector<Format>& formats, std::size_t preferred) {
    const std::size_t most = *std::max_element(known.begin(), known.end());
    if (preferred < known.size() && known[preferred] == most) return preferred;
    std::size_t out = nothing;
    for (std::size_t f = 0; f < known.size(); ++f) {
        const bool later = known[f] == most && (out == nothing || formats[f].year_from > formats[out].year_from);
        if (later) out = f;
    }
    return out;
}

class Chooser {
public:
    Chooser(const model::Document& document, const std::vector<Format>& formats, const Sightings& sightings)
        : document_{document}, tree_{*document.tree}, formats_{formats}, sightings_{sightings} {
        find_sections();
        for (const Format& format : formats) {
            for (const model::TableSpec& table : format.tables) {
                const bool known = std::any_of(out_.tables.begin(), out_.tables.end(), [&](const TableChoice& t) { return t.id == table.id; });
                if (!known) out_.tables.push_back({table.id, {}, std::vector<std::size_t>(formats.size()), 0});
            }
        }
        for (const TableChoice& table : out_.tables) {
            for (const Format& format : formats) indices_.push_back(table_index(format, table.id));
        }
    }

    Choice choose() {
        count_labels();
        for (std::uint32_t grid = 0; grid < tree_.grids.size(); ++grid) give(grid);
        add_far_grids();
        share_grids();
        add_rows_without_label();
        for (std::size_t t = 0; t < out_.tables.size(); ++t) {
            for (std::size_t f = 0; f < formats_.size(); ++f) out_.tables[t].known[f] = known_labels(t, f);
        }
        return std::move(out_);
    }

private:
    // The section that each grid stands in.
    void find_sections() {
        section_of_grid_.resize(tree_.grids.size());
        for (const model::Section& section : document_.sections) {
            if (section.spec == nullptr) continue;
            for (std::uint32_t i = section.first_block; i < section.first_block + section.block_count && i < tree_.blocks.size(); ++i) {
                const grammar::Block& block = tree_.blocks[i];
                if (block.kind == grammar::BlockKind::grid) section_of_grid_[block.index] = section.spec->id;
            }
        }
    }

    [[nodiscard]] std::size_t& labels(std::uint32_t grid, std::size_t table, std::size_t format) {
        return labels_[(grid * out_.tables.size() + table) * formats_.size() + format];
    }

    // For each grid, table and format: how many cells hold a label of it.
    void count_labels() {
        labels_.resize(tree_.grids.size() * out_.tables.size() * formats_.size());
        for (std::size_t f = 0; f < formats_.size(); ++f) {
            for (std::uint32_t grid = 0; grid < tree_.grids.size(); ++grid) count(grid, f);
        }
    }

    [[nodiscard]] std::uint16_t index_of(std::size_t format, std::size_t table) const { return indices_[table * formats_.size() + format]; }

    void count(std::uint32_t grid, std::size_t format) {
        const grammar::Grid& at = tree_.grids[grid];
        for (std::uint32_t r = at.first_row; r < at.first_row + at.row_count; ++r) {
            const grammar::Row& row = tree_.rows[r];
            for (std::uint32_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
                const auto uses = sightings_.at(format, c);
                for (std::size_t t = 0; t < out_.tables.size() && !uses.empty(); ++t) labels(grid, t, format) += points_of(uses, index_of(format, t));
            }
        }
    }

    [[nodiscard]] std::size_t best(std::uint32_t grid, std::size_t table) {
        std::size_t out = 0;
        for (std::size_t f = 0; f < formats_.size(); ++f) out = std::max(out, labels(grid, table, f));
        return out;
    }

    [[nodiscard]] bool is_in_its_section(std::uint32_t grid, std::size_t table) const {
        return std::any_of(formats_.begin(), formats_.end(), [&](const Format& format) {
            return std::any_of(format.tables.begin(), format.tables.end(), [&](const model::TableSpec& spec) {
                return spec.id == out_.tables[table].id && spec.section == section_of_grid_[grid];
            });
        });
    }

    // A grid goes to the table whose labels it holds most of, if it stands in that table's section.
    void give(std::uint32_t grid) {
        const std::size_t table = best_table(grid);
        if (table != nothing && is_in_its_section(grid, table)) out_.tables[table].grids.push_back(grid);
    }

    [[nodiscard]] std::size_t best_table(std::uint32_t grid) {
        std::size_t out = nothing, most = 1;
        for (std::size_t t = 0; t < out_.tables.size(); ++t) {
            if (best(grid, t) <= most) continue;
            most = best(grid, t);
            out = t;
        }
        return out;
    }

    // A table that its section lacks may stand under another heading - if it is clearly the table.
    void add_far_grids() {
        for (std::size_t t = 0; t < out_.tables.size(); ++t) {
            if (!out_.tables[t].grids.empty()) continue;
            std::size_t together = 0;
            std::vector<std::uint32_t> grids;
            for (std::uint32_t grid = 0; grid < tree_.grids.size(); ++grid) {
                if (best_table(grid) != t) continue;
                together += best(grid, t);
                grids.push_back(grid);
            }
            if (together * 2 >= rows_of(t)) out_.tables[t].grids = grids;
        }
    }

    // Tables one behind the other with nothing between them are one grid: a table that is clearly there, too, has its rows.
    void share_grids() {
        for (std::uint32_t grid = 0; grid < tree_.grids.size(); ++grid) {
            std::vector<std::size_t> sharing;
            for (std::size_t t = 0; t < out_.tables.size(); ++t) {
                const auto& grids = out_.tables[t].grids;
                const bool has_it = std::find(grids.begin(), grids.end(), grid) != grids.end();
                if (has_it || (grids.empty() && best(grid, t) * 2 >= rows_of(t) && points_apart(grid, t) * 2 >= rows_of(t))) sharing.push_back(t);
            }
            if (sharing.size() < 2) continue;
            for (const std::size_t t : sharing) {
                if (out_.tables[t].grids.empty()) out_.tables[t].grids.push_back(grid);
            }
            divide(grid, sharing);
        }
    }

    // In rows without a label of any other table: 总计 alone, at the head of several columns, is no table of its own.
    [[nodiscard]] std::size_t points_apart(std::uint32_t grid, std::size_t table) const {
        std::size_t points = 0;
        const grammar::Grid& at = tree_.grids[grid];
        for (std::uint32_t r = at.first_row; r < at.first_row + at.row_count; ++r) {
            bool apart = true;
            for (std::size_t t = 0; t < out_.tables.size() && apart; ++t) apart = t == table || points_in_row(r, t) == 0;
            if (apart) points += points_in_row(r, table);
        }
        return points;
    }

    // A row is the next table's where it holds labels of that one and none of the one before.
    void divide(std::uint32_t grid, const std::vector<std::size_t>& sharing) {
        const grammar::Grid& at = tree_.grids[grid];
        out_.owners.resize(tree_.rows.size(), 0xFFFF);
        std::size_t owner = nothing;
        for (std::uint32_t r = at.first_row; r < at.first_row + at.row_count; ++r) {
            const std::size_t named = table_named(r, sharing, owner);
            if (owner == nothing && named != nothing) std::fill(out_.owners.begin() + at.first_row, out_.owners.begin() + r, static_cast<std::uint16_t>(named));
            if (named != nothing) owner = named;
            if (owner != nothing) out_.owners[r] = static_cast<std::uint16_t>(owner);
        }
    }

    // The one table whose labels the row holds; the `owner` so far where it is one of several, nothing where there is none.
    [[nodiscard]] std::size_t table_named(std::uint32_t row, const std::vector<std::size_t>& sharing, std::size_t owner) const {
        std::size_t named = nothing;
        for (const std::size_t t : sharing) {
            if (points_in_row(row, t) == 0) continue;
            if (t == owner) return owner;
            if (named != nothing) return owner;
            named = t;
        }
        return named;
    }

    [[nodiscard]] std::size_t points_in_row(std::uint32_t row, std::size_t table) const {
        std::size_t most = 0;
        for (std::size_t f = 0; f < formats_.size(); ++f) {
            std::size_t points = 0;
            const grammar::Row& at = tree_.rows[row];
            for (std::uint32_t c = at.first_cell; c < at.first_cell + at.cell_count; ++c) points += points_of(sightings_.at(f, c), index_of(f, table));
            most = std::max(most, points);
        }
        return most;
    }

    // The fewest label points that a whole table has in any format: two for each row (or column, where rows are columns).
    [[nodiscard]] std::size_t rows_of(std::size_t table) const {
        std::size_t out = nothing;
        for (std::size_t f = 0; f < formats_.size(); ++f) {
            const std::uint16_t index = index_of(f, table);
            if (index == nothing) continue;
            std::size_t rows = 0;
            for (const model::BlockSpec& block : formats_[f].tables[index].blocks) rows += 2 * block.rows.size();
            out = std::min(out, rows);
        }
        return out;
    }

    // A page break may leave figures without any label: the grid right behind the table's last one, in its section.
    void add_rows_without_label() {
        for (TableChoice& table : out_.tables) {
            if (table.grids.empty() || table.grids.back() + 1 >= tree_.grids.size()) continue;
            const std::uint32_t next = table.grids.back() + 1;
            if (best_table(next) == nothing && is_next_to(table.grids.back(), next)) table.grids.push_back(next);
        }
    }

    // Only page marks stand between them.
    [[nodiscard]] bool is_next_to(std::uint32_t grid, std::uint32_t next) const {
        bool inside = false;
        for (const grammar::Block& block : tree_.blocks) {
            if (block.kind == grammar::BlockKind::grid && block.index == next) return inside;
            if (block.kind == grammar::BlockKind::grid && block.index == grid) inside = true;
            else if (block.kind != grammar::BlockKind::page_mark) inside = false;
        }
        return false;
    }

    [[nodiscard]] std::size_t known_labels(std::size_t table, std::size_t format) {
        std::size_t out = 0;
        for (const std::uint32_t grid : out_.tables[table].grids) out += labels(grid, table, format);
        return out;
    }

    const model::Document& document_;
    const grammar::Tree& tree_;
    const std::vector<Format>& formats_;
    const Sightings& sightings_;
    std::vector<std::string_view> section_of_grid_;
    std::vector<std::size_t> labels_;
    std::vector<std::uint16_t> indices_;  // of each table in each format
    Choice out_;
};

}  // namespace

Sightings::Sightings(const grammar::Tree& tree, const std::vector<Format>& formats) : formats_{formats.size()}, uses_(tree.cells.size() * formats.size()) {
    std::string scratch;
    for (std::size_t cell = 0; cell < tree.cells.size(); ++cell) {
        const std::string_view folded = tree.text_of(tree.cells[cell]);
        if (!could_be_label(folded)) continue;
        const std::string_view key = model::label_key(folded, scratch);
        for (std::size_t f = 0; f < formats_; ++f) uses_[cell * formats_ + f] = formats[f].labels.find(key);
    }
}

bool TableChoice::is_there() const {
    return std::any_of(known.begin(), known.end(), [](std::size_t labels) { return labels > 0; });
}

Choice choose_tables(const model::Document& document, const std::vector<Format>& formats, const Sightings& sightings) {
    return Chooser{document, formats, sightings}.choose();
}

void choose_format(Choice& choice, const std::vector<Format>& formats, std::size_t required) {
    std::vector<std::size_t> known(formats.size());
    for (const TableChoice& table : choice.tables) {
        for (std::size_t f = 0; f < formats.size(); ++f) known[f] += table.known[f];
    }
    if (known.empty() || *std::max_element(known.begin(), known.end()) == 0) return;
    choice.format = best_format(known, formats, required);
    for (TableChoice& table : choice.tables) table.own_format = best_format(table.known, formats, choice.format);
}

}  // namespace gouji::binding
