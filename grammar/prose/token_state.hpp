// SPDX-License-Identifier: Apache-2.0
// What the selection collects while the prose grammar runs. Values of an alternative that fails in the end are
// forgotten by start(); only accept_…() changes the tree.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/prose/tokens.hpp"

namespace gouji::grammar::prose {

// A number being read.
struct Draft {
    std::string_view number;
    std::string_view multiplier;
    std::string_view unit;
    bool chinese = false;
    Qualifier qualifier = Qualifier::none;
};

// A date, or two, being read. Parts count only once the whole of a date stands.
struct DateDraft {
    std::int64_t year = 0, month = 0, day = 0;  // read, not yet part of a date
    Date date;
    Date from;
    std::string_view from_text;
    std::string_view to_text;
    std::int64_t first = 0, last = 0;  // of 2027-2031年 and 1-12月

    [[nodiscard]] bool take_month() {
        if (month < 1 || month > 12) return false;
        date.month = static_cast<std::int8_t>(month);
        return true;
    }
    [[nodiscard]] bool take_day() {
        if (day < 1 || day > 31) return false;
        date.day = static_cast<std::int8_t>(day);
        return true;
    }
};

class TokenState {
public:
    TokenState(std::string_view source, Tree& tree);

    void start() {
        draft = {};
        dates = {};
    }
    void punctuation(TokenKind kind, std::string_view text);
    void next_paragraph(std::string_view text);
    // False where the text turns out not to be what it looked like.
    [[nodiscard]] bool accept_quantity(std::string_view text);
    [[nodiscard]] bool accept_date(std::string_view text);
    [[nodiscard]] bool accept_years(std::string_view text);
    [[nodiscard]] bool accept_months(std::string_view text);
    void accept_step(std::string_view text);

    std::vector<Token> take_tokens() { return std::move(tokens_); }

    Draft draft;
    DateDraft dates;

private:
    [[nodiscard]] FoldedSpan span_of(std::string_view text) const;
    [[nodiscard]] std::string_view before(std::string_view text) const;
    void lead_paragraph();
    void add_mention(const Date& date, std::string_view text);
    void add_range(Date from, Date to, std::string_view text);

    std::string_view source_;
    Tree& tree_;
    std::string_view chars_;  // of the prose
    std::uint32_t paragraph_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace gouji::grammar::prose
