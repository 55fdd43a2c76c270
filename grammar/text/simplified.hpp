// SPDX-License-Identifier: Apache-2.0
// Traditional characters and their simplified forms, one for one, for the folded view that labels and phrases are matched in.
// Characters that the simplified script uses as well are not among them. The question is asked of every character of every
// report, so it is one look into a set of bits.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace gouji::text {

namespace detail {
inline constexpr char32_t first_han = 0x4E00;
inline constexpr char32_t last_han = 0x9FFF;
using CharacterSet = std::array<std::uint64_t, (last_han - first_han + 1) / 64>;
extern const CharacterSet traditional;
}  // namespace detail

[[nodiscard]] inline bool is_traditional(char32_t c) {
    if (c < detail::first_han || c > detail::last_han) return false;
    const char32_t at = c - detail::first_han;
    return (detail::traditional[at / 64] >> (at % 64) & 1U) != 0;
}

// The simplified form; 0 where the character is none of these. For filling tables: it searches.
[[nodiscard]] char32_t simplified_form(char32_t c);

}  // namespace gouji::text
