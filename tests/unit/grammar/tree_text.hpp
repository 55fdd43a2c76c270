// SPDX-License-Identifier: Apache-2.0
// Trees as plain text, so that a test says what it expects the way a person would write it down.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "grammar/parse.hpp"

namespace gouji::tests {

// A text with its tree; the tree's spans point into it.
struct Parsed {
    text::SourceText source;
    grammar::Tree tree;

    explicit Parsed(std::string text, const std::vector<grammar::GivenGrid>& given = {}, const std::vector<std::string_view>& titles = {})
        : source{"test", std::move(text)}, tree{grammar::parse(source, given, titles)} {}

    [[nodiscard]] std::string prose(grammar::FoldedSpan span) const { return std::string{tree.prose_of(span)}; }
    [[nodiscard]] std::string original(grammar::FoldedSpan span) const { return std::string{source.slice(tree.source_of(span))}; }
};

// A list of lines that a failing check can print.
struct Lines : std::vector<std::string> {
    using std::vector<std::string>::vector;
    friend std::ostream& operator<<(std::ostream& out, const Lines& lines) {
        for (const auto& line : lines) out << "\n    <" << line << ">";
        return out;
    }
};

inline Lines paragraphs(const Parsed& parsed) {
    Lines lines;
    for (const auto& paragraph : parsed.tree.paragraphs) lines.push_back(parsed.prose(paragraph.prose));
    return lines;
}

// Rows of one grid as "甲|乙||0"; a line end inside a cell is shown as "/", a row after a break begins with "~".
inline Lines rows(const Parsed& parsed, std::size_t grid = 0) {
    Lines lines;
    if (grid >= parsed.tree.grids.size()) return lines;
    const auto& g = parsed.tree.grids[grid];
    for (std::uint32_t r = g.first_row; r < g.first_row + g.row_count; ++r) {
        const auto& row = parsed.tree.rows[r];
        std::string line = row.after_break ? "~" : "";
        for (std::uint32_t c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
            if (c > row.first_cell) line += '|';
            for (const char ch : parsed.tree.text_of(parsed.tree.cells[c])) line += ch == '\n' ? '/' : ch;
        }
        lines.push_back(line);
    }
    return lines;
}

// The blocks from top to bottom: P a paragraph, G a grid, - a page mark.
inline std::string shape(const Parsed& parsed) {
    std::string kinds;
    for (const auto& block : parsed.tree.blocks) {
        kinds += block.kind == grammar::BlockKind::paragraph ? 'P' : block.kind == grammar::BlockKind::grid ? 'G' : '-';
    }
    return kinds;
}

}  // namespace gouji::tests
