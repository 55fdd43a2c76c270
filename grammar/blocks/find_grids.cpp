// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "grammar/blocks/aligned.hpp"
#include "grammar/blocks/comma_grid.hpp"
#include "grammar/blocks/grids.hpp"
#include "grammar/parse.hpp"

namespace gouji::grammar {
namespace {

bool is_pipe(const Line& line) { return line.kind == LineKind::piped || line.kind == LineKind::pipe_rule; }

class Finder {
public:
    Finder(const GridSource& from, const text::FoldedText& folded) : lines_{from.lines}, folded_{folded} {}

    std::vector<GridLines> find() {
        for (std::uint32_t at = 0; at < lines_.size();) {
            const bool tabbed = lines_[at].kind == LineKind::tabbed;
            if (!tabbed && !is_pipe(lines_[at])) {
                ++at;
                continue;
            }
            const GridLines grid = tabbed ? tab_lines(at) : pipe_lines(at);
            if (tabbed ? is_tab_grid(grid) : is_pipe_grid(grid)) grids_.push_back(grid);
            at = grid.end;
        }
        return std::move(grids_);
    }

private:
    // From a line with tabs to the last one that no prose parts from it.
    [[nodiscard]] GridLines tab_lines(std::uint32_t first) const {
        std::uint32_t end = first + 1;
        for (std::uint32_t at = end; at < lines_.size();) {
            const Line& line = lines_[at];
            if (line.kind == LineKind::tabbed) {
                end = ++at;
            } else if (is_break(line)) {
                ++at;
            } else if (const std::uint32_t after = after_continuation(at, end - 1); after != at) {
                at = after;
            } else {
                break;
            }
        }
        GridLines grid{Layout::tabbed, first, end};
        if (is_cell_per_line(grid)) grid.layout = Layout::cell_per_line;
        return grid;
    }

    // A row may go on in short lines without a tab: up to three behind a cell of its own line, one between rows.
    // `last` is the last line with a tab before it.
    [[nodiscard]] std::uint32_t after_continuation(std::uint32_t at, std::uint32_t last) const {
        const std::uint32_t most = lines_[at - 1].tab_led ? 3 : 1;
        std::uint32_t next = at;
        while (next < lines_.size() && next - at < most && may_continue(lines_[next])) ++next;
        if (next == at || next == lines_.size()) return at;
        const bool parted = lines_[at - 1].kind == LineKind::blank && (lines_[next].kind == LineKind::blank || (lines_[last].tab_led && lines_[next].tab_led));
        if (parted) return at;  // a heading between two tables
        return is_break(lines_[next]) || lines_[next].kind == LineKind::tabbed ? next : at;
    }

    [[nodiscard]] static bool may_continue(const Line& line) {
        constexpr std::uint32_t longest = 30;
        return line.kind == LineKind::text && line.characters <= longest && !line.has_sentence_end && !is_heading(line);
    }

    [[nodiscard]] bool is_cell_per_line(const GridLines& grid) const {
        std::uint32_t tabbed = 0;
        std::uint32_t led = 0;
        for (std::uint32_t i = grid.first; i < grid.end; ++i) {
            tabbed += lines_[i].kind == LineKind::tabbed ? 1 : 0;
            led += lines_[i].tab_led ? 1 : 0;
        }
        return led >= 3 && led * 5 >= tabbed * 4;
    }

    // Prose with a stray tab is no grid: there are three columns, or two rows of two with a figure or an empty cell. Cells a line
    // without a break between them make no rows: they are read in their order.
    [[nodiscard]] bool is_tab_grid(const GridLines& grid) const {
        std::uint32_t rows = 0;
        bool parted = false;
        bool wide = false;
        bool figure = false;
        for (std::uint32_t i = grid.first; i < grid.end; ++i) {
            const Line& line = lines_[i];
            parted = parted || is_break(line);
            if (line.kind != LineKind::tabbed) continue;
            ++rows;
            wide = wide || line.tabs >= 2;
            figure = figure || has_figure(line);
        }
        return grid.layout == Layout::cell_per_line ? parted && figure : wide || (rows >= 2 && figure);
    }

    [[nodiscard]] bool has_figure(const Line& line, char parting = '\t') const {
        const std::string_view all = folded_.slice(line.folded);
        const std::string_view last = all.substr(all.rfind(parting) + 1);
        return last.empty() || read_cell_number(last).has_value() || is_cell_mark(last);
    }

    [[nodiscard]] GridLines pipe_lines(std::uint32_t first) const {
        std::uint32_t end = first + 1;
        for (std::uint32_t at = end; at < lines_.size() && (is_pipe(lines_[at]) || is_break(lines_[at])); ++at) {
            if (is_pipe(lines_[at])) end = at + 1;
        }
        return {Layout::piped, first, end};
    }

    // A rule under the head, two rows that begin with a pipe, or two that end with a figure behind one.
    [[nodiscard]] bool is_pipe_grid(const GridLines& grid) const {
        const auto lines = lines_.subspan(grid.first, grid.end - grid.first);
        const auto rows =
            std::count_if(lines.begin(), lines.end(), [](const Line& line) { return line.kind == LineKind::piped; });
        const bool ruled =
            std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.kind == LineKind::pipe_rule; });
        const bool led = folded_.slice(lines.front().folded).starts_with('|');
        const auto figures =
            std::count_if(lines.begin(), lines.end(), [this](const Line& line) { return has_figure(line, '|'); });
        return rows > 0 && (ruled || (rows > 1 && (led || figures > 1)));
    }

    std::span<const Line> lines_;
    const text::FoldedText& folded_;
    std::vector<GridLines> grids_;
};

}  // namespace

std::vector<GridLines> find_grids(const GridSource& from, const text::FoldedText& folded) {
    auto grids = Finder{from, folded}.find();
    const auto add = [&](const std::vector<GridLines>& more) {
        grids.insert(grids.end(), more.begin(), more.end());
        std::sort(grids.begin(), grids.end(), [](const GridLines& a, const GridLines& b) { return a.first < b.first; });
    };
    add(find_comma_grids(from, folded, grids));
    add(aligned::find_aligned(from, grids));
    return grids;
}

}  // namespace gouji::grammar
