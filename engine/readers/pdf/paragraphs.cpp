// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/pdf/paragraphs.hpp"

#include <algorithm>
#include <cmath>

#include "grammar/parse.hpp"

namespace gouji::readers::pdf {
namespace {

// In parts of an em.
constexpr double indent = 1.2;        // a line begun so far right of the margin begins a paragraph
constexpr double short_of_end = 2.5;  // a line that ends so far left of the margin ends one
constexpr double other_size = 0.15;
constexpr double cell_gap = 2.0;  // wider gaps part cells, where no table was recognised

// The value below which a share of the others lie.
double quantile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(values.size() - 1) * share);
    std::ranges::nth_element(values, at);
    return *at;
}

// A heading may stand at the margin, right behind a line that is full to its end.
bool is_numbered_heading(const std::string& text) {
    const auto number = grammar::read_leading_number(text::fold(text).chars());
    return number && (number->style == grammar::Numbering::chinese || number->style == grammar::Numbering::part);
}

}  // namespace

Margins find_margins(const std::vector<PageLines>& pages) {
    std::vector<double> lefts;
    std::vector<double> rights;
    for (const PageLines& page : pages) {
        for (const Line& line : page.lines) {
            if (line.chunks.size() > 2 || line.box.width() < page.width / 2) continue;
            lefts.push_back(line.box.left);
            rights.push_back(line.box.right);
        }
    }
    return {quantile(lefts, 0.1), quantile(rights, 0.9)};
}

void Paragraphs::follow(const Line& line) {
    const std::string text = text_of(line);
    const bool ends = text.ends_with("。") || text.ends_with("！") || text.ends_with("？") || text.ends_with("；");
    last_ = {line.box, line.em, true, ends};
}

bool Paragraphs::continues(const Line& line) const {
    if (!last_.open || margins_.right <= margins_.left) return false;
    const double em = std::max(line.em, last_.em);
    if (last_.box.right < margins_.right - short_of_end * em) return false;
    if (line.box.left > margins_.left + indent * em) return false;
    if (last_.ends_sentence && is_numbered_heading(text_of(line))) return false;
    return std::abs(line.em - last_.em) < other_size * em;
}

std::string text_of(const Line& line) {
    std::string text;
    double end = 0;
    for (const Chunk& chunk : line.chunks) {
        const double gap = chunk.box.left - end;
        if (!text.empty() && gap > cell_gap * line.em) {
            text += '\t';
            text += chunk.text;
        } else {
            append_words(text, chunk.text, text.empty() ? 0 : gap, line.em);
        }
        end = chunk.box.right;
    }
    return text;
}

}  // namespace gouji::readers::pdf
