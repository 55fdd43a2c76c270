// SPDX-License-Identifier: Apache-2.0
// --timings: what each rule cost. Measures nothing itself; the workers' runners did.
#pragma once

#include <string>
#include <vector>

#include "engine/finding/rule_info.hpp"
#include "engine/script/rule_book.hpp"

namespace gouji::app {

// A table with a line for each rule, the slowest first.
[[nodiscard]] std::string timings_table(const std::vector<finding::RuleInfo>& rules, const std::vector<script::RuleTiming>& timings, bool english);

}  // namespace gouji::app
