// SPDX-License-Identifier: Apache-2.0
#include "grammar/prose/token_state.hpp"

#include <algorithm>
#include <array>

#include "grammar/numerals/numeral.hpp"
#include "grammar/parse.hpp"

namespace gouji::grammar::prose {
namespace {

struct QualifierWord {
    std::string_view word;
    Qualifier qualifier;
};

// Longer words first, so that the whole word becomes part of the quantity.
constexpr std::array<QualifierWord, 12> words_before{{{"大约", Qualifier::about}, {"将近", Qualifier::about}, {"超过", Qualifier::more_than},
                                                      {"至少", Qualifier::more_than}, {"不足", Qualifier::less_than}, {"不到", Qualifier::less_than},
                                                      {"低于", Qualifier::less_than}, {"少于", Qualifier::less_than}, {"约", Qualifier::about},
                                                      {"近", Qualifier::about}, {"超", Qualifier::more_than}, {"逾", Qualifier::more_than}}};
constexpr std::array<std::string_view, 5> no_qualifiers{"最近", "附近", "靠近", "临近", "公约"};

const QualifierWord* qualifier_before(std::string_view text) {
    if (std::any_of(no_qualifiers.begin(), no_qualifiers.end(), [&](std::string_view word) { return text.ends_with(word); })) return nullptr;
    const auto* const found =
        std::find_if(words_before.begin(), words_before.end(), [&](const QualifierWord& word) { return text.ends_with(word.word); });
    return found == words_before.end() ? nullptr : found;
}

std::optional<Decimal> value_of(const Draft& draft) {
    std::optional<Decimal> value;
    if (!draft.chinese) value = numerals::arabic_value(draft.number);
    else if (const auto whole = numerals::chinese_value(draft.number)) value = Decimal::of(*whole);
    if (value) value = value->times(numerals::factor_of(draft.multiplier));
    if (value) value = value->times(numerals::factor_of(draft.unit));
    return value;
}

bool is_possible(const Date& date) {
    const bool year = date.year == 0 || (date.year >= 1900 && date.year <= 2099);
    return year && date.month <= 12 && date.day <= 31 && (date.year != 0 || date.month != 0 || date.day != 0);
}

Date month_of(std::int16_t year, std::int64_t month) { return {year, static_cast<std::int8_t>(month), 0}; }

}  // namespace

TokenState::TokenState(std::string_view source, Tree& tree) : source_{source}, tree_{tree}, chars_{tree.prose.chars()} {
    tokens_.reserve(chars_.size() / 24 + 16);
    lead_paragraph();
}

FoldedSpan TokenState::span_of(std::string_view text) const {
    const auto begin = static_cast<std::uint32_t>(text.data() - chars_.data());
    return {begin, begin + static_cast<std::uint32_t>(text.size())};
}

std::string_view TokenState::before(std::string_view text) const { return chars_.substr(0, static_cast<std::size_t>(text.data() - chars_.data())); }

void TokenState::punctuation(TokenKind kind, std::string_view text) { tokens_.push_back({kind, span_of(text), 0}); }

void TokenState::next_paragraph(std::string_view text) {
    punctuation(TokenKind::paragraph_end, text);
    ++paragraph_;
    lead_paragraph();
}

void TokenState::lead_paragraph() {
    if (paragraph_ >= tree_.paragraphs.size()) return;
    const Paragraph& paragraph = tree_.paragraphs[paragraph_];
    if (paragraph.number.style == Numbering::absent) return;
    tree_.steps.push_back({paragraph.number, {paragraph.prose.begin, paragraph.title.begin}, paragraph_, true});
}

void TokenState::accept_step(std::string_view text) {
    const FoldedSpan span = span_of(text);
    if (span.begin < tree_.paragraphs[paragraph_].title.begin) return;  // the paragraph's own number
    const auto number = read_leading_number(text);
    if (!number) return;
    tree_.steps.push_back({{number->style, number->value, tree_.prose.to_source(span)}, span, paragraph_, false});
}

bool TokenState::accept_quantity(std::string_view text) {
    const auto value = value_of(draft);
    if (!value) return false;
    Quantity quantity;
    quantity.number = span_of(draft.number);
    if (!draft.multiplier.empty()) quantity.number.end += static_cast<std::uint32_t>(draft.multiplier.size());
    // "公开12，340条": a full-width comma parts clauses, never thousands.
    const Span written = tree_.prose.to_source(quantity.number);
    if (!draft.chinese && source_.substr(written.begin, written.size()).find("，") != std::string_view::npos) return false;
    quantity.prose = span_of(text);
    quantity.unit = draft.unit.empty() ? FoldedSpan{quantity.number.end, quantity.number.end} : span_of(draft.unit);
    quantity.value = *value;
    quantity.unit_factor = Decimal::of(numerals::factor_of(draft.unit));
    quantity.qualifier = draft.qualifier;
    if (const QualifierWord* word = qualifier_before(before(text))) {
        quantity.prose.begin -= static_cast<std::uint32_t>(word->word.size());
        if (quantity.qualifier == Qualifier::none) quantity.qualifier = word->qualifier;
    }
    tokens_.push_back({TokenKind::quantity, quantity.prose, static_cast<std::uint32_t>(tree_.quantities.size())});
    tree_.quantities.push_back(quantity);
    return true;
}

void TokenState::add_mention(const Date& date, std::string_view text) {
    tokens_.push_back({TokenKind::date, span_of(text), static_cast<std::uint32_t>(tree_.dates.size())});
    tree_.dates.push_back({date, span_of(text), 0});
}

void TokenState::add_range(Date from, Date to, std::string_view text) {
    FoldedSpan span = span_of(text);
    const std::string_view lead = before(text);
    for (const std::string_view word : {"自", "从"}) {
        if (lead.ends_with(word)) span.begin -= static_cast<std::uint32_t>(word.size());
    }
    if (to.year == 0) to.year = from.year;
    if (to.month == 0 && to.day != 0) to.month = from.month;
    tokens_.push_back({TokenKind::date_range, span, static_cast<std::uint32_t>(tree_.date_ranges.size())});
    tree_.date_ranges.push_back({from, to, span, 0});
}

bool TokenState::accept_date(std::string_view text) {
    if (!is_possible(dates.from)) return false;
    if (!dates.to_text.empty() && !is_possible(dates.date)) return false;
    add_mention(dates.from, dates.from_text);
    if (dates.to_text.empty()) return true;
    add_mention(dates.date, dates.to_text);
    add_range(dates.from, dates.date, text);
    return true;
}

bool TokenState::accept_years(std::string_view text) {
    const Date from{static_cast<std::int16_t>(dates.first), 0, 0};
    const Date to{static_cast<std::int16_t>(dates.last), 0, 0};
    if (!is_possible(from) || !is_possible(to)) return false;
    add_mention(from, text.substr(0, 4));
    add_mention(to, text.substr(text.rfind('-') == std::string_view::npos ? text.rfind('~') + 1 : text.rfind('-') + 1));
    add_range(from, to, text);
    return true;
}

bool TokenState::accept_months(std::string_view text) {
    const bool possible = dates.first >= 1 && dates.first <= 12 && dates.last >= 1 && dates.last <= 12;
    if (!is_possible(dates.date) || !possible) return false;
    add_mention(dates.date, text);
    add_range(month_of(dates.date.year, dates.first), month_of(dates.date.year, dates.last), text);
    return true;
}

}  // namespace gouji::grammar::prose
