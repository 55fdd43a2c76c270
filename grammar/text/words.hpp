// SPDX-License-Identifier: Apache-2.0
// Eight bytes of a text at a time, for the few loops that go over every byte of a report. What is said of a byte is said by the
// top bit of its place. Owns nothing; knows no encoding.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace gouji::text {

static_assert(std::endian::native == std::endian::little, "the first byte of a text is the lowest of a word");

using Word = std::uint64_t;

[[nodiscard]] inline Word load_word(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

[[nodiscard]] constexpr Word each_byte(unsigned char byte) { return Word{0x0101'0101'0101'0101U} * byte; }
inline constexpr Word top_bits = each_byte(0x80);

[[nodiscard]] constexpr Word zero_bytes(Word word) { return ~(((word & ~top_bits) + ~top_bits) | word) & top_bits; }
[[nodiscard]] constexpr Word bytes_equal(Word word, char byte) { return zero_bytes(word ^ each_byte(static_cast<unsigned char>(byte))); }
[[nodiscard]] constexpr Word control_bytes(Word word) { return zero_bytes(word & each_byte(0xE0)); }  // below 0x20

[[nodiscard]] constexpr bool is_ascii(Word word) { return (word & top_bits) == 0; }

// The place of the first byte that `marks` tells of; it tells of one.
[[nodiscard]] constexpr std::size_t first_marked(Word marks) { return static_cast<std::size_t>(std::countr_zero(marks)) / 8; }

}  // namespace gouji::text
