// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/row_layout.hpp"

#include <algorithm>

namespace gouji::binding {
namespace {

template <class Tally, class Same>
void count_in(std::vector<Tally>& tallies, const Tally& one, Same same, std::size_t rows = 1) {
    const auto found = std::find_if(tallies.begin(), tallies.end(), same);
    Tally& tally = found != tallies.end() ? *found : tallies.emplace_back(one);
    tally.rows += rows;
}

std::uint8_t depth_of(const model::RowSpec& row, const model::BlockSpec& block) {
    std::uint8_t depth = 0;
    for (std::uint32_t group = row.group; group < block.groups.size(); group = block.groups[group].parent) ++depth;
    return depth;
}

}  // namespace

RowLayout::RowLayout(const TableText& text, const std::vector<RowReading>& readings, const RowMatches& matches, std::uint32_t begin,
                     std::uint32_t end, const model::BlockSpec& block)
    : text_{text}, readings_{readings}, matches_{matches}, begin_{begin}, end_{end}, columns_{block.columns.size()} {
    for (const model::RowSpec& row : block.rows) depths_.push_back(depth_of(row, block));
    for (std::uint32_t at = begin; at < end; ++at) {
        if (matches.matches[at].count != 1) continue;
        const std::uint32_t row = matches.matches[at].first;
        const Alike one{text.rows[row].fragment, readings[row].label_end, cell_count(row)};
        count_in(alike_, one, [&](const Alike& other) {
            return other.fragment == one.fragment && other.label_end == one.label_end && other.cells == one.cells;
        });
    }
    for (std::size_t row = 0; row < readings.size(); ++row) {
        if (readings[row].kind != RowKind::labelled) continue;
        const Width one{text.rows[row].fragment, text.rows[row].count};
        count_in(widths_, one, [&](const Width& other) { return other.fragment == one.fragment && other.cells == one.cells; });
    }
}

FigureCells RowLayout::figure_cells(std::uint32_t at) const {
    const std::uint32_t row = row_with_figures(at);
    FigureCells out;
    out.cells = text_.cells_of(text_.rows[row]).subspan(readings_[row].label_end);
    out.fragment = text_.rows[row].fragment;
    out.row_cells = text_.rows[row].count;
    out.width = has_usual_width(row) ? text_.rows[row].count : 0;
    compare(row, matches_.matches[at].count == 1, out);
    out.short_beside_its_kind = is_short_beside_its_kind(at);
    return out;
}

// Of the rows that were joined, the one that holds values.
std::uint32_t RowLayout::row_with_figures(std::uint32_t at) const {
    const RowMatch& match = matches_.matches[at];
    std::uint32_t row = match.first;
    for (std::uint32_t i = match.first; i < match.first + match.count; ++i) {
        const bool better = readings_[i].has_value || (!readings_[row].has_value && cell_count(i) > cell_count(row));
        if (better) row = i;
    }
    return row;
}

bool RowLayout::is_torn(std::uint32_t at) const {
    const RowMatch& match = matches_.matches[at];
    const std::uint32_t below = match.first + match.count;
    const auto with_value = std::count_if(readings_.begin() + match.first, readings_.begin() + below, [](const RowReading& row) { return row.has_value; });
    const bool figures_below = below < readings_.size() && readings_[below].kind == RowKind::values && readings_[below].has_value;
    return with_value > 1 || (with_value == 0 && figures_below);
}

std::size_t RowLayout::cell_count(std::uint32_t row) const { return text_.rows[row].count - readings_[row].label_end; }

// Labels that stand in as many groups take up as many columns, so behind them all rows have the same cells.
bool RowLayout::is_short_beside_its_kind(std::uint32_t at) const {
    const std::size_t cells = cell_count(row_with_figures(at));
    std::size_t same = 0, longer = 0;
    for (std::uint32_t other = begin_; other < end_; ++other) {
        if (other == at || matches_.matches[other].count != 1 || depths_[other - begin_] != depths_[at - begin_]) continue;
        const std::size_t others = cell_count(matches_.matches[other].first);
        same += others == cells ? 1 : 0;
        longer += others > cells ? 1 : 0;
    }
    return longer > same;
}

// With the rows of its own page fragment, or if none is laid out like it, with all.
void RowLayout::compare(std::uint32_t row, bool is_tallied, FigureCells& out) const {
    const auto others = [&](const Alike& tally) {
        const bool own = is_tallied && tally.fragment == out.fragment && tally.cells == out.cells.size();
        return tally.label_end == readings_[row].label_end ? tally.rows - (own ? 1 : 0) : 0;
    };
    const bool within_fragment = std::any_of(alike_.begin(), alike_.end(), [&](const Alike& tally) { return tally.fragment == out.fragment && others(tally) > 0; });
    std::size_t same = 0, all = 0, surplus = 0;
    std::vector<Width> unlike;  // of other sizes, by cells
    for (const Alike& tally : alike_) {
        if (tally.cells > columns_) surplus += others(tally);
        if (within_fragment && tally.fragment != out.fragment) continue;
        all += others(tally);
        if (tally.cells == out.cells.size()) same += others(tally);
        else count_in(unlike, Width{0, tally.cells}, [&](const Width& other) { return other.cells == tally.cells; }, others(tally));
    }
    out.alone = !within_fragment;
    out.all_alike = same == all;
    out.others_have_surplus = surplus >= 2;
    const bool outvoted = std::ranges::any_of(unlike, [&](const Width& width) { return width.rows >= 2 && width.rows > same; });
    const bool unlike_width = out.width == 0 && (all == 0 ? out.cells.size() > columns_ : same < 2 && !out.all_alike);
    out.odd = outvoted || unlike_width;
    if (out.cells.size() <= columns_) return;
    out.usual_offset = common_offset(row, within_fragment);
    if (out.odd) out.peers_offset = offset_of_peers(row);
}

// Of all other rows like it that leave only one place for their figures, counted from the head of the row.
template <class IsLike>
RowLayout::Begin RowLayout::common_begin(std::uint32_t row, IsLike is_like) const {
    Begin out;
    for (std::uint32_t at = begin_; at < end_; ++at) {
        const RowMatch& match = matches_.matches[at];
        if (match.count != 1 || match.first == row || !is_like(match.first)) continue;
        const std::size_t labels = readings_[match.first].label_end;
        const auto offsets = Placer::offsets(text_.cells_of(text_.rows[match.first]).subspan(labels), columns_);
        if (offsets.size() != 1) continue;
        if (out.rows > 0 && labels + offsets.front() != out.column) return {};
        out.column = labels + offsets.front();
        ++out.rows;
    }
    return out;
}

std::optional<std::size_t> RowLayout::common_offset(std::uint32_t row, bool within_fragment) const {
    const std::size_t labels = readings_[row].label_end;
    const Begin begin = common_begin(row, [&](std::uint32_t other) {
        if (within_fragment && text_.rows[other].fragment != text_.rows[row].fragment) return false;
        return readings_[other].label_end == labels && cell_count(other) == cell_count(row);
    });
    return begin.rows > 0 ? std::optional{begin.column - labels} : std::nullopt;
}

// Labels of several columns keep their width even where the cells in front of other rows were dropped.
std::optional<std::size_t> RowLayout::offset_of_peers(std::uint32_t row) const {
    const std::size_t labels = readings_[row].label_end;
    const Begin begin = common_begin(row, [&](std::uint32_t other) { return text_.rows[other].count == text_.rows[row].count; });
    return begin.rows >= 2 && begin.column >= labels ? std::optional{begin.column - labels} : std::nullopt;
}

// Most rows of the fragment are as wide as this one, or there are too few to tell.
bool RowLayout::has_usual_width(std::uint32_t row) const {
    std::size_t same = 0, all = 0;
    for (const Width& width : widths_) {
        if (width.fragment != text_.rows[row].fragment) continue;
        all += width.rows;
        if (width.cells == text_.rows[row].count) same += width.rows;
    }
    const std::size_t own = readings_[row].kind == RowKind::labelled ? 1 : 0;
    all -= own;
    same -= own;
    return all < 3 || same * 2 >= all;
}

}  // namespace gouji::binding
