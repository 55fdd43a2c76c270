// SPDX-License-Identifier: Apache-2.0
// A choice (of a pack or a configuration) applied to the settings that rules run with: which rules, how severe, with which
// options. Reads no file; what is wrong with a choice is told by check_choice().
#pragma once

#include <vector>

#include "engine/config/configuration.hpp"
#include "engine/script/rule_book.hpp"

namespace gouji::app {

struct LoadedPacks;

// Every rule on, as severe as it says itself, no option set.
void begin_choices(const std::vector<finding::RuleInfo>& rules, script::RuleSettings& settings);

// All of the choice but its expression.
void apply_choice(const config::RuleChoice& choice, const std::vector<finding::RuleInfo>& rules, script::RuleSettings& settings);

// What a pack and those that it extends set for their rules.
[[nodiscard]] script::RuleSettings settings_of_pack(const LoadedPacks& packs, std::size_t pack);

}  // namespace gouji::app
