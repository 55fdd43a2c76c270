// SPDX-License-Identifier: Apache-2.0
// From what a rule handed to report{} to a complete finding: place, message, operands, calculation, suspects. Touches no Lua;
// the draft's texts lie on Lua's stack meanwhile. What is wrong with the draft is told as a message for the rule's author.
#pragma once

#include <tl/expected.hpp>

#include "engine/script/run_state.hpp"

namespace gouji::script {

[[nodiscard]] tl::expected<finding::Finding, text::Bilingual> build_finding(RunState& run);
// Of a rule on a series or a group: places in several reports, no document behind them.
[[nodiscard]] tl::expected<finding::Finding, text::Bilingual> build_finding_across(RunState& run);

}  // namespace gouji::script
