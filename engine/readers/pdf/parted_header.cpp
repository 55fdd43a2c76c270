// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/pdf/parted_header.hpp"

#include <algorithm>
#include <iterator>

#include "engine/readers/pdf/bands.hpp"

namespace gouji::readers::pdf {
namespace {

constexpr double above_rows = 1;  // em between the header and the rows below it

void move_down(Box& box, double by) {
    box.top += by;
    box.bottom += by;
}

void move_down(Line& line, double by) {
    move_down(line.box, by);
    for (Chunk& chunk : line.chunks) {
        move_down(chunk.box, by);
        for (Word& word : chunk.words) move_down(word.box, by);
    }
}

bool begins_with_rows(const PageLines& page) {
    const auto bands = find_bands(page);
    return !bands.empty() && bands.front().body == 0;
}

// The lines behind the last table of `page`, as they would stand above `next`.
PageLines foot_above(const PageLines& page, const PageLines& next) {
    const auto bands = find_bands(page);
    PageLines foot;
    foot.width = next.width;
    foot.height = next.height;
    foot.lines.assign(page.lines.begin() + static_cast<std::ptrdiff_t>(bands.empty() ? 0 : bands.back().end), page.lines.end());
    if (foot.lines.empty()) return foot;
    const Line& last = foot.lines.back();
    const double by = next.lines.front().box.top - last.box.bottom - above_rows * last.em;
    for (const Word& word : page.verticals) {
        if (word.box.top > foot.lines.front().box.top - word.em) foot.verticals.push_back(word);
    }
    for (Line& line : foot.lines) move_down(line, by);
    for (Word& word : foot.verticals) move_down(word.box, by);
    return foot;
}

// A header follows a heading or a text. Lines right behind the rows of a table belong to that table.
void join(PageLines& page, PageLines& next) {
    PageLines joined = foot_above(page, next);
    const std::size_t foot = joined.lines.size();
    std::ranges::copy(next.lines, std::back_inserter(joined.lines));
    std::ranges::copy(next.verticals, std::back_inserter(joined.verticals));
    const auto bands = find_bands(joined);
    if (bands.empty() || bands.front().begin == 0 || bands.front().begin >= foot || bands.front().body != foot) return;
    const std::size_t moved = foot - bands.front().begin;
    page.lines.resize(page.lines.size() - moved);
    joined.lines.erase(joined.lines.begin(), joined.lines.begin() + static_cast<std::ptrdiff_t>(bands.front().begin));
    next = std::move(joined);
}

}  // namespace

void join_parted_headers(std::vector<PageLines>& pages) {
    for (std::size_t i = 1; i < pages.size(); ++i) {
        if (begins_with_rows(pages[i])) join(pages[i - 1], pages[i]);
    }
}

}  // namespace gouji::readers::pdf
