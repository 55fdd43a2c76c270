// SPDX-License-Identifier: Apache-2.0
// Single characters: decoding, the folded form of one character, its width in a terminal. The only header of the
// project behind which ICU's character properties stand.
#pragma once

#include <cstdint>
#include <string_view>

namespace gouji::text {

struct CodePoint {
    char32_t value = 0;
    std::uint32_t bytes = 1;
};

// The code point at `offset` of valid UTF-8.
[[nodiscard]] CodePoint code_point_at(std::string_view utf8, std::uint32_t offset);

// The folded form of one character (see FoldedText); the view lives as long as the program. White space folds to " ", what
// cannot be seen to nothing.
[[nodiscard]] std::string_view folded_character(char32_t c);

// Columns that a terminal gives to one character: 0, 1 or 2 (East Asian wide and full-width).
[[nodiscard]] int display_width(char32_t c);
[[nodiscard]] int display_width(std::string_view utf8);

// A Chinese character (Unified Ideographs with extensions).
[[nodiscard]] bool is_han(char32_t c);

}  // namespace gouji::text
