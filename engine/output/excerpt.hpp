// SPDX-License-Identifier: Apache-2.0
// Excerpt: the line of the report a finding stands in, with a line of carets below it. Widths are those of a terminal that
// draws Chinese characters two columns wide. Tabs show as │, so that the cells of a row can be told apart.
#pragma once

#include <cstdint>
#include <string>

#include "grammar/text/source_text.hpp"

namespace gouji::output {

struct Excerpt {
    std::uint32_t line = 1;
    std::uint32_t last_line = 1;  // of the place; carets mark its first line only
    std::string text;
    std::string carets;           // spaces up to the place, then one caret a column; at least one
};

// A longer line is cut to about `width` columns around the place, with … where something is left out.
[[nodiscard]] Excerpt excerpt_of(const text::SourceText& source, text::Span span, int width = 96);

}  // namespace gouji::output
