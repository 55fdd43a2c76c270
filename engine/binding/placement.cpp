// SPDX-License-Identifier: Apache-2.0
#include <numeric>

#include "engine/binding/columns.hpp"

namespace gouji::binding {
namespace {

bool is_blank(const TextCell& cell) { return cell.folded.empty(); }

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
    const bool partial = header_.present() && !header_.complete();
    if (partial && cells == header_.slots.size()) return Placement{0, &header_.slots};
    if (cells < columns) return std::nullopt;
    if (all_blank(row.cells)) return Placement{cells - columns, &all_};
    // A cell too few or too many beside blank ones: they could hide that the others are shifted.
    const bool edge_is_blank = is_blank(row.cells.front()) || is_blank(row.cells.back());
    if (row.odd && edge_is_blank) return std::nullopt;
    if (cells > columns) return place_surplus(row);
    // A header that lacks columns could mean that its rows do, too, and that a blank cell is none of theirs.
    if (partial && edge_is_blank && row.fragment == header_.fragment) return std::nullopt;
    return Placement{0, &all_};
}

std::optional<Placement> Placer::place_surplus(const FigureCells& row) const {
    const std::vector<std::size_t> possible = offsets(row.cells, all_.size());
    if (possible.size() == 1) return Placement{possible.front(), &all_};
    const bool header_tells = header_.complete() && header_.first_column >= 0 && header_.fragment == row.fragment;
    for (const std::size_t offset : possible) {
        if (header_tells && row.cells[offset].column == header_.first_column) return Placement{offset, &all_};
    }
    for (const std::size_t offset : possible) {
        if (!header_tells && row.usual_offset == offset) return Placement{offset, &all_};
    }
    return std::nullopt;
}

}  // namespace gouji::binding
