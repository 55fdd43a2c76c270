// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "engine/app/commands.hpp"
#include "engine/app/option_text.hpp"
#include "engine/app/run_plan.hpp"
#include "engine/app/selection.hpp"
#include "engine/finding/own_rules.hpp"

namespace gouji::app {

namespace {

// Every line of `text`, two spaces in.
std::string indented(const std::string& text) {
    std::string out = "  ";
    for (const char c : text) {
        out += c;
        if (c == '\n') out += "  ";
    }
    return out;
}

std::string part(std::string_view heading, const std::string& text) {
    return text.empty() ? std::string{} : fmt::format("\n{}\n{}\n", heading, indented(text));
}

std::string basis_of(const finding::RuleInfo& rule, const Console& console) {
    std::string out;
    for (const finding::LegalBasis& basis : rule.basis) {
        if (!out.empty()) out += '\n';
        out += console.in(basis.instrument);
        if (!basis.article.empty()) out += ' ' + basis.article;
        if (!basis.since.empty()) out += fmt::format(fmt::runtime(console.in("（{} 起）", " (since {})")), basis.since);
        if (!console.in(basis.says).empty()) out.append(console.in("：", ": ")).append(console.in(basis.says));
    }
    return out;
}

std::string options_of(const finding::RuleInfo& rule, const Console& console) {
    std::string out;
    for (const finding::RuleOption& option : rule.options) {
        out += fmt::format("{}{} = {}  {}", out.empty() ? "" : "\n", option.name, written(option.initial), console.in(option.meaning));
    }
    return out;
}

std::string explanation(const finding::RuleInfo& rule, finding::Severity severity, const Console& console) {
    std::string out = fmt::format("{} {}（{}）\n{}\n", rule.id, rule.name, finding::to_string(severity), console.in(rule.title));
    if (console.english()) out = fmt::format("{} {} ({})\n{}\n", rule.id, rule.name, finding::to_string(severity), console.in(rule.title));
    out += part(console.in("检查什么", "What it finds"), console.in(rule.what));
    out += part(console.in("为什么", "Why"), console.in(rule.why));
    out += part(console.in("依据", "Legal basis"), basis_of(rule, console));
    out += part(console.in("反例", "Bad"), console.in(rule.bad));
    out += part(console.in("正例", "Good"), console.in(rule.good));
    out += part(console.in("怎么办", "What to do"), console.in(rule.advice));
    out += part(console.in("选项", "Options"), options_of(rule, console));
    return out;
}

}  // namespace

int run_command(const ExplainArguments& arguments, const Console& console) {
    text::Problems problems;
    const RunPlan plan{arguments.rules, {"."}, problems};
    const auto asked = [&](const finding::RuleInfo& rule) { return exactness(arguments.rule, rule) == 4; };
    const auto& rules = plan.rules();
    const auto found = std::find_if(rules.begin(), rules.end(), asked);
    const auto own = std::find_if(finding::own_rules().begin(), finding::own_rules().end(), asked);
    if (found != rules.end()) {
        console.out(explanation(*found, plan.settings({}).severities[static_cast<std::size_t>(found - rules.begin())], console));
    } else if (own != finding::own_rules().end()) {
        console.out(explanation(*own, own->severity, console));
    } else if (auto problem = check_selector(arguments.rule, rules)) {
        problems.push_back(std::move(*problem));
    } else {
        for (const finding::RuleInfo& rule : rules) {  // a family: one line each
            if (exactness(arguments.rule, rule) > 0) console.out(fmt::format("{} {}  {}\n", rule.id, rule.name, console.in(rule.title)));
        }
    }
    for (const text::Problem& problem : problems) console.problem(problem);
    return problems.empty() ? exit_clean : exit_trouble;
}

}  // namespace gouji::app
