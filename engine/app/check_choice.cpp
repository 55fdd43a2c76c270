// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "engine/app/rule_expression.hpp"
#include "engine/app/run_plan.hpp"
#include "engine/app/selection.hpp"
#include "grammar/text/nearest.hpp"

namespace gouji::app {

namespace {

std::string line_of(const std::string& file, std::uint32_t number) {
    std::ifstream stream{file};
    std::string line;
    for (std::uint32_t i = 0; i < number; ++i) {
        if (!std::getline(stream, line)) return {};
    }
    return line;
}

text::Problem at(const config::Origin& origin, text::Bilingual message, std::string subject) {
    text::Problem problem;
    problem.kind = text::ProblemKind::configuration;
    problem.message = std::move(message);
    problem.file = origin.file;
    problem.line = origin.line;
    problem.column = origin.column;
    problem.excerpt = line_of(origin.file, origin.line);
    problem.subject = std::move(subject);
    return problem;
}

void check_name(const config::Text& selector, const std::vector<finding::RuleInfo>& rules, text::Problems& problems) {
    auto problem = check_selector(selector.value, rules);
    if (problem) problems.push_back(at(selector.origin, std::move(problem->message), selector.value));
}

// A whole number may stand for a number with a fraction, and one string for a list.
bool fits(const finding::OptionValue& value, const finding::OptionValue& initial) {
    if (value.index() == initial.index()) return true;
    if (std::holds_alternative<double>(initial)) return std::holds_alternative<std::int64_t>(value);
    return std::holds_alternative<std::vector<std::string>>(initial) && std::holds_alternative<std::string>(value);
}

void check_option(const config::RuleSetting::Option& option, const finding::RuleInfo& rule, text::Problems& problems) {
    const auto known = std::find_if(rule.options.begin(), rule.options.end(), [&](const auto& own) { return own.name == option.name; });
    if (known != rule.options.end()) {
        if (fits(option.value, known->initial)) return;
        return problems.push_back(at(option.origin, {fmt::format("规则 {} 的选项 {} 类型不对", rule.id, option.name),
                                     fmt::format("option {1} of rule {0} has another type", rule.id, option.name)}, option.name));
    }
    std::vector<std::string> names{"severity"};
    for (const finding::RuleOption& own : rule.options) names.push_back(own.name);
    text::Bilingual message{fmt::format("规则 {} 没有选项 {}", rule.id, option.name), fmt::format("rule {} has no option {}", rule.id, option.name)};
    if (const auto near = text::nearest(option.name, names)) {
        message.zh += fmt::format("；是否指 {}？", *near);
        message.en += fmt::format("; did you mean {}?", *near);
    }
    problems.push_back(at(option.origin, std::move(message), option.name));
}

void check_expression(const config::Text& expression, const std::vector<finding::RuleInfo>& rules, text::Problems& problems) {
    auto parsed = RuleExpression::parse(expression.value, rules);
    if (!parsed) problems.push_back(at(expression.origin, std::move(parsed.error().message), expression.value));
}

}  // namespace

void check_level(const config::Text& level, const std::vector<std::string>& known, text::Problems& problems) {
    if (std::find(known.begin(), known.end(), level.value) != known.end()) return;
    text::Bilingual message{fmt::format("规则包没有定义机关层级 {}", level.value), fmt::format("no pack defines an agency level {}", level.value)};
    if (const auto near = text::nearest(level.value, known)) {
        message.zh += fmt::format("；是否指 {}？", *near);
        message.en += fmt::format("; did you mean {}?", *near);
    }
    problems.push_back(at(level.origin, std::move(message), level.value));
}

void check_choice(const config::RuleChoice& choice, const std::vector<finding::RuleInfo>& rules, text::Problems& problems) {
    if (choice.select) {
        for (const config::Text& selector : *choice.select) check_name(selector, rules, problems);
    }
    for (const config::Text& selector : choice.ignore) check_name(selector, rules, problems);
    if (choice.expression) check_expression(*choice.expression, rules, problems);
    for (const config::RuleSetting& setting : choice.rules) {
        check_name(setting.rule, rules, problems);
        for (const finding::RuleInfo& rule : rules) {
            if (exactness(setting.rule.value, rule) < 4) continue;
            for (const config::RuleSetting::Option& option : setting.options) check_option(option, rule, problems);
        }
    }
}

}  // namespace gouji::app
