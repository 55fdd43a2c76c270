// SPDX-License-Identifier: Apache-2.0
#include "engine/output/parse_names.hpp"

#include <fmt/format.h>

namespace gouji::output {

std::string_view to_string(model::FigureState state) {
    using enum model::FigureState;
    switch (state) {
        case absent: return "absent";
        case unbound: return "unbound";
        case blank: return "blank";
        case mark: return "mark";
        case text: return "text";
        case value: return "value";
    }
    return "absent";
}

std::string_view to_string(model::TableState state) {
    using enum model::TableState;
    switch (state) {
        case absent: return "absent";
        case read: return "read";
        case unreadable: return "unreadable";
    }
    return "absent";
}

std::string_view to_string(model::TitleMatch match) {
    using enum model::TitleMatch;
    switch (match) {
        case exact: return "exact";
        case accepted: return "accepted";
        case deviating: return "deviating";
    }
    return "exact";
}

std::string_view to_string(model::DefectKind kind) {
    using enum model::DefectKind;
    switch (kind) {
        case row_missing: return "row_missing";
        case row_unknown: return "row_unknown";
        case group_missing: return "group_missing";
        case rows_collapsed: return "rows_collapsed";
        case column_missing: return "column_missing";
        case column_unknown: return "column_unknown";
        case cell_count: return "cell_count";
        case label_wording: return "label_wording";
        case run_together: return "run_together";
        case unit_differs: return "unit_differs";
    }
    return "row_missing";
}

std::string_view to_string(model::ClaimKind kind) {
    using enum model::ClaimKind;
    switch (kind) {
        case number: return "number";
        case exists: return "exists";
        case none: return "none";
    }
    return "number";
}

std::string_view to_string(grammar::Numbering style) {
    using enum grammar::Numbering;
    switch (style) {
        case absent: return "absent";
        case chinese: return "chinese";
        case arabic: return "arabic";
        case chinese_parenthesised: return "chinese_parenthesised";
        case arabic_parenthesised: return "arabic_parenthesised";
        case part: return "part";
        case step: return "step";
        case circled: return "circled";
    }
    return "absent";
}

std::string_view to_string(grammar::Layout layout) {
    using enum grammar::Layout;
    switch (layout) {
        case tabbed: return "tabbed";
        case cell_per_line: return "cell_per_line";
        case piped: return "piped";
        case commas: return "commas";
        case aligned: return "aligned";
        case structured: return "structured";
    }
    return "tabbed";
}

std::string_view to_string(grammar::MarkKind kind) {
    using enum grammar::MarkKind;
    switch (kind) {
        case doubled_punctuation: return "doubled_punctuation";
        case halfwidth_punctuation: return "halfwidth_punctuation";
        case control_character: return "control_character";
        case compatibility_character: return "compatibility_character";
        case markup: return "markup";
        case unbalanced_pair: return "unbalanced_pair";
        case placeholder: return "placeholder";
    }
    return "markup";
}

std::string_view to_string(grammar::Qualifier qualifier) {
    using enum grammar::Qualifier;
    switch (qualifier) {
        case none: return "none";
        case about: return "about";
        case more_than: return "more_than";
        case less_than: return "less_than";
    }
    return "none";
}

std::string iso_date(const grammar::Date& date) {
    std::string out = date.year == 0 ? std::string{"-"} : fmt::format("{:04}", int{date.year});
    if (date.month != 0) out += fmt::format("-{:02}", int{date.month});
    if (date.month != 0 && date.day != 0) out += fmt::format("-{:02}", int{date.day});
    return out;
}

}  // namespace gouji::output
