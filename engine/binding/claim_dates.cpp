// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/claim_dates.hpp"

#include <algorithm>
#include <array>

namespace gouji::binding {

using grammar::Date;
using grammar::DateMention;
using grammar::DateRange;

namespace {

bool is_first_day(Date date) { return date.month == 1 && date.day <= 1; }
bool is_last_day(Date date) { return date.month == 12 && (date.day == 0 || date.day == 31); }

// 截至12月31日, 12月底, 截至12月: up to the end of the year; 12月 alone is one month of it.
bool ends_the_year(const SentenceView& sentence, const DateMention& mention) {
    if (!is_last_day(mention.date) || mention.date.day != 0) return is_last_day(mention.date);
    const std::string_view before = sentence.text(sentence.span().begin, mention.prose.begin);
    const std::string_view behind = sentence.text(mention.prose.end, sentence.span().end);
    const auto stands_before = [&](std::string_view word) { return before.ends_with(word); };
    const auto stands_behind = [&](std::string_view word) { return behind.starts_with(word); };
    constexpr std::array up_to{std::string_view{"至"}, std::string_view{"到"}, std::string_view{"截止"}};
    constexpr std::array end{std::string_view{"底"}, std::string_view{"末"}, std::string_view{"止"}};
    return std::any_of(up_to.begin(), up_to.end(), stands_before) || std::any_of(end.begin(), end.end(), stands_behind);
}

// 1 January to 31 December.
bool is_whole_year(const DateRange& range) { return is_first_day(range.from) && is_last_day(range.to); }

// 2029年至2031年: what is counted is no year's number.
bool is_several_years(const DateRange& range) { return range.from.year != range.to.year && range.to.year != 0; }

template <class Wanted>
bool stands_in(const std::vector<DateRange>& ranges, const DateMention& mention, Wanted wanted) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const DateRange& range) {
        return wanted(range) && range.prose.begin <= mention.prose.begin && mention.prose.end <= range.prose.end;
    });
}

// First mention of a sentence; mentions are in text order.
auto first_of(const std::vector<DateMention>& dates, std::uint32_t sentence) {
    return std::lower_bound(dates.begin(), dates.end(), sentence,
                            [](const DateMention& a, std::uint32_t b) { return a.sentence < b; });
}

}  // namespace

std::string_view time_scope(const SentenceView& sentence, const model::Document& document, std::uint32_t sentence_index,
                            const Candidate& candidate, std::uint32_t at) {
    const auto& dates = document.tree->dates;
    const std::uint32_t clause = sentence.clause_begin(at);
    std::int16_t year = 0;  // the one last named before the number
    bool partial = false, several = false;
    for (auto mention = first_of(dates, sentence_index); mention != dates.end() && mention->sentence == sentence_index;
         ++mention) {
        if (mention->prose.begin >= at) break;
        const bool inside = mention->prose.begin >= candidate.begin;
        const bool later = document.year && mention->date.year > *document.year;
        if (mention->date.year != 0 && !(inside && later)) {  // 结转2022年办理: a later year is the receiver
            year = mention->date.year;
            several = stands_in(document.tree->date_ranges, *mention, is_several_years);
        }
        const bool day = mention->date.month != 0 && !ends_the_year(sentence, *mention);
        if (day && mention->prose.begin >= clause && !stands_in(document.tree->date_ranges, *mention, is_whole_year)) partial = true;
    }
    if (several || (year != 0 && document.year && year != *document.year)) return "other_year";
    return partial ? "part" : "";
}

}  // namespace gouji::binding
