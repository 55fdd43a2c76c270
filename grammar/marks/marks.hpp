// SPDX-License-Identifier: Apache-2.0
// Marks: peculiarities of the writing that rules may judge, found in one pass over the source, in text order.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/tree.hpp"

namespace gouji::grammar {

// Fills `marks` of a tree whose paragraphs and steps are there.
void find_marks(std::string_view source, Tree& tree);

// One half of a pair in the source: （ ( 《 “ 〔 【 or its end.
struct PairHalf {
    enum class Kind : std::uint8_t { parenthesis, title, quote, tortoise, lenticular };
    Kind kind = Kind::parenthesis;
    bool opens = false;
    bool half_width = false;
    Span span;
    std::uint32_t paragraph = 0;
};

// Marks for halves without a partner in their paragraph, and for half-width parentheses around Chinese text.
void judge_pairs(std::string_view source, const std::vector<PairHalf>& halves, Tree& tree);

// The characters around a place, white space apart.
enum class Neighbour : std::uint8_t { edge, han, opening, closing, other };
[[nodiscard]] Neighbour neighbour_before(std::string_view source, Span within, std::uint32_t at);
[[nodiscard]] Neighbour neighbour_after(std::string_view source, Span within, std::uint32_t at);

}  // namespace gouji::grammar
