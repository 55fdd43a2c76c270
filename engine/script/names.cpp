// SPDX-License-Identifier: Apache-2.0
#include "engine/script/names.hpp"

#include <array>

namespace gouji::script {

namespace {

using Name = std::string_view;

// Each in the order of its enumeration.
constexpr std::array<Name, 8> numberings{"absent", "chinese", "arabic", "chinese_parenthesised", "arabic_parenthesised", "part", "step", "circled"};
constexpr std::array<Name, 4> qualifiers{"none", "about", "more_than", "less_than"};
constexpr std::array<Name, 7> marks{"doubled_punctuation", "halfwidth_punctuation", "control_character", "compatibility_character",
                                    "markup", "unbalanced_pair", "placeholder"};
constexpr std::array<Name, 6> figure_states{"absent", "unbound", "blank", "mark", "text", "value"};
constexpr std::array<Name, 3> figure_kinds{"count", "change", "amount"};
constexpr std::array<Name, 3> table_states{"absent", "read", "unreadable"};
constexpr std::array<Name, 10> defects{"row_missing", "row_unknown", "group_missing", "rows_collapsed", "column_missing", "column_unknown",
                                       "cell_count", "label_wording", "run_together", "unit_differs"};
constexpr std::array<Name, 3> matches{"exact", "accepted", "deviating"};
constexpr std::array<Name, 3> claim_kinds{"number", "exists", "none"};
constexpr std::array<Name, 3> verdicts{"holds", "broken", "undecidable"};

template <class Enum, std::size_t size>
Name name_in(const std::array<Name, size>& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

template <class Enum, std::size_t size>
std::optional<Enum> find_in(const std::array<Name, size>& names, Name name) {
    for (std::size_t i = 0; i < size; ++i) {
        if (names[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace

Name name_of(grammar::Numbering numbering) { return name_in(numberings, numbering); }
Name name_of(grammar::Qualifier qualifier) { return name_in(qualifiers, qualifier); }
Name name_of(grammar::MarkKind kind) { return name_in(marks, kind); }
Name name_of(model::FigureState state) { return name_in(figure_states, state); }
Name name_of(model::FigureKind kind) { return name_in(figure_kinds, kind); }
Name name_of(model::TableState state) { return name_in(table_states, state); }
Name name_of(model::DefectKind kind) { return name_in(defects, kind); }
Name name_of(model::TitleMatch match) { return name_in(matches, match); }
Name name_of(model::ClaimKind kind) { return name_in(claim_kinds, kind); }
Name name_of(model::Verdict verdict) { return name_in(verdicts, verdict); }

std::optional<grammar::MarkKind> mark_kind(Name name) { return find_in<grammar::MarkKind>(marks, name); }
std::optional<model::FigureState> figure_state(Name name) { return find_in<model::FigureState>(figure_states, name); }
std::optional<model::FigureKind> figure_kind_named(Name name) { return find_in<model::FigureKind>(figure_kinds, name); }
std::optional<model::DefectKind> defect_kind(Name name) { return find_in<model::DefectKind>(defects, name); }

}  // namespace gouji::script
