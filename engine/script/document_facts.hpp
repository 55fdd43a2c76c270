// SPDX-License-Identifier: Apache-2.0
// Facts of a document that a rule may need: that it has a blank figure, a section out of order, a claim that the tables
// contradict. Each is a bit, so that a rule without work is passed over without calling it. The names are part of the Lua API
// (`needs`). Knows no rule.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::script {

class ReportFacts;

using FactMask = std::uint64_t;

// figures.blank, sections.missing, defects.row_missing, marks.markup, identities.broken, claims.contradicted …; 0 for an unknown name.
[[nodiscard]] FactMask fact_named(std::string_view name);
[[nodiscard]] std::vector<std::string> fact_names();

[[nodiscard]] FactMask facts_of(ReportFacts& facts);

}  // namespace gouji::script
