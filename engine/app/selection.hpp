// SPDX-License-Identifier: Apache-2.0
// Selection: which rules run and how severe they are. A selector is a rule's id, its name, a family's letter or folder, a
// pack's name or ALL. The more exact selector wins; of two that are equally exact, `ignore` does.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/finding/rule_info.hpp"
#include "engine/script/rule_book.hpp"
#include "grammar/text/problem.hpp"

namespace gouji::app {

struct Selection {
    std::vector<std::string> select;  // empty: all
    std::vector<std::string> ignore;
};

// How exactly `selector` names the rule: 0 not at all, 1 ALL, 2 pack, 3 family, 4 id or name.
[[nodiscard]] int exactness(std::string_view selector, const finding::RuleInfo& rule);

[[nodiscard]] bool is_selected(const Selection& selection, const finding::RuleInfo& rule);

// A problem with the nearest known name where `selector` names no rule at all.
[[nodiscard]] std::optional<text::Problem> check_selector(std::string_view selector, const std::vector<finding::RuleInfo>& rules);

// Sets one "ID=LEVEL" (error, warning, note, off) in the settings, whose vectors have the size of `rules`.
[[nodiscard]] std::optional<text::Problem> apply_severity(std::string_view assignment, const std::vector<finding::RuleInfo>& rules,
                                                          script::RuleSettings& settings);

}  // namespace gouji::app
