// SPDX-License-Identifier: Apache-2.0
#include "grammar/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "grammar/text/words.hpp"

namespace gouji::text {
namespace {

constexpr std::string_view next_line = "\xC2\x85", line_separator = "\xE2\x80\xA8", paragraph_separator = "\xE2\x80\xA9";

std::uint8_t byte_at(std::string_view bytes, std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); }
bool continues(std::string_view bytes, std::size_t i) { return i < bytes.size() && (byte_at(bytes, i) & 0xC0U) == 0x80U; }

// What the second byte may be, by the first (table 3-7 of the Unicode Standard).
bool second_fits(std::uint8_t lead, std::uint8_t second) {
    switch (lead) {
        case 0xE0: return second >= 0xA0;
        case 0xED: return second <= 0x9F;
        case 0xF0: return second >= 0x90;
        case 0xF4: return second <= 0x8F;
        default: return true;
    }
}

// Most of a Chinese text is three-byte sequences, one behind the other.
std::size_t skip_three_byte_run(std::string_view bytes, std::size_t i) {
    while (i + 3 <= bytes.size()) {
        const std::uint8_t lead = byte_at(bytes, i);
        const std::uint8_t second = byte_at(bytes, i + 1);
        const bool shape = (lead & 0xF0U) == 0xE0U && (second & 0xC0U) == 0x80U && (byte_at(bytes, i + 2) & 0xC0U) == 0x80U;
        if (!shape || lead == 0xE0 || lead == 0xED) return i;
        i += 3;
    }
    return i;
}

std::size_t skip_ascii(std::string_view bytes, std::size_t i) {
    while (i + 8 <= bytes.size() && is_ascii(load_word(bytes.data() + i))) i += 8;
    while (i < bytes.size() && byte_at(bytes, i) < 0x80) ++i;
    return i;
}

// For each byte of a word, what its top bit says.
constexpr Word top_bit_of_each(Word word) { return word >> 7U & each_byte(1); }
constexpr Word leads(Word word) { return top_bit_of_each(~word | word << 1U); }  // 1 but for bytes that continue a character
constexpr Word long_leads(Word word) { return top_bit_of_each(word & word << 1U & word << 2U & word << 3U); }  // 1 where four bytes begin

// The sum of what `count` says of each byte, which is 2 at most; it is given eight at a time.
template <class Count>
std::uint32_t sum_over(std::string_view bytes, Count count) {
    constexpr std::size_t most_words = 127;  // what a sum in a byte can hold
    std::size_t i = 0, sum = 0;
    while (i + 8 <= bytes.size()) {
        Word lanes = 0;
        for (std::size_t words = 0; words < most_words && i + 8 <= bytes.size(); ++words, i += 8) lanes += count(load_word(bytes.data() + i));
        constexpr Word even = 0x00FF'00FF'00FF'00FFU;
        sum += ((lanes & even) + (lanes >> 8U & even)) * 0x0001'0001'0001'0001U >> 48U;
    }
    for (; i < bytes.size(); ++i) sum += count(Word{byte_at(bytes, i)}) & 0xFFU;
    return static_cast<std::uint32_t>(sum);
}

}  // namespace

std::size_t utf8_sequence(std::string_view bytes, std::size_t offset) {
    if (offset >= bytes.size()) return 0;
    const std::uint8_t lead = byte_at(bytes, offset);
    if (lead < 0x80) return 1;
    const std::size_t size = lead >= 0xC2 && lead <= 0xDF   ? 2
                             : lead >= 0xE0 && lead <= 0xEF ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
    if (size == 0) return 0;
    for (std::size_t i = 1; i < size; ++i) {
        if (!continues(bytes, offset + i)) return 0;
    }
    return second_fits(lead, byte_at(bytes, offset + 1)) ? size : 0;
}

std::size_t first_invalid_utf8(std::string_view bytes, std::size_t from) {
    std::size_t i = from;
    while (i < bytes.size()) {
        i = skip_three_byte_run(bytes, skip_ascii(bytes, i));
        if (i >= bytes.size()) break;
        const std::size_t size = utf8_sequence(bytes, i);
        if (size == 0) return i;
        i += size;
    }
    return bytes.size();
}

std::uint32_t count_code_points(std::string_view utf8) { return sum_over(utf8, leads); }

std::uint32_t count_utf16_units(std::string_view utf8) {
    return sum_over(utf8, [](Word word) { return leads(word) + long_leads(word); });
}

std::uint32_t line_end_at(std::string_view utf8, std::size_t offset) {
    const std::string_view rest = utf8.substr(offset);
    switch (rest.front()) {
        case '\n':
        case '\v': return 1;
        case '\r': return rest.starts_with("\r\n") ? 2 : 1;
        case '\f': return offset == 0 || utf8[offset - 1] == '\n' || utf8[offset - 1] == '\r' ? 0 : 1;
        case '\xC2': return rest.starts_with(next_line) ? 2 : 0;
        case '\xE2': return rest.starts_with(line_separator) || rest.starts_with(paragraph_separator) ? 3 : 0;
        default: return 0;
    }
}

std::size_t find_line_end(std::string_view utf8, std::size_t from) {
    while (from < utf8.size() && line_end_at(utf8, from) == 0) ++from;
    return from;
}

bool has_other_line_ends(std::string_view utf8) {
    static constexpr std::array<std::string_view, 6> others{"\r", "\v", "\f", next_line, line_separator, paragraph_separator};
    return std::ranges::any_of(others, [&](std::string_view end) { return utf8.find(end) != std::string_view::npos; });
}

void append_utf8(std::string& out, char32_t c) {
    const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    if (c < 0x80) {
        out += byte(c);
    } else if (c < 0x800) {
        out += {byte(0xC0U | (c >> 6U)), byte(0x80U | (c & 0x3FU))};
    } else if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        out += replacement_character;
    } else if (c < 0x10000) {
        out += {byte(0xE0U | (c >> 12U)), byte(0x80U | ((c >> 6U) & 0x3FU)), byte(0x80U | (c & 0x3FU))};
    } else {
        out += {byte(0xF0U | (c >> 18U)), byte(0x80U | ((c >> 12U) & 0x3FU)), byte(0x80U | ((c >> 6U) & 0x3FU)),
                byte(0x80U | (c & 0x3FU))};
    }
}

}  // namespace gouji::text
