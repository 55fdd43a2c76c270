// SPDX-License-Identifier: Apache-2.0
#include "engine/app/same_reading.hpp"

#include <algorithm>

namespace gouji::app {

namespace {

bool same_day(const grammar::Date& a, const grammar::Date& b) { return a.year == b.year && a.month == b.month && a.day == b.day; }

bool same_figure(const model::Figure& before, const model::Figure& after, bool zeros) {
    const bool filled = zeros && before.state == model::FigureState::blank && after.state == model::FigureState::value && after.value == text::Decimal{};
    if (filled) return true;
    return before.state == after.state && before.unit_factor == after.unit_factor &&
           (before.state != model::FigureState::value || before.value == after.value);
}

// A claim whose context residue hid may become comparable, never the reverse.
bool same_claim(const model::Claim& a, const model::Claim& b) {
    const bool as_clear = !a.comparable || (b.comparable && a.scope == b.scope);
    return a.quantity == b.quantity && a.kind == b.kind && a.value == b.value && a.unit == b.unit && a.approximate == b.approximate && as_clear;
}

bool same_identity(const model::Document& a, const model::Document& b) {
    if (a.format != b.format || a.year != b.year || a.agency != b.agency) return false;
    return !a.period || (b.period && same_day(a.period->from, b.period->from) && same_day(a.period->to, b.period->to));
}

// Residue in the middle of a word or date leaves a part of it: 等于第[bookmark: x]三项 is not the number 三项.
bool is_torn(const model::Document& document, text::FoldedSpan prose) {
    const text::Span span = document.tree->source_of(prose);
    const auto& marks = document.tree->marks;
    return std::any_of(marks.begin(), marks.end(), [&](const grammar::Mark& mark) { return mark.span.end == span.begin || mark.span.begin == span.end; });
}

template <class Range, class Same>
bool all_same(const Range& a, const Range& b, Same same) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

// Everything of `a` is still there in its order. What residue hid may come to light; nothing that was read whole goes or changes.
template <class Range, class Same, class Torn>
bool all_kept(const Range& a, const Range& b, Same same, Torn torn) {
    auto at = b.begin();
    return std::all_of(a.begin(), a.end(), [&](const auto& each) {
        if (torn(each)) return true;
        at = std::find_if(at, b.end(), [&](const auto& other) { return same(each, other); });
        return at != b.end() && (++at, true);
    });
}

}  // namespace

bool same_reading(const model::Document& before, const model::Document& after, bool zeros) {
    const auto same_section = [](const model::Section& a, const model::Section& b) { return a.spec == b.spec && a.match == b.match; };
    const auto same_number = [&](const grammar::Quantity& a, const grammar::Quantity& b) {
        return a.value == b.value && a.qualifier == b.qualifier && before.tree->prose_of(a.unit) == after.tree->prose_of(b.unit);
    };
    const auto same_mention = [](const grammar::DateMention& a, const grammar::DateMention& b) { return same_day(a.date, b.date); };
    const auto torn = [&](const auto& mention) { return is_torn(before, mention.prose); };
    const auto whole = [](const model::Claim&) { return false; };
    return same_identity(before, after) && all_same(before.sections, after.sections, same_section) &&
           all_same(before.figures, after.figures, [&](const auto& a, const auto& b) { return same_figure(a, b, zeros); }) &&
           all_kept(before.claims, after.claims, same_claim, whole) && all_kept(before.tree->quantities, after.tree->quantities, same_number, torn) &&
           all_kept(before.tree->dates, after.tree->dates, same_mention, torn);
}

}  // namespace gouji::app
