// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/claim_dates.hpp"

#include <algorithm>

namespace gouji::binding {

using grammar::Date;
using grammar::DateMention;
using grammar::DateRange;

namespace {

bool is_first_day(Date date) { return date.month == 1 && date.day <= 1; }
bool is_last_day(Date date) { return date.month == 12 && (date.day == 0 || date.day == 31); }

// 1 January to 31 December.
bool is_whole_year(const DateRange& range) { return is_first_day(range.from) && is_last_day(range.to); }

bool stands_in_whole_year(const std::vector<DateRange>& ranges, const DateMention& mention) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const DateRange& range) {
        return is_whole_year(range) && range.prose.begin <= mention.prose.begin && mention.prose.end <= range.prose.end;
    });
}

// First mention of a sentence; mentions are in text order.
auto first_of(const std::vector<DateMention>& dates, std::uint32_t sentence) {
    return std::lower_bound(dates.begin(), dates.end(), sentence, [](const DateMention& a, std::uint32_t b) { return a.sentence < b; });
}

}  // namespace

std::string_view time_scope(const SentenceView& sentence, const model::Document& document, std::uint32_t sentence_index,
                            const Candidate& candidate, std::uint32_t at) {
    const auto& dates = document.tree->dates;
    const std::uint32_t clause = sentence.clause_begin(at);
    std::int16_t year = 0;  // the one last named before the number
    bool partial = false;
    for (auto mention = first_of(dates, sentence_index); mention != dates.end() && mention->sentence == sentence_index; ++mention) {
        if (mention->prose.begin >= at) break;
        const bool inside = mention->prose.begin >= candidate.begin;
        const bool later = document.year && mention->date.year > *document.year;
        if (mention->date.year != 0 && !(inside && later)) year = mention->date.year;  // 结转2022年办理: a later year is the receiver
        const bool day = mention->date.month != 0 && !is_last_day(mention->date);
        if (day && mention->prose.begin >= clause && !stands_in_whole_year(document.tree->date_ranges, *mention)) partial = true;
    }
    if (year != 0 && document.year && year != *document.year) return "other_year";
    return partial ? "part" : "";
}

}  // namespace gouji::binding
