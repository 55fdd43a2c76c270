// SPDX-License-Identifier: Apache-2.0
// Skeleton: a page reduced to what shapes its text, for the tree builder: block elements with the few attributes that matter, and
// in place of each text its number ("12;"). So the tree builder, which is slow and trusts its input, sees little, and nothing
// that a hostile page could use against it: no deep nesting, no endless attributes, no formatting elements, no scripts.
// Views point into the page; it must outlive the skeleton. What the tree looks like is not decided here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/read.hpp"

namespace gouji::readers::html {

// A text as written, with its character references.
struct TextPiece {
    std::string_view raw;
    bool linked = false;  // inside <a>
    bool raised = false;  // inside <sup>
};

// What stands between two block tags: pieces [first, last).
struct TextRun {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

struct Skeleton {
    std::string markup;
    std::vector<TextPiece> pieces;
    std::vector<TextRun> runs;
    std::string_view title;
};

[[nodiscard]] text::Result<Skeleton> make_skeleton(std::string_view page, const Limits& limits);

}  // namespace gouji::readers::html
