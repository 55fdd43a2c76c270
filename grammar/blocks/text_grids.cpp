// SPDX-License-Identifier: Apache-2.0
// Rows and cells of the layouts that tabs and pipes make.
#include <algorithm>

#include "grammar/blocks/grids.hpp"
#include "grammar/text/character.hpp"

namespace gouji::grammar {
namespace {

// Walks over lines that make no row and remembers whether they part rows.
struct Breaks {
    std::uint32_t blank = 0;
    bool page = false;

    void see(const Line& line) {
        if (line.kind == LineKind::blank) ++blank;
        if (line.kind == LineKind::page_mark) page = true;
    }
    void clear() { *this = {}; }
};

// Cells are short: looking at each byte is faster than a search.
std::uint32_t find_tab(std::string_view text, std::uint32_t from, std::uint32_t end) {
    while (from < end && text[from] != '\t') ++from;
    return from;
}

// How many tabs part two cells: two where no run of tabs in the grid has an odd length, so that none can be a single one.
std::uint32_t tabs_between_cells(const GridSource& from, const GridLines& grid) {
    constexpr std::uint32_t fewest_rows = 3;
    std::uint32_t rows = 0;
    for (std::uint32_t i = grid.first; i < grid.end; ++i) {
        const Line& line = from.lines[i];
        if (line.tabs == 0) continue;
        ++rows;
        const std::uint32_t end = line.whole.end;
        for (std::uint32_t at = find_tab(from.source, line.whole.begin, end); at < end; at = find_tab(from.source, at, end)) {
            if (at + 1 == end || from.source[at + 1] != '\t') return 1;
            at += 2;
        }
    }
    return rows < fewest_rows ? 1 : 2;
}

// Tabs are the same in the source and in the folded text, so both are cut side by side.
void add_tab_cells(std::string_view source, const Line& line, std::uint32_t parting, Tree& tree) {
    const std::string_view chars = tree.folded.chars();
    std::uint32_t at = line.whole.begin;
    std::uint32_t folded_at = line.folded.begin;
    for (std::size_t column = 0;; ++column) {
        const std::uint32_t end = find_tab(source, at, line.whole.end);
        const std::uint32_t folded_end = find_tab(chars, folded_at, line.folded.end);
        const Cell& cell = tree.cells.emplace_back(make_cell(source, {at, end}, {folded_at, folded_end}, column));
        const bool quoted = is_quoted(source.substr(cell.span.begin, cell.span.size())) && is_quoted(tree.folded.slice(cell.folded));
        if (quoted) tree.cells.back() = make_cell(source, {cell.span.begin + 1, cell.span.end - 1}, {cell.folded.begin + 1, cell.folded.end - 1}, column);
        if (end == line.whole.end) return;
        at = end + parting;
        folded_at = folded_end + parting;
    }
}

// Marks of Markdown around the whole cell are none of its text: **12**.
FoldedSpan without_emphasis(std::string_view chars, FoldedSpan cell) {
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view mark : {"**", "__", "*", "_", "`"}) {
            const std::string_view text = chars.substr(cell.begin, cell.size());
            found = text.size() > 2 * mark.size() && text.starts_with(mark) && text.ends_with(mark);
            if (!found) continue;
            cell.begin += static_cast<std::uint32_t>(mark.size());
            cell.end -= static_cast<std::uint32_t>(mark.size());
            break;
        }
    }
    return cell;
}

// Where the next <br> begins and how long it is; npos where there is none.
std::pair<std::size_t, std::size_t> find_line_break(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        for (const std::string_view tag : {"<br>", "<br/>", "<BR>", "<BR/>"}) {
            if (text.substr(at).starts_with(tag)) return {at, tag.size()};
        }
    }
    return {std::string_view::npos, 0};
}

// The lines of a cell, one behind the other. Figures on two of them stay two.
FoldedSpan without_line_breaks(FoldedSpan cell, Tree& tree) {
    const std::string whole{tree.folded.slice(cell)};
    if (find_line_break(whole).first == std::string::npos) return cell;
    FoldedSpan joined{static_cast<std::uint32_t>(tree.folded.chars().size()), 0};
    std::uint32_t at = cell.begin;
    for (std::string_view text = whole;;) {
        const auto [piece, tag] = find_line_break(text);
        const auto end = static_cast<std::uint32_t>(at + std::min(piece, text.size()));
        const bool parted = tree.folded.chars().size() > joined.begin && text::is_digit(tree.folded.chars().back()) && end > at && text::is_digit(text.front());
        if (parted) tree.folded.append(' ', tree.folded.to_source({at, at}).begin);
        tree.folded.append(tree.folded, {at, end});
        if (tag == 0) break;
        text.remove_prefix(piece + tag);
        at = end + static_cast<std::uint32_t>(tag);
    }
    joined.end = static_cast<std::uint32_t>(tree.folded.chars().size());
    return joined;
}

void add_piped_cell(std::string_view source, FoldedSpan folded, std::size_t column, Tree& tree) {
    const FoldedSpan text = without_emphasis(tree.folded.chars(), folded);
    tree.cells.push_back(make_cell(source, tree.folded.to_source(text), without_line_breaks(text, tree), column));
}

void add_piped_cells(std::string_view source, FoldedSpan rest, Tree& tree) {
    if (tree.folded.chars()[rest.begin] == '|') {  // the pipes around a row part nothing
        ++rest.begin;
        if (rest.end > rest.begin && tree.folded.chars()[rest.end - 1] == '|') --rest.end;
    }
    for (std::size_t column = 0;; ++column) {  // cells in pieces make the folded text longer
        const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(tree.folded.chars().find('|', rest.begin), rest.end));
        add_piped_cell(source, {rest.begin, end}, column, tree);
        if (end == rest.end) return;
        rest.begin = end + 1;
    }
}

}  // namespace

void add_tabbed_rows(const GridSource& from, const GridLines& grid, Tree& tree) {
    const std::uint32_t parting = tabs_between_cells(from, grid);
    const auto is_row = [](const Line& line) { return !is_break(line); };
    add_rows_of_lines(from, grid, tree, is_row, [&](const Line& line) { add_tab_cells(from.source, line, parting, tree); });
}

void add_cell_per_line_rows(const GridSource& from, const GridLines& grid, Tree& tree) {
    Breaks breaks;
    bool in_row = false;
    for (std::uint32_t i = grid.first; i < grid.end; ++i) {
        const Line& line = from.lines[i];
        if (is_break(line)) {
            if (in_row) close_row(tree);
            in_row = false;
            breaks.see(line);
            continue;
        }
        if (line.kind == LineKind::text && in_row) {  // the cell goes on
            Cell& cell = tree.cells.back();
            cell.span.end = line.source.end;
            cell.folded.end = line.folded.end;
            continue;
        }
        if (!in_row) open_row(tree, i > grid.first && (breaks.page || breaks.blank > 1));
        in_row = true;
        breaks.clear();
        const std::size_t column = tree.cells.size() - tree.rows.back().first_cell;
        const std::uint32_t lead = line.tab_led ? line.tabs : 0U;
        tree.cells.push_back(make_cell(from.source, line.whole, {line.folded.begin + lead, line.folded.end}, column));
    }
    if (in_row) close_row(tree);
}

void add_piped_rows(const GridSource& from, const GridLines& grid, Tree& tree) {
    const auto is_row = [](const Line& line) { return line.kind == LineKind::piped; };
    add_rows_of_lines(from, grid, tree, is_row, [&](const Line& line) { add_piped_cells(from.source, line.folded, tree); });
}

}  // namespace gouji::grammar
