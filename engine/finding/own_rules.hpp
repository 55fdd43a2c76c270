// SPDX-License-Identifier: Apache-2.0
// The program's own rules: what it finds in waiver files and baselines, not in reports. They are written like rules of a
// pack so that every output, `gouji rules` and `gouji explain` treat them alike. Immutable.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/finding/rule_info.hpp"

namespace gouji::finding {

enum class OwnRule : std::uint8_t { waiver_unused, waiver_expired, baseline_stale, waiver_malformed };

[[nodiscard]] const std::vector<RuleInfo>& own_rules();  // in the order of OwnRule
[[nodiscard]] const RuleInfo& own_rule(OwnRule rule);

}  // namespace gouji::finding
