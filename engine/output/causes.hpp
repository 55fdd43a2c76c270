// SPDX-License-Identifier: Apache-2.0
// Findings with one cause, shown as one: a wrong cell breaks a row, a column and a balance, and that is one thing to correct.
#pragma once

#include <vector>

#include "engine/output/writer.hpp"

namespace gouji::output {

// The findings of one report that share a cause, the first by position at the head. A finding without a cause is alone.
using CauseGroup = std::vector<const JudgedFinding*>;

// In order of their heads. Suppressed findings are left out unless they are asked for.
[[nodiscard]] std::vector<CauseGroup> group_by_cause(const std::vector<JudgedFinding>& findings, bool with_suppressed);

}  // namespace gouji::output
