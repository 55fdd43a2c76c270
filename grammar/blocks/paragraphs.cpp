// SPDX-License-Identifier: Apache-2.0
#include "grammar/blocks/paragraphs.hpp"

#include <algorithm>

#include "grammar/parse.hpp"

namespace gouji::grammar {
namespace {

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Appends a line without its tabs. Letters and digits that a tab or a line end parts stay parted.
void append_line(const Line& line, Tree& tree) {
    const std::string_view chars = tree.folded.chars().substr(0, line.folded.end);  // the search for a tab ends with the line
    for (std::uint32_t at = line.folded.begin; at < line.folded.end;) {
        const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(chars.find('\t', at), line.folded.end));
        const std::string_view so_far = tree.prose.chars();
        if (end > at && !so_far.empty() && is_alphanumeric(so_far.back()) && is_alphanumeric(chars[at])) {
            tree.prose.append(' ', tree.folded.to_source({at, at}).begin);
        }
        tree.prose.append(tree.folded, {at, end});
        at = end + 1;
    }
}

// "一 总体情况": a bare numeral and white space, which folding has taken away.
std::optional<LeadingNumber> bare_number(std::string_view source, Span words) {
    constexpr std::uint32_t han_size = 3;
    constexpr std::uint32_t longest_heading = 90;
    if (words.size() > longest_heading || words.size() <= han_size) return std::nullopt;
    const std::string_view text = source.substr(words.begin, words.size());
    for (const std::uint32_t size : {han_size, 2 * han_size, 3 * han_size}) {
        if (size >= text.size() || trim(source, {words.begin + size, words.end}).begin == words.begin + size) continue;
        auto number = read_leading_number(std::string{text.substr(0, size)} + "、");
        if (!number || number->style != Numbering::chinese) return std::nullopt;
        number->size = size;
        return number;
    }
    return std::nullopt;
}

// Up to the first sentence end, without the markup around.
FoldedSpan title_in(std::string_view chars, FoldedSpan rest) {
    const std::string_view text = chars.substr(rest.begin, rest.size());
    rest.end = rest.begin + static_cast<std::uint32_t>(std::min({text.find("。"), text.find('!'), text.find('?'), text.size()}));
    while (rest.begin < rest.end && chars[rest.begin] == '*') ++rest.begin;
    while (rest.begin < rest.end && chars[rest.end - 1] == '*') --rest.end;
    return rest;
}

void read_number(std::string_view source, Paragraph& paragraph, const Tree& tree) {
    const std::string_view chars = tree.prose.chars();
    FoldedSpan rest = paragraph.prose;
    while (rest.begin < rest.end && (chars[rest.begin] == '*' || chars[rest.begin] == '#')) ++rest.begin;
    auto number = read_leading_number(chars.substr(rest.begin, rest.size()));
    if (!number) number = bare_number(source, paragraph.span);
    if (number) {
        const FoldedSpan written{rest.begin, rest.begin + number->size};
        paragraph.number = {number->style, number->value, tree.prose.to_source(written)};
        rest.begin = written.end;
    }
    paragraph.title = title_in(chars, rest);
}

}  // namespace

void add_paragraph(std::string_view source, std::span<const Line* const> lines, Tree& tree) {
    Paragraph paragraph;
    paragraph.span = {lines.front()->source.begin, lines.back()->source.end};
    paragraph.line_count = static_cast<std::uint32_t>(lines.size());
    paragraph.prose.begin = static_cast<std::uint32_t>(tree.prose.chars().size());
    for (const Line* line : lines) append_line(*line, tree);
    paragraph.prose.end = static_cast<std::uint32_t>(tree.prose.chars().size());
    read_number(source, paragraph, tree);
    tree.prose.append('\n', paragraph.span.end);
    tree.blocks.push_back({BlockKind::paragraph, static_cast<std::uint32_t>(tree.paragraphs.size()), paragraph.span});
    tree.paragraphs.push_back(paragraph);
}

}  // namespace gouji::grammar
