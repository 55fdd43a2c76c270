// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "engine/binding/columns.hpp"

namespace gouji::binding {
namespace {

bool is_blank(const TextCell& cell) { return cell.folded.empty(); }

bool edge_is_blank(std::span<const TextCell> cells) { return is_blank(cells.front()) || is_blank(cells.back()); }

bool all_blank(std::span<const TextCell> cells) {
    for (const TextCell& cell : cells) {
        if (!is_blank(cell)) return false;
    }
    return true;
}

}  // namespace

Placer::Placer(const Header& header, std::size_t columns) : header_{header}, all_(columns) {
    std::iota(all_.begin(), all_.end(), std::uint16_t{0});
    if (header.complete()) all_ = header.slots;
}

std::vector<std::size_t> Placer::offsets(std::span<const TextCell> cells, std::size_t width) {
    std::vector<std::size_t> out;
    if (cells.size() < width) return out;
    for (std::size_t offset = 0; offset + width <= cells.size(); ++offset) {
        if (all_blank(cells.first(offset)) && all_blank(cells.subspan(offset + width))) out.push_back(offset);
    }
    return out;
}

std::optional<Placement> Placer::place(const FigureCells& row) const {
    if (header_.disordered) return std::nullopt;
    const std::size_t cells = row.cells.size(), columns = all_.size();
    const bool partial = header_.lacks_columns();
    if (partial && row.all_alike && cells == header_.slots.size()) return Placement{0, &header_.slots};
    if (cells < columns) return std::nullopt;
    if (all_blank(row.cells)) return Placement{cells - columns, &all_};
    if (const auto below = place_below_header(row)) return below;
    // A cell too few or too many beside blank ones: they could hide that the others are shifted.
    const bool narrow = row.row_cells < header_.width, wide = row.row_cells > header_.width && header_.width != 0;
    const bool ragged = cells == columns && header_.present() && header_.width == 0;  // its rows are of several widths: cells were cut off
    const bool unlike_header = row.alone && (narrow || ragged || (wide && row.width == 0));
    if ((row.odd || unlike_header || row.short_beside_its_kind) && edge_is_blank(row.cells)) return place_between_blanks(row);
    if (cells == columns && row.others_have_surplus && edge_is_blank(row.cells)) return std::nullopt;  // its blank cell may be theirs
    if (cells > columns) return place_surplus(row);
    // A header that lacks columns could mean that its rows do, too, and that a blank cell is none of theirs.
    if (partial && (!header_.in_place || (edge_is_blank(row.cells) && row.fragment == header_.fragment))) return std::nullopt;
    return Placement{0, &all_};
}

// A row as wide as the header, whose cells all keep their places: each figure stands below its label.
std::optional<Placement> Placer::place_below_header(const FigureCells& row) const {
    const bool alike = row.width != 0 && row.width == header_.width && row.fragment == header_.fragment;
    if (!alike || !header_.complete() || header_.first_column < 0) return std::nullopt;
    for (const std::size_t offset : offsets(row.cells, all_.size())) {
        if (row.cells[offset].column == header_.first_column) return Placement{offset, &all_};
    }
    return std::nullopt;
}

// As many figures side by side as there are columns, nothing but blanks around them. Two equal neighbours could be one cell that
// was doubled, with a blank one in front of them, unless other rows have their figures in the same place.
std::optional<Placement> Placer::place_between_blanks(const FigureCells& row) const {
    const std::vector<std::size_t> possible = offsets(row.cells, all_.size());
    if (possible.size() != 1) return std::nullopt;
    const auto placed = row.cells.subspan(possible.front(), all_.size());
    if (is_blank(placed.back())) return std::nullopt;
    if (row.peers_offset == possible.front() && !is_blank(placed.front()) && !header_.lacks_columns()) return Placement{possible.front(), &all_};
    const auto equal = [](const TextCell& a, const TextCell& b) { return is_blank(a) || a.folded == b.folded; };
    if (std::adjacent_find(placed.begin(), placed.end(), equal) != placed.end()) return std::nullopt;
    return Placement{possible.front(), &all_, true};
}

std::optional<Placement> Placer::place_surplus(const FigureCells& row) const {
    std::vector<std::size_t> possible = offsets(row.cells, all_.size());
    // As above: a row below a header that lacks columns may lack them, too, and a blank cell at its edge be the label's.
    if (header_.lacks_columns()) {
        std::erase_if(possible, [&](std::size_t offset) { return edge_is_blank(row.cells.subspan(offset, all_.size())); });
    }
    if (possible.size() == 1) return Placement{possible.front(), &all_};
    const bool header_tells = header_.complete() && header_.first_column >= 0 && header_.fragment == row.fragment;
    for (const std::size_t offset : possible) {
        const bool here = header_tells ? row.cells[offset].column == header_.first_column : row.usual_offset == offset;
        if (here) return Placement{offset, &all_};
    }
    return std::nullopt;
}

}  // namespace gouji::binding
