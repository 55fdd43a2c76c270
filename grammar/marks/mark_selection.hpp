// SPDX-License-Identifier: Apache-2.0
// Selection: which rules of the mark grammar leave a mark, and of what kind.
#pragma once

#include "grammar/marks/mark_grammar.hpp"
#include "grammar/marks/mark_state.hpp"

namespace gouji::grammar::marks {

template <class Rule>
struct Select : pegtl::nothing<Rule> {};

template <MarkKind kind>
struct SelectMark {
    template <class Input>
    static void apply(const Input& in, MarkState& state) {
        state.mark(kind, in.string_view());
    }
};
template <> struct Select<doubled_cjk> : SelectMark<MarkKind::doubled_punctuation> {};
template <> struct Select<doubled_wide> : SelectMark<MarkKind::doubled_punctuation> {};
template <> struct Select<doubled_ascii> : SelectMark<MarkKind::doubled_punctuation> {};
template <> struct Select<control_ascii> : SelectMark<MarkKind::control_character> {};
template <> struct Select<control> : SelectMark<MarkKind::control_character> {};
template <> struct Select<compatibility> : SelectMark<MarkKind::compatibility_character> {};
template <> struct Select<heading> : SelectMark<MarkKind::markup> {};
template <> struct Select<tag> : SelectMark<MarkKind::markup> {};
template <> struct Select<entity> : SelectMark<MarkKind::markup> {};
template <> struct Select<bookmark> : SelectMark<MarkKind::markup> {};
template <> struct Select<hyperlink> : SelectMark<MarkKind::markup> {};
template <> struct Select<field> : SelectMark<MarkKind::markup> {};
template <> struct Select<merge_format> : SelectMark<MarkKind::markup> {};
template <> struct Select<error_text> : SelectMark<MarkKind::markup> {};
template <> struct Select<underscores> : SelectMark<MarkKind::placeholder> {};
template <> struct Select<blank_note> : SelectMark<MarkKind::placeholder> {};

template <auto call>
struct SelectCall {
    template <class Input>
    static auto apply(const Input& in, MarkState& state) {
        return (state.*call)(in.string_view());
    }
};
template <> struct Select<halfwidth> : SelectCall<&MarkState::halfwidth> {};
template <> struct Select<bold> : SelectCall<&MarkState::bold> {};
template <> struct Select<underline> : SelectCall<&MarkState::underline> {};
template <> struct Select<lost_reference> : SelectCall<&MarkState::lost_reference> {};
template <> struct Select<blank> : SelectCall<&MarkState::blank> {};

template <bool opens>
struct SelectHalf {
    template <class Input>
    static void apply(const Input& in, MarkState& state) {
        state.pair_half(in.string_view(), opens);
    }
};
template <> struct Select<open> : SelectHalf<true> {};
template <> struct Select<half_open> : SelectHalf<true> {};
template <> struct Select<close> : SelectHalf<false> {};
template <> struct Select<half_close> : SelectHalf<false> {};

}  // namespace gouji::grammar::marks
