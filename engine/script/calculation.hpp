// SPDX-License-Identifier: Apache-2.0
// Calculations written out, from the same numbers as the verdict: "2 + 0 = 2，0 + 0 = 0，2 ≠ 0". Summands that are zero are
// counted instead of shown where there are many. No Lua, no rule.
#pragma once

#include <string>

#include "engine/model/identity.hpp"
#include "engine/script/quantity.hpp"

namespace gouji::script {

[[nodiscard]] std::string write_identity(const model::Document& document, const model::Judgement& judgement, bool english);

// What the prose says against what the table has.
[[nodiscard]] std::string write_claim(const model::Document& document, const model::Claim& claim, const Quantity& quantity, bool english);

}  // namespace gouji::script
