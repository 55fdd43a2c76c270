// SPDX-License-Identifier: Apache-2.0
#include "engine/output/region.hpp"

#include <algorithm>

#include "grammar/text/utf8.hpp"

namespace gouji::output {
namespace {

bool inside_character(std::string_view utf8, std::uint32_t offset) {
    return offset < utf8.size() && (static_cast<unsigned char>(utf8[offset]) & 0xC0U) == 0x80U;
}

}  // namespace

text::Span aligned(const text::SourceText& source, text::Span span) {
    const std::string_view utf8 = source.utf8();
    const auto size = static_cast<std::uint32_t>(utf8.size());
    span.begin = std::min(span.begin, size);
    span.end = std::clamp(span.end, span.begin, size);
    while (inside_character(utf8, span.begin)) --span.begin;
    while (inside_character(utf8, span.end)) ++span.end;
    return span;
}

Region region_of(const text::SourceText& source, text::Span span) {
    span = aligned(source, span);
    return {source.position(span.begin), source.position(span.end)};
}

Region region_utf16(const text::SourceText& source, text::Span span) {
    span = aligned(source, span);
    const text::Position start = source.position_utf16(span.begin);
    const bool one_line = span.end <= source.line_span(start.line).end;
    if (one_line) return {start, {start.line, start.column + text::count_utf16_units(source.slice(span))}};
    return {start, source.position_utf16(span.end)};
}

std::string_view text_of(const text::SourceText& source, text::Span span) { return source.slice(aligned(source, span)); }

}  // namespace gouji::output
