// SPDX-License-Identifier: Apache-2.0
#include "engine/app/rule_pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/app/option_text.hpp"

namespace gouji::app {

namespace {

using finding::RuleInfo;

std::string file_of(const RuleInfo& rule) {
    std::string name = rule.id;
    std::replace(name.begin(), name.end(), '/', '-');
    return name + ".md";
}

std::string quoted(const std::string& text) {
    std::string out = "> ";
    for (const char c : text) out += c == '\n' ? std::string{"\n> "} : std::string{c};
    return out;
}

std::string part(std::string_view heading, const finding::Bilingual& text, bool as_quote = false) {
    if (text.zh.empty()) return {};
    std::string out = fmt::format("\n## {}\n\n{}\n", heading, as_quote ? quoted(text.zh) : text.zh);
    if (!text.en.empty()) out += fmt::format("\n{}\n", as_quote ? quoted(text.en) : "*" + text.en + "*");
    return out;
}

std::string clause(const finding::LegalBasis& basis) {
    return basis.article.empty() ? basis.instrument.zh : fmt::format("{} {}", basis.instrument.zh, basis.article);
}

std::string basis_part(const RuleInfo& rule) {
    if (rule.basis.empty()) return {};
    std::string out = "\n## 依据 · Legal basis\n\n";
    for (const finding::LegalBasis& basis : rule.basis) {
        out += fmt::format("- {}（{} 起）{}{}\n", clause(basis), basis.since, basis.says.zh.empty() ? "" : "：", basis.says.zh);
    }
    return out;
}

std::string options_part(const RuleInfo& rule) {
    if (rule.options.empty()) return {};
    std::string out = "\n## 选项 · Options\n\n| 选项 | 默认 | 含义 |\n|---|---|---|\n";
    for (const finding::RuleOption& option : rule.options) {
        out += fmt::format("| `{}` | `{}` | {} |\n", option.name, written(option.initial), option.meaning.zh);
    }
    return out;
}

Page page(const RuleInfo& rule) {
    std::string text = fmt::format("# {} {}\n\n{}\n\n`{}` · {}{}\n", rule.id, rule.title.zh, rule.title.en, rule.name,
                                   finding::to_string(rule.severity), rule.fixable ? " · `--fix`" : "");
    text += part("检查什么 · What", rule.what);
    text += part("为什么 · Why", rule.why);
    text += part("反例 · Bad", rule.bad, true);
    text += part("正例 · Good", rule.good, true);
    text += part("怎么办 · What to do", rule.advice);
    text += basis_part(rule);
    text += options_part(rule);
    return {file_of(rule), std::move(text)};
}

std::string index_by_family(const std::vector<RuleInfo>& rules) {
    std::string text, family;
    for (const RuleInfo& rule : rules) {
        if (rule.family != family) text += fmt::format("\n## {}\n\n| 规则 | 级别 | 名称 | 检查什么 |\n|---|---|---|---|\n", rule.family);
        family = rule.family;
        text += fmt::format("| [{}]({}) | {} | `{}` | {} |\n", rule.id, file_of(rule), finding::to_string(rule.severity), rule.name, rule.title.zh);
    }
    return text;
}

std::string index_by_clause(const std::vector<RuleInfo>& rules) {
    std::map<std::string, std::string> clauses;
    for (const RuleInfo& rule : rules) {
        for (const finding::LegalBasis& basis : rule.basis) {
            std::string& links = clauses[clause(basis)];
            links += fmt::format("{}[{}]({})", links.empty() ? "" : "、", rule.id, file_of(rule));
        }
    }
    std::string text = "\n## 按依据 · By clause\n\n| 依据 | 规则 |\n|---|---|\n";
    for (const auto& [name, links] : clauses) text += fmt::format("| {} | {} |\n", name, links);
    return text;
}

std::string coverage_page(const std::vector<config::Clause>& coverage) {
    std::string text = "# 条文与规则对照 · Coverage\n\n每一条款由哪些规则检查，哪些只能由人判断。由 `./dev docs` 从 `coverage.toml` 生成。\n"
                       "Which rules check each clause, and what only a person can judge.\n\n| 条款 | 要求 | 规则 | 只能由人判断 |\n|---|---|---|---|\n";
    for (const config::Clause& clause : coverage) {
        std::string links;
        for (const std::string& rule : clause.rules) links += fmt::format("{}[{}]({}.md)", links.empty() ? "" : "、", rule, rule);
        text += fmt::format("| {} | {}<br>*{}* | {} | {} |\n", clause.source, clause.says.zh, clause.says.en, links.empty() ? "—" : links,
                            clause.person.empty() ? "—" : clause.person);
    }
    return text;
}

}  // namespace

std::vector<Page> rule_pages(const std::vector<RuleInfo>& rules, const std::vector<config::Clause>& coverage) {
    std::vector<Page> pages;
    pages.push_back({"README.md", "# 规则 · Rules\n\n本目录由 `./dev docs` 从规则生成，请勿手改。Generated from the rules by `./dev docs`; do not edit.\n" +
                                      std::string{coverage.empty() ? "" : "\n条文逐条对照见 [coverage.md](coverage.md)。Clause by clause: [coverage.md](coverage.md).\n"} +
                                      index_by_family(rules) + index_by_clause(rules)});
    if (!coverage.empty()) pages.push_back({"coverage.md", coverage_page(coverage)});
    for (const RuleInfo& rule : rules) pages.push_back(page(rule));
    return pages;
}

}  // namespace gouji::app
