// SPDX-License-Identifier: Apache-2.0
// The lines of a text with what can be told from each one alone. They own nothing: spans into the source text and into
// its folded form, which have the same line ends. What several lines make together is decided in grammar/blocks.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "grammar/text/folded_text.hpp"
#include "grammar/text/span.hpp"
#include "grammar/tree.hpp"

namespace gouji::grammar {

enum class LineKind : std::uint8_t {
    blank,
    text,
    tabbed,     // has a tab that parts cells
    piped,      // led by a pipe, or parted by several
    pipe_rule,  // |---|---|, +---+---+
    page_mark,
    given,      // part of a grid that the reader found
};

struct Line {
    LineKind kind = LineKind::blank;
    bool tab_led = false;          // all its tabs at its head: a cell of its own
    bool gapped = false;           // two or more spaces between its words
    bool has_sentence_end = false;  // 。！？ anywhere
    bool title = false;            // one of the known titles and nothing else but a number
    std::uint16_t tabs = 0;
    std::uint32_t characters = 0;  // folded, without tabs
    std::uint32_t indent = 0;      // columns of white space at its head
    std::uint32_t width = 0;       // columns up to its last character
    Number number;                 // style and value; the span is left to the paragraph
    text::FoldedSpan folded;       // without its end
    text::Span source;             // without its end and the white space around
    text::Span whole;              // in the source, with the white space
};

[[nodiscard]] std::vector<Line> split_lines(std::string_view source, const text::FoldedText& folded, std::span<const GivenGrid> given, Titles titles);

// Parts rows, or pages, and says nothing itself.
[[nodiscard]] inline bool is_break(const Line& line) { return line.kind == LineKind::blank || line.kind == LineKind::page_mark; }

// Heads a section, as far as the line alone tells.
[[nodiscard]] inline bool is_heading(const Line& line) {
    return line.title || line.number.style == Numbering::chinese || line.number.style == Numbering::part;
}

// Number and width of a line that is text after all: its tabs or pipes make no grid.
void make_text(Line& line, std::string_view source, std::string_view folded);

// `span` without the white space around it; of nothing but white space the empty span at its end.
[[nodiscard]] text::Span trim(std::string_view source, text::Span span);

}  // namespace gouji::grammar
