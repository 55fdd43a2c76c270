// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/html/report_part.hpp"

#include <algorithm>
#include <set>

#include "grammar/parse.hpp"
#include "grammar/text/folded_text.hpp"

namespace gouji::readers::html {
namespace {

constexpr std::size_t fewest_headings = 3;
constexpr std::size_t fewest_links = 3;       // lines, one behind the other, that make a list of links
constexpr std::size_t longest_heading = 150;  // bytes
constexpr std::size_t shortest_title = 18;    // bytes
constexpr std::size_t title_reach = 40;       // lines above the first one of the report

std::string_view text_of(const Page& page, const PageLine& line) {
    return std::string_view{page.text}.substr(line.begin, line.end - line.begin);
}

bool is_link_line(const PageLine& line) {
    return line.grid == grammar::none && line.link_bytes * 10 >= (line.end - line.begin) * 8;
}

std::vector<bool> without_navigation(const Page& page) {
    std::vector<bool> kept(page.lines.size());
    for (std::size_t i = 0; i < kept.size(); ++i) kept[i] = !page.lines[i].aside;
    if (std::ranges::none_of(kept, [](bool keep) { return keep; })) kept.assign(kept.size(), true);
    for (std::size_t first = 0; first < kept.size();) {
        std::size_t last = first;
        while (last < kept.size() && is_link_line(page.lines[last])) ++last;
        if (last - first >= fewest_links) std::fill(kept.begin() + first, kept.begin() + last, false);
        first = std::max(last, first + 1);
    }
    return kept;
}

// The number of a section heading, 0 for other lines.
std::uint16_t section_number(const Page& page, const PageLine& line) {
    const std::string_view text = text_of(page, line);
    if (line.grid != grammar::none || text.size() > longest_heading || static_cast<unsigned char>(text.front()) < 0x80) return 0;
    const auto number = grammar::read_leading_number(text::fold_label(text));
    const bool section = number && (number->style == grammar::Numbering::chinese || number->style == grammar::Numbering::part);
    return section ? number->value : 0;
}

std::size_t depth_of(const GumboNode* node) {
    std::size_t depth = 0;
    for (; node != nullptr; node = node->parent) ++depth;
    return depth;
}

const GumboNode* common_ancestor(const GumboNode* a, const GumboNode* b) {
    std::size_t depth_a = depth_of(a);
    std::size_t depth_b = depth_of(b);
    for (; depth_a > depth_b; --depth_a) a = a->parent;
    for (; depth_b > depth_a; --depth_b) b = b->parent;
    for (; a != b; b = b->parent) a = a->parent;
    return a;
}

bool is_within(const GumboNode* node, const GumboNode* outer) {
    while (node != nullptr && node != outer) node = node->parent;
    return node != nullptr;
}

// The element around all numbered headings; null where there are too few of them to tell.
const GumboNode* element_of_report(const Page& page, const std::vector<bool>& kept) {
    const GumboNode* around = nullptr;
    std::set<std::uint16_t> numbers;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const std::uint16_t number = kept[i] ? section_number(page, page.lines[i]) : 0;
        if (number == 0) continue;
        numbers.insert(number);
        around = around == nullptr ? page.lines[i].element->parent : common_ancestor(around, page.lines[i].element);
    }
    return numbers.size() >= fewest_headings ? around : nullptr;
}

bool is_title(const Page& page, const PageLine& line, std::string_view title) {
    const std::string_view text = text_of(page, line);
    return line.grid == grammar::none && text.size() >= shortest_title && title.find(text) != std::string_view::npos;
}

// The title often stands above the element that holds the rest. Without one everything above stays.
std::size_t first_line(const Page& page, const std::vector<bool>& kept, std::size_t first, std::string_view title) {
    const std::size_t below = std::min(first + 5, page.lines.size());
    for (std::size_t i = first; i < below; ++i) {
        if (is_title(page, page.lines[i], title)) return first;
    }
    const std::size_t highest = first - std::min(first, title_reach);
    for (std::size_t i = first; i-- > highest;) {
        if (kept[i] && is_title(page, page.lines[i], title)) return i;
    }
    for (std::size_t i = first; i-- > highest;) {
        if (kept[i] && page.lines[i].heading) return i;
    }
    return 0;
}

}  // namespace

std::vector<std::size_t> report_lines(const Page& page, std::string_view title) {
    const std::vector<bool> kept = without_navigation(page);
    std::size_t first = 0;
    std::size_t last = kept.size();
    if (const GumboNode* element = element_of_report(page, kept)) {
        const auto is_inside = [&](const PageLine& line) { return is_within(line.element, element); };
        first = static_cast<std::size_t>(std::ranges::find_if(page.lines, is_inside) - page.lines.begin());
        while (last > first && !is_inside(page.lines[last - 1])) --last;
        first = first_line(page, kept, first, title);
    }
    std::vector<std::size_t> lines;
    for (std::size_t i = first; i < last; ++i) {
        if (kept[i]) lines.push_back(i);
    }
    return lines;
}

}  // namespace gouji::readers::html
