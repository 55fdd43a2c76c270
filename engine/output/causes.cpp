// SPDX-License-Identifier: Apache-2.0
#include "engine/output/causes.hpp"

#include <algorithm>

namespace gouji::output {

std::vector<CauseGroup> group_by_cause(const std::vector<JudgedFinding>& findings, bool with_suppressed) {
    std::vector<CauseGroup> groups;
    for (const JudgedFinding& judged : findings) {
        if (judged.suppressed() && !with_suppressed) continue;
        const std::string& cause = judged.finding.cause;
        const auto same = [&](const CauseGroup& group) { return group.front()->finding.cause == cause; };
        const auto group = cause.empty() ? groups.end() : std::find_if(groups.begin(), groups.end(), same);
        if (group == groups.end()) {
            groups.push_back({&judged});
        } else {
            group->push_back(&judged);
        }
    }
    return groups;
}

}  // namespace gouji::output
