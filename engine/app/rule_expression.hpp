// SPDX-License-Identifier: Apache-2.0
// --select-expr: "totals and not note" over ids, names, families, packs, severities and ALL. `not` binds before `and`, `and`
// before `or`. Owns its tokens; what a name means is selection.hpp's business.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/finding/rule_info.hpp"
#include "grammar/text/problem.hpp"

namespace gouji::app {

class RuleExpression {
public:
    // Every name has to mean something among `rules`; else a problem with the nearest one.
    [[nodiscard]] static text::Result<RuleExpression> parse(std::string_view text, const std::vector<finding::RuleInfo>& rules);

    // `severity`: the one in force.
    [[nodiscard]] bool holds(const finding::RuleInfo& rule, finding::Severity severity) const;

private:
    std::vector<std::string> postfix_;  // names, "!", "&", "|"
};

}  // namespace gouji::app
