// SPDX-License-Identifier: Apache-2.0
// Regions: a span as lines and columns from 1, the end exclusive. Code points for people and JSON, UTF-16 for SARIF.
#pragma once

#include <string_view>

#include "engine/finding/finding.hpp"
#include "grammar/text/source_text.hpp"

namespace gouji::output {

struct Region {
    text::Position start;
    text::Position end;
};

// The span within the text and on character boundaries, as wide as needed: a rule may have counted bytes wrongly.
[[nodiscard]] text::Span aligned(const text::SourceText& source, text::Span span);

[[nodiscard]] Region region_of(const text::SourceText& source, text::Span span);
[[nodiscard]] Region region_utf16(const text::SourceText& source, text::Span span);
// A figure that is absent from the report has no place. An empty place elsewhere is a blank cell, or where something is missing.
[[nodiscard]] inline bool has_place(text::Span span) { return span.end != 0; }

// The text that the place is in: the report's own, or that of another report.
[[nodiscard]] inline const text::SourceText& source_of(const finding::Place& place, const text::SourceText& own) {
    return place.elsewhere != nullptr ? *place.elsewhere : own;
}

[[nodiscard]] std::string_view text_of(const text::SourceText& source, text::Span span);

}  // namespace gouji::output
