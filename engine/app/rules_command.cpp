// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "engine/app/commands.hpp"
#include "engine/app/run_plan.hpp"
#include "engine/finding/own_rules.hpp"

namespace gouji::app {

namespace {

std::string row(const finding::RuleInfo& rule, finding::Severity severity, const Console& console) {
    return fmt::format("{:<6} {:<8} {:<24} {}\n", rule.id, finding::to_string(severity), rule.name, console.in(rule.title));
}

}  // namespace

int run_command(const RulesArguments& arguments, const Console& console) {
    text::Problems problems;
    const RunPlan plan{arguments.rules, {"."}, problems};
    const script::RuleSettings settings = plan.settings({});
    for (std::size_t i = 0; i < plan.rules().size(); ++i) {
        if (settings.enabled[i]) console.out(row(plan.rules()[i], settings.severities[i], console));
    }
    for (const text::Problem& problem : problems) console.problem(problem);
    return problems.empty() ? exit_clean : exit_trouble;
}

}  // namespace gouji::app
