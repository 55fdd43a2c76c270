// SPDX-License-Identifier: Apache-2.0
#include "engine/app/selection.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "grammar/text/nearest.hpp"

namespace gouji::app {

namespace {

text::Problem usage_problem(std::string zh, std::string en, std::string_view subject) {
    text::Problem problem;
    problem.kind = text::ProblemKind::usage;
    problem.message = {std::move(zh), std::move(en)};
    problem.subject = subject;
    return problem;
}

// The rule files of a family share a folder of the pack: totals/T301-….lua.
std::string_view family_folder(const finding::RuleInfo& rule) {
    const std::string_view file = rule.file;
    const std::size_t slash = file.find('/');
    return slash == std::string_view::npos ? std::string_view{"\n"} : file.substr(0, slash);
}

int strongest(const std::vector<std::string>& selectors, const finding::RuleInfo& rule) {
    int best = 0;
    for (const std::string& selector : selectors) best = std::max(best, exactness(selector, rule));
    return best;
}

std::vector<std::string> known_selectors(const std::vector<finding::RuleInfo>& rules) {
    std::vector<std::string> known;
    for (const finding::RuleInfo& rule : rules) {
        known.push_back(rule.id);
        known.push_back(rule.name);
        known.emplace_back(family_folder(rule));
    }
    return known;
}

}  // namespace

int exactness(std::string_view selector, const finding::RuleInfo& rule) {
    if (selector == rule.id || selector == rule.name) return 4;
    if (selector == rule.family || selector == family_folder(rule)) return 3;
    if (selector == rule.pack) return 2;
    return selector == "ALL" ? 1 : 0;
}

bool is_selected(const Selection& selection, const finding::RuleInfo& rule) {
    const int wanted = selection.select.empty() ? 1 : strongest(selection.select, rule);
    return wanted > 0 && wanted > strongest(selection.ignore, rule);
}

std::optional<text::Problem> check_selector(std::string_view selector, const std::vector<finding::RuleInfo>& rules) {
    const bool known = std::any_of(rules.begin(), rules.end(), [&](const auto& rule) { return exactness(selector, rule) > 0; });
    if (known) return std::nullopt;
    std::string zh = fmt::format("没有规则 {}", selector);
    std::string en = fmt::format("there is no rule {}", selector);
    if (const auto near = text::nearest(selector, known_selectors(rules))) {
        zh += fmt::format("；是否指 {}？", *near);
        en += fmt::format("; did you mean {}?", *near);
    }
    return usage_problem(std::move(zh), std::move(en), selector);
}

std::optional<text::Problem> apply_severity(std::string_view assignment, const std::vector<finding::RuleInfo>& rules,
                                            script::RuleSettings& settings) {
    const std::size_t equals = assignment.find('=');
    const std::string_view selector = assignment.substr(0, equals);
    const std::string_view level = equals == std::string_view::npos ? std::string_view{} : assignment.substr(equals + 1);
    const auto severity = finding::severity_from(level);
    if (!severity && level != "off") {
        return usage_problem(fmt::format("严重程度应写作 ID=error、warning、note 或 off，而不是 {}", assignment),
                             fmt::format("a severity is written ID=error, warning, note or off, not {}", assignment), selector);
    }
    if (auto problem = check_selector(selector, rules)) return problem;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (exactness(selector, rules[i]) == 0) continue;
        if (severity) settings.severities[i] = *severity;
        settings.enabled[i] = severity.has_value();
    }
    return std::nullopt;
}

}  // namespace gouji::app
