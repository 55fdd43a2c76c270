// SPDX-License-Identifier: Apache-2.0
// The rule reference: a Markdown page for each rule and an index by family and by clause, made from what rules say of
// themselves. Gives texts; writes nothing.
#pragma once

#include <string>
#include <vector>

#include "engine/config/coverage.hpp"
#include "engine/finding/rule_info.hpp"

namespace gouji::app {

struct Page {
    std::string name;  // "T301.md"
    std::string text;
};

// `coverage`: clauses of the law for the page coverage.md; no such page where there are none.
[[nodiscard]] std::vector<Page> rule_pages(const std::vector<finding::RuleInfo>& rules, const std::vector<config::Clause>& coverage);

}  // namespace gouji::app
