// SPDX-License-Identifier: Apache-2.0
// Outline: a report's sections without those of a table of contents, which repeats headings with nothing under them.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/model/document.hpp"

namespace gouji::model {

// Neither prose nor tables under its heading.
[[nodiscard]] bool is_bare(const Document& document, const Section& section);

// Indices of Document::sections, in order. Three or more bare headings in a row that come again later are a table of contents.
void find_outline(const Document& document, std::vector<std::uint32_t>& outline);

}  // namespace gouji::model
