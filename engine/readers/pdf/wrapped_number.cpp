// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/pdf/wrapped_number.hpp"

#include <algorithm>
#include <cmath>

#include "engine/readers/pdf/columns.hpp"
#include "grammar/text/character.hpp"
#include "grammar/text/folded_text.hpp"

namespace gouji::readers::pdf {
namespace {

// In parts of an em.
constexpr double spare = 0.1;          // by which lines that are equally long may differ
constexpr double stacked_gap = 0.45;   // between the lines of a header cell
constexpr double same_center = 0.75;
constexpr double margins = 1.2;        // of a cell, left and right together

std::size_t digits_of(const std::string& folded) {
    return static_cast<std::size_t>(std::ranges::count_if(folded, &text::is_digit));
}

bool is_separator(char c) { return c == '.' || c == ','; }

// Where the text is digits and separators, and a unit of a character or two behind them.
bool begins_with_digits(const std::string& folded) {
    const auto end = std::ranges::find_if_not(folded, [](char c) { return text::is_digit(c) || is_separator(c); });
    constexpr std::ptrdiff_t longest_unit = 6;  // bytes
    return end != folded.begin() && folded.end() - end <= longest_unit;
}

// Of a digit; separators are about half as wide.
double character_width(const Chunk& chunk) {
    const auto separators = static_cast<double>(std::ranges::count_if(text::fold_label(chunk.text), is_separator));
    return chunk.box.width() / std::max(static_cast<double>(character_count(chunk.text)) - separators / 2, 1.0);
}

}  // namespace

bool can_continue(const Chunk& above, const Chunk& below, double capacity, bool begins_number) {
    const std::string first = text::fold_label(above.text);
    const std::string rest = text::fold_label(below.text);
    if (!above.part || !begins_with_digits(rest) || digits_of(first) == 0) return false;
    const bool separated = is_separator(rest.front()) || is_separator(first.back());
    if (begins_number && first.front() == '0' && !separated && first.find('.') == std::string::npos) return false;
    // What may not begin a line takes the character before it along.
    const double taken = rest.size() > 1 && is_separator(rest[1]) ? 2 : 1;
    const double character = std::max(character_width(above), character_width(below));
    return above.box.width() + character * taken > capacity + spare * above.em;
}

std::vector<double> capacities(const PageLines& page, const Band& band, const std::vector<Column>& columns) {
    std::vector<double> out(columns.size());
    std::vector<Box> headed(columns.size());
    std::vector<bool> doubled(columns.size());
    for (const std::size_t row : band.rows) {
        std::size_t last = columns.size();
        for (const Chunk& chunk : page.lines[row].chunks) {
            if ((!chunk.figure && !chunk.part) || !is_among_figures(chunk, band)) continue;
            const std::size_t column = nearest_column(columns, chunk.box.center());
            out[column] = std::max(out[column], chunk.box.width());
            if (column == last) doubled[column] = true;
            last = column;
        }
    }
    // Of the header the lowest line above each column, which is certainly its own, and what stands close above it.
    for (std::size_t i = band.rows.front(); i-- > band.begin;) {
        for (const Chunk& chunk : page.lines[i].chunks) {
            for (const Word& word : chunk.words) {
                const std::size_t column = nearest_column(columns, word.box.center());
                const double left = slot_left(columns, column, 0);
                const double right = column + 1 == columns.size() ? page.width : slot_right(columns, column);
                if (!is_among_figures(chunk, band) || word.box.left < left || word.box.right > right) continue;
                Box& lowest = headed[column];
                const bool first = lowest.bottom == 0;
                // Further lines of the same cell, or the header of a group, which is no narrower than the cell.
                const bool stacked = !first && lowest.top - word.box.bottom < stacked_gap * word.em &&
                                     std::abs(lowest.center() - word.box.center()) < same_center * word.em;
                if (!first && !stacked) continue;
                lowest = word.box;
                out[column] = std::max(out[column], first ? word.box.width() : std::min(word.box.width(), right - left - margins * word.em));
            }
        }
    }
    // Two columns that run into each other tell nothing.
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = doubled[i] ? 0 : out[i];
    return out;
}

}  // namespace gouji::readers::pdf
