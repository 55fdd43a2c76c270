// SPDX-License-Identifier: Apache-2.0
#include "engine/output/excerpt.hpp"

#include <algorithm>

#include "engine/output/region.hpp"
#include "engine/output/visible.hpp"
#include "grammar/text/character.hpp"

namespace gouji::output {
namespace {

constexpr std::string_view tab_shown = "│";
constexpr std::string_view cut_shown = "…";

struct Shown {
    std::string text;
    int width = 0;
};

Shown show(std::string_view character, char32_t c) {
    if (c == U'\t') return {std::string{tab_shown}, 1};
    Shown shown;
    append_visible(shown.text, character, c);
    shown.width = is_invisible(c) ? static_cast<int>(shown.text.size()) : text::display_width(c);
    return shown;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// A place that begins with line ends or spaces is shown where its first word stands.
text::Span without_blanks(std::string_view utf8, text::Span span) {
    text::Span out = span;
    while (out.begin < out.end && is_blank(utf8[out.begin])) ++out.begin;
    return out.begin < out.end ? out : span;
}

std::uint32_t previous(std::string_view utf8, std::uint32_t offset) {
    do --offset;
    while (offset > 0 && (static_cast<unsigned char>(utf8[offset]) & 0xC0U) == 0x80U);
    return offset;
}

int width_at(std::string_view utf8, std::uint32_t offset) {
    const text::CodePoint at = text::code_point_at(utf8, offset);
    return show(utf8.substr(offset, at.bytes), at.value).width;
}

// Columns from `from` to `to`, but no more than `enough` are counted.
int width_between(std::string_view utf8, std::uint32_t from, std::uint32_t to, int enough) {
    int width = 0;
    while (from < to && width < enough) {
        width += width_at(utf8, from);
        from += text::code_point_at(utf8, from).bytes;
    }
    return width;
}

// Where the shown part of the line begins: all of it if it fits, else a third of the width before the place.
std::uint32_t window_begin(std::string_view utf8, text::Span line, std::uint32_t place, int width) {
    const int after = width_between(utf8, place, line.end, width);
    int before = std::max(width / 3, width - after);
    std::uint32_t begin = place;
    while (begin > line.begin) {
        const std::uint32_t earlier = previous(utf8, begin);
        before -= width_at(utf8, earlier);
        if (before < 0) break;
        begin = earlier;
    }
    return begin;
}

text::Span without_trailing_blanks(std::string_view utf8, text::Span line, std::uint32_t keep) {
    while (line.end > std::max(keep, line.begin) && is_blank(utf8[line.end - 1])) --line.end;
    return line;
}

}  // namespace

Excerpt excerpt_of(const text::SourceText& source, text::Span span, int width) {
    const std::string_view utf8 = source.utf8();
    span = without_blanks(utf8, aligned(source, span));
    Excerpt out;
    out.line = source.line_of(span.begin);
    out.last_line = source.line_of(span.empty() ? span.begin : span.end - 1);
    const text::Span line = without_trailing_blanks(utf8, source.line_span(out.line), std::min(span.end, source.line_span(out.line).end));
    const std::uint32_t place = std::min(span.begin, line.end);
    std::uint32_t at = window_begin(utf8, line, place, width);
    int column = 0;
    if (at > line.begin) {
        out.text = cut_shown;
        out.carets.append(2, ' ');
    }
    for (; at < line.end && column < width; at += text::code_point_at(utf8, at).bytes) {
        const text::CodePoint point = text::code_point_at(utf8, at);
        const Shown shown = show(utf8.substr(at, point.bytes), point.value);
        out.text += shown.text;
        column += shown.width;
        if (at < place) out.carets.append(static_cast<std::size_t>(shown.width), ' ');
        if (at >= place && at < span.end) out.carets.append(static_cast<std::size_t>(shown.width), '^');
    }
    if (at < line.end) out.text += cut_shown;
    if (!out.carets.ends_with('^')) out.carets += '^';
    return out;
}

}  // namespace gouji::output
