// SPDX-License-Identifier: Apache-2.0
// Paragraphs: lines of prose, joined where a sentence was broken by a line or page end. It reads lines that belong to no
// grid and appends paragraphs and their prose to the tree. It knows punctuation and line lengths, no wording.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "grammar/lines/line.hpp"
#include "grammar/tree.hpp"

namespace gouji::grammar {

// The right margin of a text whose lines were broken by hand or by a PDF: most of its long lines end there. 0: no margin.
[[nodiscard]] std::uint32_t find_margin(std::span<const Line> lines);

// Whether `next` goes on where `line` breaks off.
class Joiner {
public:
    Joiner(const text::FoldedText& folded, std::uint32_t margin) : folded_{folded}, margin_{margin} {}

    // `first` begins the paragraph that `line` ends so far; `parted`: blank lines or a page mark stand in between.
    [[nodiscard]] bool joins(const Line& first, const Line& line, const Line& next, bool parted) const;

private:
    [[nodiscard]] bool is_full(const Line& line) const;
    [[nodiscard]] bool is_heading(const Line& first, const Line& line) const;
    [[nodiscard]] bool breaks_off(const Line& first, const Line& line) const;

    const text::FoldedText& folded_;
    std::uint32_t margin_;
};

// Appends one paragraph of the given lines to the tree.
void add_paragraph(std::string_view source, std::span<const Line* const> lines, Tree& tree);

}  // namespace gouji::grammar
