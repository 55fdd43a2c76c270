// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/report_dates.hpp"

#include <algorithm>

namespace gouji::binding {

using grammar::DateMention;
using grammar::DateRange;
using grammar::FoldedSpan;
using grammar::Tree;
using model::Document;
using model::Lexicon;

namespace {

constexpr std::size_t lines_at_the_end = 3;
constexpr std::uint32_t near = 30;  // bytes between a word and its date

bool has_any(std::string_view text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

bool is_calendar_year(const DateRange& range) {
    return range.from.month == 1 && range.from.day == 1 && range.to.month == 12 && range.to.day == 31 && range.from.year == range.to.year;
}

// Ends with its sentence, without a day or a mark: the rest of it was cut off.
bool is_cut(const Tree& tree, const DateRange& range) { return range.to.day == 0 && range.prose.end == tree.sentences[range.sentence].prose.end; }

const DateRange* find_period(const Document& document, const Lexicon& lexicon) {
    const Tree& tree = *document.tree;
    std::uint32_t without = grammar::none;  // the sentence looked at last: it may have more than one range
    for (const DateRange& range : tree.date_ranges) {
        if (range.sentence == without) continue;
        without = range.sentence;
        if (!is_cut(tree, range) && has_any(tree.prose_of(tree.sentences[range.sentence].prose), lexicon.period_words)) return &range;
    }
    const std::uint32_t end = document.sections.size() > 1 ? document.sections[1].heading.begin : ~std::uint32_t{0};
    for (const DateRange& range : tree.date_ranges) {
        if (is_calendar_year(range) && tree.source_of(range.prose).begin < end) return &range;
    }
    return nullptr;
}

bool is_full(const DateMention& mention) { return mention.date.year != 0 && mention.date.month != 0 && mention.date.day != 0; }

const DateMention* behind_word(const Tree& tree, const Lexicon& lexicon) {
    for (const DateMention& mention : tree.dates) {
        if (!is_full(mention)) continue;
        const FoldedSpan paragraph = tree.paragraphs[tree.sentences[mention.sentence].paragraph].prose;
        const std::uint32_t begin = std::max(paragraph.begin, mention.prose.begin > near ? mention.prose.begin - near : 0);
        if (has_any(tree.prose_of({begin, mention.prose.begin}), lexicon.published_words)) return &mention;
    }
    return nullptr;
}

const DateMention* alone_at_the_end(const Tree& tree) {
    const std::size_t first = tree.paragraphs.size() > lines_at_the_end ? tree.paragraphs.size() - lines_at_the_end : 0;
    for (auto mention = tree.dates.rbegin(); mention != tree.dates.rend(); ++mention) {
        const std::uint32_t paragraph = tree.sentences[mention->sentence].paragraph;
        if (paragraph < first) return nullptr;
        if (is_full(*mention) && tree.paragraphs[paragraph].prose == mention->prose) return &*mention;
    }
    return nullptr;
}

}  // namespace

void bind_period(Document& document, const Lexicon& lexicon) {
    const DateRange* range = find_period(document, lexicon);
    if (range == nullptr) return;
    model::Period period{range->from, range->to, document.tree->source_of(range->prose)};
    if (period.from.year == 0 && document.year) period.from.year = *document.year;
    if (period.to.year == 0) period.to.year = period.from.year;
    document.period = period;
}

void bind_published(Document& document, const Lexicon& lexicon) {
    const Tree& tree = *document.tree;
    const DateMention* mention = behind_word(tree, lexicon);
    if (mention == nullptr) mention = alone_at_the_end(tree);
    if (mention != nullptr) document.published = *mention;
}

}  // namespace gouji::binding
