// SPDX-License-Identifier: Apache-2.0
#include "grammar/lines/line.hpp"

#include <algorithm>

#include "grammar/lines/line_grammar.hpp"
#include "grammar/parse.hpp"
#include "grammar/text/character.hpp"
#include "grammar/text/utf8.hpp"

namespace gouji::grammar {
namespace {

namespace pegtl = tao::pegtl;

template <class Rule>
bool matches(std::string_view folded) {
    pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*> in{folded.data(), folded.data() + folded.size(), ""};
    return pegtl::parse<Rule>(in);
}

// White space at `at`: its bytes and columns; nothing: {0, 0}.
struct Space {
    std::uint32_t bytes = 0;
    std::uint32_t columns = 0;
};

Space space_at(std::string_view source, std::uint32_t at) {
    const auto lead = static_cast<unsigned char>(source[at]);
    if (lead < 0x80) return lead <= ' ' ? Space{1, lead == ' ' ? 1U : 0U} : Space{};
    if (lead != 0xC2 && lead != 0xE2 && lead != 0xE3 && lead != 0xEF) return {};
    const text::CodePoint c = text::code_point_at(source, at);
    const std::string_view form = text::folded_character(c.value);
    if (form != " " && !form.empty()) return {};
    return {c.bytes, c.value == 0x3000 ? 2U : 1U};
}

std::uint32_t back_one(std::string_view source, std::uint32_t at) {
    do --at;
    while ((static_cast<unsigned char>(source[at]) & 0xC0U) == 0x80U);
    return at;
}

// What one pass over the bytes of a line tells.
struct Census {
    std::uint32_t characters = 0;
    std::uint32_t ascii = 0;
    std::uint32_t tabs = 0;
    std::uint32_t pipes = 0;
    std::uint32_t ends = 0;   // ! and ?
    std::uint32_t stops = 0;  // bytes that begin 。 among others
};

// Sums of bytes in bytes: the compiler turns this into a few instructions for each 16 bytes or more.
void count_piece(std::string_view piece, Census& census) {
    std::uint8_t tails = 0, ascii = 0, tabs = 0, pipes = 0, ends = 0, stops = 0;
    for (const char c : piece) {
        const auto byte = static_cast<unsigned char>(c);
        tails = static_cast<std::uint8_t>(tails + ((byte & 0xC0U) == 0x80U));
        ascii = static_cast<std::uint8_t>(ascii + (byte < 0x80U));
        tabs = static_cast<std::uint8_t>(tabs + (byte == '\t'));
        pipes = static_cast<std::uint8_t>(pipes + (byte == '|'));
        ends = static_cast<std::uint8_t>(ends + (byte == '!' || byte == '?'));
        stops = static_cast<std::uint8_t>(stops + (byte == 0xE3U));
    }
    census.characters += static_cast<std::uint32_t>(piece.size()) - tails;
    census.ascii += ascii;
    census.tabs += tabs;
    census.pipes += pipes;
    census.ends += ends;
    census.stops += stops;
}

Census count(std::string_view text) {
    constexpr std::size_t longest = 255;  // what a sum in a byte can hold
    Census census;
    for (; text.size() > longest; text.remove_prefix(longest)) count_piece(text.substr(0, longest), census);
    count_piece(text, census);
    return census;
}

// Columns up to the end of the words; Han and full-width characters take two. Long lines lie behind any margin.
std::uint32_t width_of(const Line& line, std::string_view words) {
    constexpr std::size_t longest = 400;
    if (words.size() > longest) return longest;
    const Census census = count(words);
    return line.indent + 2 * census.characters - census.ascii;
}

bool may_be_page_mark(std::string_view folded) {
    constexpr std::size_t longest = 48;
    if (folded.size() > longest) return false;
    const char first = folded.front();
    return first == '-' || (first >= '1' && first <= '9') || folded.starts_with("第") || folded.starts_with("共");
}

// Tabs part cells unless they only indent prose or stand behind its numbering: "（一）⇥主动公开".
bool is_tabbed(const Line& line, std::string_view folded) {
    if (line.tabs == 0) return false;
    constexpr std::uint32_t longest_cell_line = 60;
    const bool prose = line.tabs <= 2 && (line.has_sentence_end ? line.characters >= 30 : line.characters > 2 * longest_cell_line);
    if (prose) return false;
    if (line.tabs > 1) return true;
    const auto number = read_leading_number(folded);
    return !number || number->size >= folded.size() || folded[number->size] != '\t';
}

LineKind kind_of(Line& line, std::string_view folded, const Census& census) {
    if (may_be_page_mark(folded) && matches<lines::page_mark>(folded)) return LineKind::page_mark;
    if ((census.pipes > 0 || folded.front() == '+') && matches<lines::pipe_rule>(folded)) return LineKind::pipe_rule;
    if (census.pipes > 1) return LineKind::piped;
    line.has_sentence_end = census.ends > 0 || (census.stops > 0 && folded.find("。") != std::string_view::npos);
    return is_tabbed(line, folded) ? LineKind::tabbed : LineKind::text;
}

bool is_title(std::string_view folded, Titles titles) {
    folded.remove_prefix(std::min(folded.find_first_not_of("\t #*"), folded.size()));
    if (const auto number = read_leading_number(folded)) folded.remove_prefix(number->size);
    std::string words{folded};
    std::erase_if(words, [](char c) { return c == ' ' || c == '*'; });
    return std::ranges::find(titles, words) != titles.end();
}

void describe(Line& line, std::string_view source, std::string_view folded, Titles titles) {
    constexpr std::uint32_t longest_title = 40;
    if (folded.empty()) return;
    const Census census = count(folded);
    line.tabs = static_cast<std::uint16_t>(std::min(census.tabs, 0xFFFFU));
    line.characters = census.characters - census.tabs;
    line.kind = kind_of(line, folded, census);
    if (line.kind == LineKind::tabbed) line.tab_led = folded.find_first_not_of('\t') >= line.tabs;
    if (line.kind != LineKind::text) return;
    make_text(line, source, folded);
    line.title = line.characters <= longest_title && is_title(folded, titles);
}

std::uint32_t line_end(std::string_view source, std::uint32_t from, bool other_ends) {
    const std::size_t end = other_ends ? text::find_line_end(source, from) : source.find('\n', from);
    return static_cast<std::uint32_t>(std::min(end, source.size()));
}

void measure_indent(Line& line, std::string_view source, std::uint32_t begin, std::uint32_t end) {
    line.whole = {begin, end};
    line.source = trim(source, line.whole);
    for (std::uint32_t at = begin; at < line.source.begin;) {
        const Space space = space_at(source, at);
        line.indent += space.columns;
        at += space.bytes;
    }
}

}  // namespace

void make_text(Line& line, std::string_view source, std::string_view folded) {
    line.kind = LineKind::text;
    line.tab_led = false;
    folded.remove_prefix(std::min(folded.find_first_not_of("\t#*"), folded.size()));
    if (const auto number = read_leading_number(folded)) line.number = {number->style, number->value, {}};
    const std::string_view words = source.substr(line.source.begin, line.source.size());
    line.width = width_of(line, words);
    line.gapped = words.find("  ") != std::string_view::npos;
}

text::Span trim(std::string_view source, text::Span span) {
    while (span.begin < span.end) {
        const Space space = space_at(source, span.begin);
        if (space.bytes == 0) break;
        span.begin += space.bytes;
    }
    while (span.begin < span.end) {
        const std::uint32_t last = back_one(source, span.end);
        if (space_at(source, last).bytes == 0) break;
        span.end = last;
    }
    return span;
}

std::vector<Line> split_lines(std::string_view source, const text::FoldedText& folded, std::span<const GivenGrid> given,
                              Titles titles) {
    std::vector<Line> lines;
    lines.reserve(source.size() / 24 + 1);
    const std::string_view chars = folded.chars();
    const bool other_ends = text::has_other_line_ends(source);
    std::uint32_t from = 0;
    std::uint32_t folded_from = 0;
    auto grid = given.begin();
    while (from < source.size()) {
        const std::uint32_t end = line_end(source, from, other_ends);
        const auto folded_end = static_cast<std::uint32_t>(std::min(chars.find('\n', folded_from), chars.size()));
        Line& line = lines.emplace_back();
        line.folded = {folded_from, folded_end};
        measure_indent(line, source, from, end);
        while (grid != given.end() && grid->span.end <= from) ++grid;
        const bool in_grid = grid != given.end() && grid->span.begin < std::max(end, from + 1);
        if (in_grid) line.kind = LineKind::given;
        else describe(line, source, folded.slice(line.folded), titles);
        from = end < source.size() ? end + text::line_end_at(source, end) : end;
        folded_from = std::min(folded_end + 1, static_cast<std::uint32_t>(chars.size()));
    }
    return lines;
}

}  // namespace gouji::grammar
