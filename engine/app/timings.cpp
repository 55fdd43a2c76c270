// SPDX-License-Identifier: Apache-2.0
#include "engine/app/timings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace gouji::app {

std::string timings_table(const std::vector<finding::RuleInfo>& rules, const std::vector<script::RuleTiming>& timings, bool english) {
    std::vector<std::size_t> order(std::min(rules.size(), timings.size()));
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return timings[a].nanoseconds > timings[b].nanoseconds; });
    std::string table = english ? "      ms    calls  findings  rule\n" : "    毫秒     次数     检出  规则\n";
    std::uint64_t sum = 0;
    for (const std::size_t i : order) {
        const script::RuleTiming& timing = timings[i];
        sum += timing.nanoseconds;
        table += fmt::format("{:>8.3f} {:>8} {:>8}  {} {}\n", static_cast<double>(timing.nanoseconds) / 1e6, timing.calls, timing.findings,
                             rules[i].id, rules[i].name);
    }
    return table + fmt::format("{:>8.3f} {}\n", static_cast<double>(sum) / 1e6, english ? "in all" : "合计");
}

}  // namespace gouji::app
