// SPDX-License-Identifier: Apache-2.0
// Selection: which rules of the prose grammar leave something behind, and what. All other rules leave nothing.
#pragma once

#include "grammar/numerals/numeral.hpp"
#include "grammar/prose/prose_grammar.hpp"
#include "grammar/prose/token_state.hpp"

namespace gouji::grammar::prose {

template <class Rule>
struct Select : pegtl::nothing<Rule> {};

template <TokenKind kind>
struct SelectPunctuation {
    template <class Input>
    static void apply(const Input& in, TokenState& state) {
        state.punctuation(kind, in.string_view());
    }
};
template <> struct Select<sentence_end> : SelectPunctuation<TokenKind::sentence_end> {};
template <> struct Select<semicolon> : SelectPunctuation<TokenKind::semicolon> {};
template <> struct Select<clause_end> : SelectPunctuation<TokenKind::clause_end> {};
template <> struct Select<open> : SelectPunctuation<TokenKind::open> {};
template <> struct Select<close> : SelectPunctuation<TokenKind::close> {};
template <> struct Select<quote> : SelectPunctuation<TokenKind::quote> {};

template <>
struct Select<begin> {
    static void apply0(TokenState& state) { state.start(); }
};

// Calls one member function of the state with the text of the rule.
template <auto call>
struct SelectWhole {
    template <class Input>
    static auto apply(const Input& in, TokenState& state) {
        return (state.*call)(in.string_view());
    }
};
template <> struct Select<paragraph_end> : SelectWhole<&TokenState::next_paragraph> {};
template <> struct Select<quantity> : SelectWhole<&TokenState::accept_quantity> {};
template <> struct Select<bare_quantity> : SelectWhole<&TokenState::accept_quantity> {};
template <> struct Select<han_quantity> : SelectWhole<&TokenState::accept_quantity> {};
template <> struct Select<date> : SelectWhole<&TokenState::accept_date> {};
template <> struct Select<years> : SelectWhole<&TokenState::accept_years> {};
template <> struct Select<months> : SelectWhole<&TokenState::accept_months> {};
template <> struct Select<step> : SelectWhole<&TokenState::accept_step> {};

// Keeps the text of the rule in a member of the draft.
template <auto member>
struct SelectText {
    template <class Input>
    static void apply(const Input& in, TokenState& state) {
        state.draft.*member = in.string_view();
    }
};
template <> struct Select<number> : SelectText<&Draft::number> {};
template <> struct Select<multiplier> : SelectText<&Draft::multiplier> {};
template <> struct Select<unit> : SelectText<&Draft::unit> {};
template <> struct Select<han_unit> : SelectText<&Draft::unit> {};
template <> struct Select<one_unit> : SelectText<&Draft::unit> {};
template <>
struct Select<han_number> {
    template <class Input>
    static void apply(const Input& in, TokenState& state) {
        state.draft.number = in.string_view();
        state.draft.chinese = true;
    }
};

template <Qualifier qualifier>
struct SelectQualifier {
    static void apply0(TokenState& state) { state.draft.qualifier = qualifier; }
};
template <> struct Select<odd> : SelectQualifier<Qualifier::about> {};
template <> struct Select<about_after> : SelectQualifier<Qualifier::about> {};
template <> struct Select<more_after> : SelectQualifier<Qualifier::more_than> {};
template <> struct Select<less_after> : SelectQualifier<Qualifier::less_than> {};

// Numbers of dates wait in the draft until the rule around them has matched.
template <auto member>
struct SelectNumber {
    template <class Input>
    static bool apply(const Input& in, TokenState& state) {
        const std::string_view text = in.string_view();
        const auto value = numerals::whole_value(text);
        if (!value) return false;
        state.dates.*member = *value;
        return true;
    }
};
template <> struct Select<dates::plain_year> : SelectNumber<&DateDraft::year> {};
template <> struct Select<dates::year> : SelectNumber<&DateDraft::year> {};
template <> struct Select<dates::month> : SelectNumber<&DateDraft::month> {};
template <> struct Select<dates::day> : SelectNumber<&DateDraft::day> {};
template <> struct Select<dates::first_year> : SelectNumber<&DateDraft::first> {};
template <> struct Select<dates::last_year> : SelectNumber<&DateDraft::last> {};
template <> struct Select<dates::first_month> : SelectNumber<&DateDraft::first> {};
template <> struct Select<dates::last_month> : SelectNumber<&DateDraft::last> {};

template <>
struct Select<dates::in_year> {
    static void apply0(TokenState& state) { state.dates.date.year = static_cast<std::int16_t>(state.dates.year); }
};
template <>
struct Select<dates::in_month> {
    static bool apply0(TokenState& state) { return state.dates.take_month(); }
};
template <>
struct Select<dates::on_day> {
    static bool apply0(TokenState& state) { return state.dates.take_day(); }
};
template <char parting>
struct Select<dates::parted<parting>> {
    static bool apply0(TokenState& state) {
        state.dates.date.year = static_cast<std::int16_t>(state.dates.year);
        return state.dates.take_month() && state.dates.take_day();
    }
};
template <>
struct Select<dates::from> {
    template <class Input>
    static void apply(const Input& in, TokenState& state) {
        state.dates.from = state.dates.date;
        state.dates.from_text = in.string_view();
        state.dates.date = {};
    }
};
template <>
struct Select<dates::to> {
    template <class Input>
    static void apply(const Input& in, TokenState& state) {
        state.dates.to_text = in.string_view();
    }
};

}  // namespace gouji::grammar::prose
