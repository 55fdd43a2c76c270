// SPDX-License-Identifier: Apache-2.0
// Words of a PDF page with their boxes, as pdftotext tells them (points from the top left corner). It owns the texts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::readers::pdf {

struct Box {
    double left = 0, top = 0, right = 0, bottom = 0;

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
    [[nodiscard]] double middle() const { return (top + bottom) / 2; }  // vertical
    [[nodiscard]] double center() const { return (left + right) / 2; }  // horizontal
    void add(const Box& other);
};

// Whether one stands above the other, by more than half of the narrower.
[[nodiscard]] bool overlap(const Box& a, const Box& b);

struct Word {
    Box box;
    std::string text;
    double em = 0;  // size of one full-width character
};

struct PageWords {
    double width = 0;
    double height = 0;
    std::vector<Word> words;
};

// Nothing where this is no output of `pdftotext -bbox-layout`.
[[nodiscard]] std::optional<std::vector<PageWords>> read_words(std::string xml);

// Written from top to bottom.
[[nodiscard]] bool is_vertical(const Word& word);

[[nodiscard]] std::size_t character_count(std::string_view utf8);
[[nodiscard]] bool is_ascii(char c);

}  // namespace gouji::readers::pdf
