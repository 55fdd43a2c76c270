// SPDX-License-Identifier: Apache-2.0
#include "engine/app/rule_expression.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/app/selection.hpp"

namespace gouji::app {

namespace {

constexpr int deepest = 64;

// Recursive descent into postfix order. The first problem ends it.
class Parser {
public:
    Parser(std::string_view text, const std::vector<finding::RuleInfo>& rules) : text_{text}, rules_{rules} { next(); }

    text::Result<std::vector<std::string>> parse() {
        either();
        if (!problem_ && !word_.empty()) refuse(fmt::format("此处多出“{}”", word_), fmt::format("'{}' is not expected here", word_));
        if (problem_) return tl::unexpected{std::move(*problem_)};
        return std::move(postfix_);
    }

private:
    void next() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) ++at_;
        const std::size_t begin = at_;
        if (at_ < text_.size() && (text_[at_] == '(' || text_[at_] == ')')) ++at_;
        else at_ = std::min(text_.find_first_of(" \t\n()", at_), text_.size());
        word_ = text_.substr(begin, at_ - begin);
    }

    bool take(std::string_view word) {
        if (word_ != word || problem_) return false;
        next();
        return true;
    }

    void either() {
        both();
        while (take("or")) {
            both();
            postfix_.emplace_back("|");
        }
    }

    void both() {
        one();
        while (take("and")) {
            one();
            postfix_.emplace_back("&");
        }
    }

    void one() {
        if (problem_) return;
        if (++depth_ > deepest) return refuse("嵌套过深", "nested too deeply");
        if (take("not")) {
            one();
            postfix_.emplace_back("!");
        } else if (take("(")) {
            either();
            if (!take(")")) refuse("缺少右括号", "a closing parenthesis is missing");
        } else {
            name();
        }
        --depth_;
    }

    void name() {
        if (word_.empty() || word_ == ")" || word_ == "and" || word_ == "or") return refuse("此处应有规则、类别或级别", "a rule, family or severity is expected here");
        if (!finding::severity_from(word_)) {
            if (auto problem = check_selector(word_, rules_); problem && !problem_) problem_ = std::move(problem);
        }
        postfix_.emplace_back(word_);
        next();
    }

    void refuse(std::string_view zh, std::string_view en) {
        if (problem_) return;
        problem_.emplace();
        problem_->kind = text::ProblemKind::usage;
        problem_->message = {fmt::format("规则表达式“{}”：{}", text_, zh), fmt::format("rule expression '{}': {}", text_, en)};
        problem_->subject = text_;
    }

    std::string_view text_;
    const std::vector<finding::RuleInfo>& rules_;
    std::size_t at_ = 0;
    std::string_view word_;
    int depth_ = 0;
    std::vector<std::string> postfix_;
    std::optional<text::Problem> problem_;
};

bool names(const std::string& word, const finding::RuleInfo& rule, finding::Severity severity) {
    const auto wanted = finding::severity_from(word);
    return wanted ? *wanted == severity : exactness(word, rule) > 0;
}

}  // namespace

text::Result<RuleExpression> RuleExpression::parse(std::string_view text, const std::vector<finding::RuleInfo>& rules) {
    auto postfix = Parser{text, rules}.parse();
    if (!postfix) return tl::unexpected{std::move(postfix.error())};
    RuleExpression expression;
    expression.postfix_ = std::move(*postfix);
    return expression;
}

bool RuleExpression::holds(const finding::RuleInfo& rule, finding::Severity severity) const {
    std::vector<bool> stack;
    for (const std::string& word : postfix_) {
        if (word == "!") {
            stack.back() = !stack.back();
        } else if (word == "&" || word == "|") {
            const bool right = stack.back();
            stack.pop_back();
            stack.back() = word == "&" ? stack.back() && right : stack.back() || right;
        } else {
            stack.push_back(names(word, rule, severity));
        }
    }
    return stack.back();
}

}  // namespace gouji::app
