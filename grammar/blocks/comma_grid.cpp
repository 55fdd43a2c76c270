// SPDX-License-Identifier: Apache-2.0
#include "grammar/blocks/comma_grid.hpp"

#include <algorithm>

#include "grammar/parse.hpp"

namespace gouji::grammar {
namespace {

constexpr std::size_t fewest_rows = 3;
constexpr std::size_t longest_cell = 180;  // bytes: sixty characters

// What the commas of a line make of it.
struct CommaLine {
    std::size_t cells = 0;  // none where it is no row
    bool is_sure = false;   // most of its cells are figures, or empty
};

class Finder {
public:
    Finder(const GridSource& from, const text::FoldedText& folded) : from_{from}, folded_{folded} {}

    void look(std::uint32_t first, std::uint32_t end) {
        for (std::uint32_t at = first; at < end;) {
            const CommaLine line = read(at);
            const std::uint32_t after = line.is_sure ? last_row(at, end, line.cells) + 1 : at + 1;
            if (line.is_sure) keep({Layout::commas, first_row(at, first, line.cells), after});
            at = after;
        }
    }

    std::vector<GridLines> take() { return std::move(grids_); }

private:
    [[nodiscard]] CommaLine read(std::uint32_t at) const {
        const Line& line = from_.lines[at];
        CommaLine out;
        if (line.kind != LineKind::text || line.has_sentence_end || line.title) return out;
        if (from_.source.substr(line.source.begin, line.source.size()).find(',') == std::string_view::npos) return out;
        const std::vector<Span> cells = cells_between_commas(from_.source, line.source);
        std::size_t plain = 0;
        for (const Span cell : cells) {
            if (cell.size() > longest_cell) return out;
            const std::string_view text = folded_.slice(folded_.to_folded(cell));
            plain += cell.empty() || read_cell_number(text) || is_cell_mark(text) ? 1 : 0;
        }
        out.cells = cells.size();
        out.is_sure = plain >= 2 && plain * 2 >= cells.size();
        return out;
    }

    // Rows go on where a line has as many cells, or can be nothing else.
    [[nodiscard]] std::uint32_t last_row(std::uint32_t at, std::uint32_t end, std::size_t cells) const {
        std::uint32_t last = at;
        for (std::uint32_t next = at + 1; next < end; ++next) {
            if (is_break(from_.lines[next])) continue;
            const CommaLine line = read(next);
            if (line.cells == 0 || (line.cells != cells && !line.is_sure)) break;
            last = next;
        }
        return last;
    }

    // Header lines above the first row that is sure; a page may end between them.
    [[nodiscard]] std::uint32_t first_row(std::uint32_t at, std::uint32_t lowest, std::size_t cells) const {
        std::uint32_t first = at;
        for (; at > lowest && (is_break(from_.lines[at - 1]) || read(at - 1).cells == cells); --at) {
            if (!is_break(from_.lines[at - 1])) first = at - 1;
        }
        return first;
    }

    // One row of figures is enough where it is a long one.
    void keep(const GridLines& grid) {
        constexpr std::size_t long_row = 8;
        std::size_t rows = 0, sure = 0, widest = 0;
        for (std::uint32_t at = grid.first; at < grid.end; ++at) {
            const CommaLine line = read(at);
            rows += is_break(from_.lines[at]) ? 0 : 1;
            sure += line.is_sure ? 1 : 0;
            if (line.is_sure) widest = std::max(widest, line.cells);
        }
        if (rows >= fewest_rows && (sure >= 2 || widest >= long_row)) grids_.push_back(grid);
    }

    GridSource from_;
    const text::FoldedText& folded_;
    std::vector<GridLines> grids_;
};

}  // namespace

std::vector<Span> cells_between_commas(std::string_view source, Span line) {
    std::vector<Span> cells;
    bool quoted = false;
    std::uint32_t begin = line.begin;
    for (std::uint32_t at = line.begin; at <= line.end; ++at) {
        if (at < line.end && source[at] == '"') quoted = !quoted;
        if (at < line.end && (source[at] != ',' || quoted)) continue;
        Span cell = trim(source, {begin, at});
        if (is_quoted(source.substr(cell.begin, cell.size()))) cell = trim(source, {cell.begin + 1, cell.end - 1});
        cells.push_back(cell);
        begin = at + 1;
    }
    return cells;
}

std::vector<GridLines> find_comma_grids(const GridSource& from, const text::FoldedText& folded, const std::vector<GridLines>& taken) {
    if (from.source.find(',') == std::string_view::npos) return {};
    Finder finder{from, folded};
    look_between(taken, from.lines.size(), finder);
    return finder.take();
}

void add_comma_rows(const GridSource& from, const GridLines& grid, Tree& tree) {
    const auto is_row = [](const Line& line) { return line.kind == LineKind::text; };
    add_rows_of_lines(from, grid, tree, is_row, [&](const Line& line) {
        std::size_t column = 0;
        for (const Span span : cells_between_commas(from.source, line.source)) {
            tree.cells.push_back(make_cell(from.source, span, tree.folded.to_folded(span), column++));
        }
    });
}

}  // namespace gouji::grammar
