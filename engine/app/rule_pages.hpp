// SPDX-License-Identifier: Apache-2.0
// The rule reference: a Markdown page for each rule and an index by family and by clause, made from what rules say of
// themselves. Gives texts; writes nothing.
#pragma once

#include <string>
#include <vector>

#include "engine/finding/rule_info.hpp"

namespace gouji::app {

struct Page {
    std::string name;  // "T301.md"
    std::string text;
};

[[nodiscard]] std::vector<Page> rule_pages(const std::vector<finding::RuleInfo>& rules);

}  // namespace gouji::app
