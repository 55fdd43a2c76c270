// SPDX-License-Identifier: Apache-2.0
// UTF-8 on the level of bytes: a strict and fast check, the size of a sequence, encoding of one code point.
// Knows no other encoding and no library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gouji::text {

inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";  // U+FFFD

// The bytes of the well-formed sequence at `offset` (1 to 4); 0 where none begins there. Overlong forms, surrogates and
// anything above U+10FFFF are not well-formed.
[[nodiscard]] std::size_t utf8_sequence(std::string_view bytes, std::size_t offset);

// The offset of the first byte that is not well-formed UTF-8; bytes.size() where everything is.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view bytes, std::size_t from = 0);
[[nodiscard]] inline bool is_utf8(std::string_view bytes) { return first_invalid_utf8(bytes) == bytes.size(); }

// Characters of valid UTF-8: code points, and the code units that UTF-16 takes for them.
[[nodiscard]] std::uint32_t count_code_points(std::string_view utf8);
[[nodiscard]] std::uint32_t count_utf16_units(std::string_view utf8);

// The bytes of the line end at `offset`, 0 where there is none: LF, CRLF, CR, and what word processors write for a new line or a
// new page inside a text, VT, FF, U+0085, U+2028 and U+2029. A form feed at the beginning of a line ends nothing.
[[nodiscard]] std::uint32_t line_end_at(std::string_view utf8, std::size_t offset);
// Where the next one begins; utf8.size() where none does.
[[nodiscard]] std::size_t find_line_end(std::string_view utf8, std::size_t from);
// Whether there are others than LF.
[[nodiscard]] bool has_other_line_ends(std::string_view utf8);

// Appends one code point; anything that is not a scalar value becomes U+FFFD.
void append_utf8(std::string& out, char32_t c);

}  // namespace gouji::text
