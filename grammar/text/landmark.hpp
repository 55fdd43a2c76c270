// SPDX-License-Identifier: Apache-2.0
// Landmarks: where pages, paragraphs and tables of the original begin in the text that was extracted from it. In text order.
// They own nothing.
#pragma once

#include <cstdint>
#include <vector>

namespace gouji::text {

enum class LandmarkKind : std::uint8_t { page, paragraph, table };

struct Landmark {
    std::uint32_t offset = 0;
    LandmarkKind kind = LandmarkKind::paragraph;
    std::uint32_t number = 1;  // from 1, through the whole original
};

using Landmarks = std::vector<Landmark>;

}  // namespace gouji::text
