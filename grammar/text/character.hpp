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

// The code point at `offset` of valid UTF-8. Asked of every character of a report, hence here.
[[nodiscard]] inline CodePoint code_point_at(std::string_view utf8, std::uint32_t offset) {
    const auto byte = [&](std::uint32_t i) { return static_cast<unsigned char>(utf8[offset + i]); };
    const auto tail = [&](std::uint32_t i) { return static_cast<char32_t>(byte(i) & 0x3FU); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xE0) return {(static_cast<char32_t>(lead & 0x1FU) << 6U) | tail(1), 2};
    if (lead < 0xF0) return {(static_cast<char32_t>(lead & 0x0FU) << 12U) | (tail(1) << 6U) | tail(2), 3};
    return {(static_cast<char32_t>(lead & 0x07U) << 18U) | (tail(1) << 12U) | (tail(2) << 6U) | tail(3), 4};
}

// The folded form of one character (see FoldedText); the view lives as long as the program. White space folds to " ", what
// cannot be seen to nothing.
[[nodiscard]] std::string_view folded_character(char32_t c);

// Columns that a terminal gives to one character: 0, 1 or 2 (East Asian wide and full-width).
[[nodiscard]] int display_width(char32_t c);
[[nodiscard]] int display_width(std::string_view utf8);

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A Chinese character (Unified Ideographs with extensions).
[[nodiscard]] bool is_han(char32_t c);

}  // namespace gouji::text
