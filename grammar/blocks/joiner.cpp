// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>

#include "grammar/blocks/paragraphs.hpp"

namespace gouji::grammar {
namespace {

constexpr std::uint32_t shortest_long_line = 40;  // columns
constexpr std::uint32_t slack = 8;                // columns that a line may stay behind the margin: punctuation, a long word
constexpr std::uint32_t long_line = 20;           // characters
constexpr std::uint32_t longest_heading = 45;     // characters

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return text.ends_with(end); });
}

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> begins) {
    return std::any_of(begins.begin(), begins.end(), [&](std::string_view begin) { return text.starts_with(begin); });
}

bool ends_sentence(std::string_view folded) {
    if (ends_with_any(folded, {"\"", ")"})) folded.remove_suffix(1);
    return ends_with_any(folded, {"。", "!", "?", ";", ":", "..."});
}

bool ends_in_list(std::string_view folded) { return ends_with_any(folded, {",", "、", "(", "《", "〈"}); }
bool begins_in_mid_sentence(std::string_view folded) { return begins_with_any(folded, {",", "。", "、", ";", ")", "》"}); }

// 2022年 / 12月31日, 1月 / 31日: no line begins anew in the middle of a date.
bool parts_a_date(std::string_view folded, std::string_view following) {
    const std::size_t digits = std::min(following.find_first_not_of("0123456789"), following.size());
    if (digits == 0 || digits > 2) return false;
    const std::string_view unit = following.substr(digits);
    return (folded.ends_with("年") && unit.starts_with("月")) || (folded.ends_with("月") && unit.starts_with("日"));
}

// A parenthesis or title bracket that opened shortly before the line's end.
bool is_open(std::string_view folded) {
    constexpr std::size_t reach = 240;  // bytes; further back it was forgotten rather than opened
    folded.remove_prefix(folded.size() - std::min(folded.size(), reach));
    const auto opened = [&](std::string_view open, std::string_view close) {
        const std::size_t begin = folded.rfind(open);
        return begin != std::string_view::npos && folded.find(close, begin) == std::string_view::npos;
    };
    return opened("(", ")") || opened("《", "》");
}

// "邮编:755200" begins anew.
bool is_labelled(std::string_view folded) {
    constexpr std::size_t longest = 5 * 3;  // bytes of a short label
    const std::size_t colon = folded.find(':');
    return colon != std::string_view::npos && colon > 0 && colon <= longest;
}

}  // namespace

std::uint32_t find_margin(std::span<const Line> lines) {
    constexpr std::size_t widest = 160;
    std::array<std::uint32_t, widest + 1> ending{};
    std::uint32_t long_lines = 0;
    for (const Line& line : lines) {
        if (line.kind != LineKind::text || line.gapped || line.width < shortest_long_line) continue;
        ++long_lines;
        if (line.width <= widest) ++ending[line.width];
    }
    std::uint32_t best = 0;
    std::uint32_t margin = 0;
    std::uint32_t within = 0;
    for (std::uint32_t width = shortest_long_line; width <= widest; ++width) {
        within += ending[width];
        if (width >= shortest_long_line + slack) within -= ending[width - slack];
        if (within > best) {
            best = within;
            margin = width;
        }
    }
    return best >= 4 && best * 2 >= long_lines ? margin : 0;
}

bool Joiner::is_full(const Line& line) const { return margin_ != 0 && !line.gapped && line.width + slack >= margin_ && line.width <= margin_ + slack; }

// A known title stands alone, and a numbered line without a sentence in it, unless it fills the line.
bool Joiner::is_heading(const Line& first, const Line& line) const {
    if (line.title) return &first == &line;
    if (&first != &line || line.has_sentence_end || line.number.style == Numbering::absent || line.number.style == Numbering::step) return false;
    return margin_ != 0 ? !is_full(line) : line.characters <= longest_heading;
}

// A line that fills its width, or one with clauses behind it that has not come to an end. Without a margin the line itself
// has to be long: short lines are headings and signatures.
bool Joiner::breaks_off(const Line& first, const Line& line) const {
    if (is_full(line)) return true;
    const std::string_view so_far = folded_.slice({first.folded.begin, line.folded.end});
    const bool is_long = line.characters >= long_line || (margin_ != 0 && &first != &line && line.characters >= 3);
    return is_long && so_far.find_first_of(",;") != std::string_view::npos && !so_far.ends_with('"');
}

bool Joiner::joins(const Line& first, const Line& line, const Line& next, bool parted) const {
    const std::string_view text = folded_.slice(line.folded);
    const std::string_view following = folded_.slice(next.folded);
    const std::string_view so_far = folded_.slice({first.folded.begin, line.folded.end});
    const bool numbered = next.number.style != Numbering::absent;
    if (numbered && (next.number.style != Numbering::step || margin_ == 0)) return false;
    if (text.ends_with("。") || text.ends_with("。\"")) return false;
    if (is_open(so_far)) return true;
    if (ends_sentence(text)) return false;
    if (ends_in_list(text) || parts_a_date(text, following) || (begins_in_mid_sentence(following) && line.characters >= long_line / 2)) return true;
    if (next.title || is_heading(first, line)) return false;
    const bool indented = next.indent >= line.indent + 2 && !parted;
    return !indented && !is_labelled(following) && breaks_off(first, line);
}

}  // namespace gouji::grammar
