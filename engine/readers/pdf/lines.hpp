// SPDX-License-Identifier: Apache-2.0
// Lines of a page as the eye sees them: words on one height, and on each line the chunks that belong together. Page numbers are
// taken away. It owns its texts and knows nothing of tables yet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/pdf/words.hpp"

namespace gouji::readers::pdf {

// Words of a line with hardly a gap between them.
struct Chunk {
    Box box;
    double em = 0;
    std::string text;
    std::vector<Word> words;
    bool figure = false;  // reads as the number of a table cell, or as a mark in place of one
    bool part = false;    // digits and separators alone: a number, or a line of one that was wrapped in its cell
};

struct Line {
    std::vector<Chunk> chunks;  // from left to right
    Box box;
    double em = 0;  // of its largest part
};

struct PageLines {
    std::vector<Line> lines;      // from top to bottom
    std::vector<Word> verticals;  // labels written from top to bottom
    double width = 0;
    double height = 0;
};

[[nodiscard]] PageLines make_lines(PageWords page);

// The number that a label begins with: 一、 （三） 2.
[[nodiscard]] std::optional<std::uint16_t> leading_number(std::string_view label);

// Takes away the first or last line of each page where most pages have the same one at the same height.
void drop_running_titles(std::vector<PageLines>& pages);

// Appends a text that stands `gap` behind what is there: words in Latin letters keep a space, Chinese needs none.
void append_words(std::string& text, std::string_view more, double gap, double em);

}  // namespace gouji::readers::pdf
