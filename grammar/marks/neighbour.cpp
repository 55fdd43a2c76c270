// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "grammar/marks/marks.hpp"
#include "grammar/text/character.hpp"

namespace gouji::grammar {
namespace {

constexpr std::u32string_view openings = U"（《“〔【‘〈";
constexpr std::u32string_view closings = U"）》”〕】’〉，。；：、！？…";

// Stars are the residue of bold type.
bool is_space(char32_t c) { return c == U' ' || c == U'\n' || c == U'\r' || c == U'\t' || c == U'*' || c == 0xA0 || c == 0x3000; }

Neighbour kind_of(char32_t c) {
    if (text::is_han(c)) return Neighbour::han;
    if (openings.find(c) != std::u32string_view::npos) return Neighbour::opening;
    return closings.find(c) != std::u32string_view::npos ? Neighbour::closing : Neighbour::other;
}

}  // namespace

Neighbour neighbour_before(std::string_view source, Span within, std::uint32_t at) {
    while (at > within.begin) {
        do --at;
        while ((static_cast<unsigned char>(source[at]) & 0xC0U) == 0x80U);
        const char32_t c = text::code_point_at(source, at).value;
        if (!is_space(c)) return kind_of(c);
    }
    return Neighbour::edge;
}

Neighbour neighbour_after(std::string_view source, Span within, std::uint32_t at) {
    while (at < within.end) {
        const text::CodePoint c = text::code_point_at(source, at);
        if (!is_space(c.value)) return kind_of(c.value);
        at += c.bytes;
    }
    return Neighbour::edge;
}

}  // namespace gouji::grammar
