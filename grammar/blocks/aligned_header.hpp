// SPDX-License-Identifier: Apache-2.0
// A header over several lines: words that stand over one another are one label, words that span several labels are group
// labels. Built from the lowest line upward.
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/blocks/aligned.hpp"

namespace gouji::grammar::aligned {

// A label with its pieces from top to bottom, at the place they take together.
struct HeaderLabel {
    std::vector<Word> pieces;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t first_leaf = 0;  // of a group label
    std::uint32_t leaf_count = 1;

    [[nodiscard]] bool overlaps(const Word& word) const { return begin < word.end && word.begin < end; }
};

struct Header {
    std::vector<std::vector<HeaderLabel>> groups;  // lines of group labels, from top to bottom
    std::vector<HeaderLabel> leaves;               // from left to right
};

// `lines` from top to bottom, each without figures.
[[nodiscard]] Header read_header(const std::vector<AlignedLine>& lines);

}  // namespace gouji::grammar::aligned
