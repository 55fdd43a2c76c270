// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "grammar/blocks/aligned.hpp"

namespace gouji::grammar::aligned {
namespace {

constexpr std::size_t lightest = 6;      // figures of a single row that make a grid; a row of a larger grid counts half of it
constexpr std::uint32_t farthest = 40;  // lines between two rows of one grid, or of its header

class Finder {
public:
    explicit Finder(const GridSource& from) : from_{from} {}

    // Looks at the lines [first, end), which belong to no other grid.
    void look(std::uint32_t first, std::uint32_t end) {
        std::uint32_t previous = end;  // the last row seen
        GridLines grid{Layout::aligned, first, first};
        std::size_t weight = 0;
        for (std::uint32_t at = first; at < end; ++at) {
            const std::size_t figures = figures_at(at, first);
            if (figures == 0) continue;
            if (previous == end || !go_together(previous, at)) {
                keep(grid, weight);
                grid.first = header_begin(at, std::max(first, grid.end));
                weight = 0;
            }
            weight += std::max(figures, lightest / 2);
            grid.end = at + 1;
            previous = at;
        }
        keep(grid, weight);
    }

    std::vector<GridLines> take() { return std::move(grids_); }

private:
    // Cheap, so that prose costs nothing.
    [[nodiscard]] bool may_be_row(const Line& line) const {
        if (line.kind != LineKind::text || line.source.empty() || line.has_sentence_end) return false;
        const auto last = static_cast<unsigned char>(from_.source[line.source.end - 1]);
        const bool figure = (last >= '0' && last <= '9') || last == '-' || last == '/' || last == '%';
        return figure || (last >= 0x80 && line.gapped);
    }

    // The figures of the row at this line; none where it is no row. A weak row needs a header or a row above it.
    [[nodiscard]] std::size_t figures_at(std::uint32_t at, std::uint32_t first) const {
        if (!may_be_row(from_.lines[at])) return 0;
        const AlignedLine line = read_line(from_.source, from_.lines[at]);
        if (line.is_row()) return line.figure_count();
        if (!line.weak || line.use != LineUse::figures) return 0;
        for (std::uint32_t above = at; above > first; --above) {
            const Line& over = from_.lines[above - 1];
            if (is_break(over)) continue;
            const AlignedLine words = read_line(from_.source, over);
            return words.use == LineUse::header || (words.use == LineUse::figures && words.words.size() > 1) ? 1 : 0;
        }
        return 0;
    }

    // Two rows make a grid, or one long one.
    void keep(const GridLines& grid, std::size_t weight) {
        if (weight < lightest || grid.end <= grid.first) return;
        GridLines kept = grid;
        while (kept.end < from_.lines.size() && continues_label(kept.end)) ++kept.end;
        grids_.push_back(kept);
    }

    // A short line right below the last row is the rest of its label.
    [[nodiscard]] bool continues_label(std::uint32_t at) const {
        constexpr std::uint32_t longest = 15;
        const Line& line = from_.lines[at];
        const bool last = at + 1 == from_.lines.size() || from_.lines[at + 1].kind == LineKind::blank;
        return last && line.kind == LineKind::text && line.indent >= 4 && line.characters <= longest && line.number.style == Numbering::absent &&
               read_line(from_.source, line).use == LineUse::label;
    }

    [[nodiscard]] bool go_together(std::uint32_t above, std::uint32_t below) const {
        if (below - above > farthest) return false;
        for (std::uint32_t at = above + 1; at < below; ++at) {
            const Line& line = from_.lines[at];
            if (is_break(line)) continue;
            if (line.kind != LineKind::text || read_line(from_.source, line).use == LineUse::none) return false;
            if (line.title || (is_heading(line) && !(is_row_at(at - 1) && is_row_at(next_line(at + 1, below))))) return false;
        }
        return true;
    }

    // A numbered line between two rows is a group label that stands in the middle of its group.
    [[nodiscard]] bool is_row_at(std::uint32_t at) const {
        return may_be_row(from_.lines[at]) && read_line(from_.source, from_.lines[at]).is_row();
    }
    [[nodiscard]] std::uint32_t next_line(std::uint32_t from, std::uint32_t to) const {
        while (from < to && from_.lines[from].kind == LineKind::blank) ++from;
        return from;
    }

    // Up from the first row over header lines and labels, to the heading or the prose above. A page may end between them.
    [[nodiscard]] std::uint32_t header_begin(std::uint32_t row, std::uint32_t lowest) const {
        std::uint32_t begin = row;
        for (std::uint32_t at = row; at > lowest && row - at < farthest; --at) {
            const Line& line = from_.lines[at - 1];
            if (is_break(line)) continue;
            const bool header = line.kind == LineKind::text && !is_heading(line) && read_line(from_.source, line).use != LineUse::none;
            if (!header) break;
            begin = at - 1;
        }
        return begin;
    }

    GridSource from_;
    std::vector<GridLines> grids_;
};

}  // namespace

std::vector<GridLines> find_aligned(const GridSource& from, const std::vector<GridLines>& taken) {
    Finder finder{from};
    look_between(taken, from.lines.size(), finder);
    return finder.take();
}

}  // namespace gouji::grammar::aligned
