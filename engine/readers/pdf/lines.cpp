// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/pdf/lines.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "engine/readers/raised.hpp"
#include "grammar/parse.hpp"
#include "grammar/text/character.hpp"
#include "grammar/text/folded_text.hpp"

namespace gouji::readers::pdf {
namespace {

// In parts of an em.
constexpr double same_line = 0.4;
constexpr double same_chunk = 0.7;
constexpr double same_number = 0.25;  // two numbers any further apart are two cells
constexpr double word_space = 0.15;
constexpr double raised_height = 0.75;  // of the text before it: at most so high is a mark of a note
constexpr double stack_gap = 0.5;  // between characters written from top to bottom

constexpr double head_of_page = 0.08;
constexpr double foot_of_page = 0.90;
constexpr double widest_page_gap = 3;       // em between its words
constexpr double closest_page_number = 0.4; // em to the next line
constexpr std::size_t longest_page_number = 24;  // bytes

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, &text::is_digit);
}

bool reads_as_figure(std::string_view text) {
    if (text.size() > 40 || text.ends_with('.')) return false;  // "1." numbers a label
    const std::string folded = text::fold_label(text);
    return grammar::is_cell_mark(folded) || (has_digit(folded) && grammar::read_cell_number(folded).has_value());
}

bool reads_as_part(std::string_view text) {
    if (text.size() > 40) return false;
    const std::string folded = text::fold_label(text);
    return has_digit(folded) && folded.find_first_not_of("0123456789.,") == std::string::npos;
}

bool belongs(const Chunk& chunk, const Word& word) {
    const double gap = word.box.left - chunk.box.right;
    const double em = std::max(chunk.em, word.em);
    if (gap > same_chunk * em) return false;
    const auto is_number = [](std::string_view text) { return reads_as_figure(text) || reads_as_part(text); };
    return gap <= same_number * em || !is_number(chunk.text) || !is_number(word.text);
}

void add_word(Line& line, Word word) {
    if (line.chunks.empty() || !belongs(line.chunks.back(), word)) {
        line.chunks.push_back({word.box, word.em, word.text, {std::move(word)}, false, false});
        return;
    }
    Chunk& chunk = line.chunks.back();
    append_words(chunk.text, word.text, word.box.left - chunk.box.right, chunk.em);
    chunk.box.add(word.box);
    chunk.em = std::max(chunk.em, word.em);
    chunk.words.push_back(std::move(word));
}

// `words` in order of their middles; each line takes those that stand on its height.
std::vector<Line> cluster(std::vector<Word> words) {
    std::vector<Line> lines;
    for (std::size_t first = 0; first < words.size();) {
        const double middle = words[first].box.middle();
        const double em = words[first].em;
        std::size_t last = first + 1;
        while (last < words.size() && words[last].box.middle() - middle <= same_line * std::min(em, words[last].em)) ++last;
        std::sort(words.begin() + static_cast<std::ptrdiff_t>(first), words.begin() + static_cast<std::ptrdiff_t>(last),
                  [](const Word& a, const Word& b) { return a.box.left < b.box.left; });
        Line& line = lines.emplace_back();
        line.box = words[first].box;
        for (std::size_t i = first; i < last; ++i) {
            line.box.add(words[i].box);
            line.em = std::max(line.em, words[i].em);
            add_word(line, std::move(words[i]));
        }
        for (Chunk& chunk : line.chunks) {
            chunk.figure = reads_as_figure(chunk.text);
            chunk.part = reads_as_part(chunk.text);
        }
        first = last;
    }
    return lines;
}

// Whether a line stands as close below the one before it as lines of a text do.
bool follows_closely(const std::vector<Line>& lines, std::size_t line) {
    return line > 0 && line < lines.size() && lines[line].box.top - lines[line - 1].box.bottom < closest_page_number * lines[line - 1].em;
}

// "- 3 -", "3/5", "第 3 页": digits with hardly anything else, alone at the edge of the page.
bool is_page_number(const Line& line, double page_height) {
    const bool at_edge = line.box.middle() < page_height * head_of_page || line.box.middle() > page_height * foot_of_page;
    if (!at_edge || line.chunks.size() > 3) return false;
    std::string text;
    for (std::size_t i = 0; i < line.chunks.size(); ++i) {
        if (i > 0 && line.chunks[i].box.left - line.chunks[i - 1].box.right > widest_page_gap * line.em) return false;  // a row of a table
        text += line.chunks[i].text;
    }
    if (text.size() > longest_page_number || !has_digit(text::fold_label(text))) return false;
    std::size_t letters = 0;
    for (const char c : text::fold_label(text)) letters += (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U ? 1 : 0;
    return letters <= 4;
}

// Characters set one below the other, each a word of its own, are a label written from top to bottom.
void gather_stacks(std::vector<Word>& words, std::vector<Word>& verticals) {
    constexpr std::size_t shortest_stack = 3;
    std::vector<Word> singles;
    std::erase_if(words, [&](Word& word) {
        // Digits and marks one below the other are the figures of a column.
        const bool single = !is_ascii(word.text.front()) && character_count(word.text) == 1 && !reads_as_figure(word.text);
        if (single) singles.push_back(std::move(word));
        return single;
    });
    const auto by_place = [](const Word& a, const Word& b) {
        const double difference = std::round(a.box.center()) - std::round(b.box.center());
        return difference != 0 ? difference < 0 : a.box.top < b.box.top;
    };
    std::ranges::stable_sort(singles, by_place);
    for (std::size_t first = 0; first < singles.size();) {
        std::size_t last = first + 1;
        const auto goes_on = [&](const Word& above, const Word& below) {
            return std::abs(above.box.center() - below.box.center()) < 0.3 * above.em &&
                   below.box.top - above.box.bottom < stack_gap * above.em && below.box.top > above.box.middle();
        };
        while (last < singles.size() && goes_on(singles[last - 1], singles[last])) ++last;
        if (last - first < shortest_stack) {
            std::move(singles.begin() + static_cast<std::ptrdiff_t>(first), singles.begin() + static_cast<std::ptrdiff_t>(last),
                      std::back_inserter(words));
        } else {
            Word stack = std::move(singles[first]);
            for (std::size_t i = first + 1; i < last; ++i) {
                stack.text += singles[i].text;
                stack.box.add(singles[i].box);
            }
            verticals.push_back(std::move(stack));
        }
        first = last;
    }
}

// Whether `word` is raised right behind the number `base`.
bool is_raised(const Word& word, const Word& base) {
    if (!ends_in_digit(base.text)) return false;
    const double gap = word.box.left - base.box.right;
    return word.box.height() < raised_height * base.box.height() && std::abs(gap) < same_number * base.em &&
           word.box.middle() < base.box.middle() && word.box.bottom > base.box.top + base.box.height() / 4;
}

// Raised words become part of those before them, so that they make no line of their own.
void join_raised(std::vector<Word>& words) {
    constexpr std::size_t most = 500;
    std::vector<double> heights;
    for (const Word& word : words) heights.push_back(word.box.height());
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::ranges::nth_element(heights, middle);
    const auto is_small = [&](const Word& word) { return word.box.height() < raised_height * *middle; };
    if (static_cast<std::size_t>(std::ranges::count_if(words, is_small)) > most) return;
    for (Word& word : words) {
        if (!is_small(word)) continue;
        const auto base = std::ranges::find_if(words, [&](const Word& other) { return is_raised(word, other); });
        if (base == words.end()) continue;
        append_raised(word.text, base->text);
        base->box.right = std::max(base->box.right, word.box.right);
        word.text.clear();
    }
    std::erase_if(words, [](const Word& word) { return word.text.empty(); });
}

}  // namespace

void append_words(std::string& text, std::string_view more, double gap, double em) {
    const bool latin = !text.empty() && !more.empty() && is_ascii(text.back()) && is_ascii(more.front());
    if (latin && gap > word_space * em) text += ' ';
    text += more;
}

std::optional<std::uint16_t> leading_number(std::string_view label) {
    const auto number = grammar::read_leading_number(text::fold_label(label));
    return number ? std::optional{number->value} : std::nullopt;
}

PageLines make_lines(PageWords page) {
    PageLines out;
    out.width = page.width;
    out.height = page.height;
    std::vector<Word> words;
    for (Word& word : page.words) {
        (is_vertical(word) ? out.verticals : words).push_back(std::move(word));
    }
    if (!words.empty()) join_raised(words);
    gather_stacks(words, out.verticals);
    std::ranges::stable_sort(words, {}, [](const Word& word) { return word.box.middle(); });
    out.lines = cluster(std::move(words));
    const auto is_number = [&](const Line& line) { return is_page_number(line, page.height); };
    while (!out.lines.empty() && is_number(out.lines.back()) && !follows_closely(out.lines, out.lines.size() - 1)) out.lines.pop_back();
    while (!out.lines.empty() && is_number(out.lines.front()) && !follows_closely(out.lines, 1)) out.lines.erase(out.lines.begin());
    return out;
}

namespace {

const Line* edge_line(const PageLines& page, bool top) {
    if (page.lines.size() < 2) return nullptr;
    const Line& line = top ? page.lines.front() : page.lines.back();
    const bool at_edge = top ? line.box.middle() < page.height * head_of_page : line.box.middle() > page.height * foot_of_page;
    return at_edge && line.chunks.size() == 1 ? &line : nullptr;
}

bool is_same(const Line* a, const Line* b) {
    return a != nullptr && b != nullptr && std::abs(a->box.middle() - b->box.middle()) < a->em / 4 &&
           a->chunks.front().text == b->chunks.front().text;
}

void drop_running_titles_at(std::vector<PageLines>& pages, bool top) {
    // Odd and even pages may differ, so the second and the third page are both looked at.
    for (std::size_t model : {std::size_t{1}, std::size_t{2}}) {
        const Line* found = edge_line(pages[model], top);
        if (found == nullptr) continue;
        const Line title = *found;
        const auto has_it = [&](const PageLines& page) { return is_same(edge_line(page, top), &title); };
        const auto count = static_cast<std::size_t>(std::ranges::count_if(pages, has_it));
        if (count < 2 || count * 3 < pages.size()) continue;  // a line of one page is text
        for (PageLines& page : pages) {
            if (has_it(page)) page.lines.erase(top ? page.lines.begin() : page.lines.end() - 1);
        }
    }
}

}  // namespace

void drop_running_titles(std::vector<PageLines>& pages) {
    if (pages.size() < 3) return;
    drop_running_titles_at(pages, true);
    drop_running_titles_at(pages, false);
}

}  // namespace gouji::readers::pdf
