// SPDX-License-Identifier: Apache-2.0
// From the words of all pages to text with grids: lines, paragraphs and tables, over page breaks. It owns nothing and knows
// nothing of where the words come from.
#pragma once

#include <vector>

#include "engine/readers/extract.hpp"
#include "engine/readers/pdf/words.hpp"

namespace gouji::readers::pdf {

[[nodiscard]] text::Result<Extract> assemble(std::vector<PageWords> words, const Limits& limits);

}  // namespace gouji::readers::pdf
