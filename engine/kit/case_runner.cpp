// SPDX-License-Identifier: Apache-2.0
#include "engine/kit/case_runner.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "engine/kit/across_case.hpp"
#include "engine/kit/case_options.hpp"
#include "engine/kit/case_place.hpp"

namespace gouji::kit {

using finding::Finding;

namespace {

// "L001" names the rule "local/L001" too.
bool names(const std::string& written, const std::string& id) {
    return written == id || (id.size() > written.size() && id.ends_with(written) && id[id.size() - written.size() - 1] == '/');
}

class Comparison {
public:
    Comparison(const Case& example, const CaseReport& made, const BoundReport& report, CaseResult& result, bool english)
        : example_{example}, report_{report}, places_{report, made.marks}, result_{result}, english_{english} {}

    void compare(const std::vector<Finding>& all) {
        for (const Finding& finding : all) {
            if (concerns(finding)) open_.push_back(&finding);
        }
        std::stable_sort(open_.begin(), open_.end(), [](const Finding* a, const Finding* b) {
            return std::tie(a->place.span, a->rule->id) < std::tie(b->place.span, b->rule->id);
        });
        write_as_it_is();
        // The exact ones first, so that a vague one does not take what another asks for.
        for (const bool exact : {true, false}) {
            for (const Expectation& expected : example_.finds) {
                if ((expected.place.kind != ExpectedPlace::Kind::anywhere) == exact) meet(expected);
            }
        }
        for (const Finding* finding : open_) {
            result_.surplus.push_back({line_for(*finding), finding->message, report_.source.position(finding->place.span.begin)});
        }
    }

private:
    [[nodiscard]] bool concerns(const Finding& finding) const {
        const std::string& id = finding.rule->id;
        const auto named = [&](const std::string& rule) { return names(rule, id); };
        const auto expected = [&](const Expectation& expectation) { return names(expectation.rule, id); };
        return example_.all_silent || std::any_of(example_.rules.begin(), example_.rules.end(), named) ||
               std::any_of(example_.silent.begin(), example_.silent.end(), named) || std::any_of(example_.finds.begin(), example_.finds.end(), expected);
    }

    void meet(const Expectation& expected) {
        std::optional<text::Span> span;
        if (expected.place.kind != ExpectedPlace::Kind::anywhere) {
            auto found = places_.find(expected.place);
            if (!found) {
                result_.missing.push_back(fmt::format("{}    （{}）", expected.written, found.error().zh));
                return;
            }
            span = *found;
        }
        const auto match = std::find_if(open_.begin(), open_.end(), [&](const Finding* finding) { return fits(expected, span, *finding); });
        if (match != open_.end()) {
            if (!span) result_.places.emplace_back(expected.line, "at " + write_place(**match, report_));
            open_.erase(match);
        } else result_.missing.push_back(expected.written + details(expected) + difference(expected, span));
    }

    // How the nearest finding of the same rule differs from what is expected.
    [[nodiscard]] std::string difference(const Expectation& expected, std::optional<text::Span> span) const {
        const auto same = std::find_if(open_.begin(), open_.end(), [&](const Finding* finding) { return names(expected.rule, finding->rule->id); });
        if (same == open_.end()) return english_ ? "\n  (the rule finds nothing more)" : "\n  （这条规则没有别的检出）";
        const Finding& finding = **same;
        std::vector<std::string> parts;
        if (!expected.logical.empty() && expected.logical != finding.place.logical) parts.push_back(fmt::format("{}{}", english_ ? "is about " : "逻辑位置是 ", finding.place.logical));
        if (span && *span != finding.place.span) parts.push_back((english_ ? "is at " : "位置是 ") + write_place(finding, report_));
        if (expected.review != (finding.kind == finding::Kind::review)) parts.emplace_back(expected.review ? (english_ ? "is no review" : "不是待核") : (english_ ? "is a review" : "是待核"));
        for (const std::string& words : expected.says) {
            const bool said = finding.message.find(words) != std::string::npos || finding.calculation.find(words) != std::string::npos;
            if (!said) parts.push_back(fmt::format(fmt::runtime(english_ ? "does not say “{}”" : "没有说“{}”"), words));
        }
        if (!suspects_fit(expected, finding)) parts.emplace_back(english_ ? "has other suspects" : "疑点不同");
        for (const finding::Suspect& suspect : finding.suspects) {
            if (!expected.suspects.empty()) parts.push_back(fmt::format("suspects {} = {}", suspect.figure, suspect.value.to_string()));
        }
        return fmt::format(fmt::runtime(english_ ? "\n  (what it finds {})" : "\n  （实际检出：{}）"), fmt::join(parts, english_ ? ", " : "；"));
    }

    static std::string details(const Expectation& expected) {
        std::string text;
        for (const auto& says : expected.says) text += "\n  says " + says;
        for (const auto& [figure, value] : expected.suspects) text += fmt::format("\n  suspects {} = {}", figure, value);
        return text;
    }

    static bool fits(const Expectation& expected, std::optional<text::Span> span, const Finding& finding) {
        if (!names(expected.rule, finding.rule->id)) return false;
        if (!expected.logical.empty() && expected.logical != finding.place.logical) return false;
        if (span && *span != finding.place.span) return false;
        if (expected.review != (finding.kind == finding::Kind::review)) return false;
        const auto said = [&](const std::string& words) {
            return finding.message.find(words) != std::string::npos || finding.calculation.find(words) != std::string::npos;
        };
        return std::all_of(expected.says.begin(), expected.says.end(), said) && suspects_fit(expected, finding);
    }

    static bool suspects_fit(const Expectation& expected, const Finding& finding) {
        if (expected.suspects.empty()) return true;
        const auto stated = [&](const auto& pair) {
            return std::any_of(finding.suspects.begin(), finding.suspects.end(), [&](const finding::Suspect& suspect) {
                return suspect.figure == pair.first && suspect.value.to_string() == pair.second;
            });
        };
        return expected.suspects.size() == finding.suspects.size() && std::all_of(expected.suspects.begin(), expected.suspects.end(), stated);
    }

    [[nodiscard]] std::string line_for(const Finding& finding) const {
        return fmt::format("find {} {} at {}{}", short_id(finding.rule->id), finding.place.logical, write_place(finding, report_),
                           finding.kind == finding::Kind::review ? " review" : "");
    }

    // The id as the case writes it.
    [[nodiscard]] std::string short_id(const std::string& id) const {
        for (const auto& rule : example_.rules) {
            if (names(rule, id)) return rule;
        }
        return id;
    }

    void write_as_it_is() {
        for (const Finding* finding : open_) result_.as_it_is.push_back(line_for(*finding));
        for (const std::string& rule : example_.silent) {
            const bool found = std::any_of(open_.begin(), open_.end(), [&](const Finding* finding) { return names(rule, finding->rule->id); });
            if (!found && example_.silent != example_.rules) result_.as_it_is.push_back("silent " + rule);
        }
        if (open_.empty() && result_.as_it_is.empty()) result_.as_it_is.emplace_back(example_.all_silent ? "silent all" : "silent");
    }

    const Case& example_;
    const BoundReport& report_;
    PlaceFinder places_;
    CaseResult& result_;
    bool english_;
    std::vector<const Finding*> open_;  // not yet expected by any line
};

text::Problem case_problem(const std::string& file, std::uint32_t line, text::Bilingual message) {
    return {text::ProblemKind::pack, std::move(message), file, line, 0, {}, {}};
}

script::RuleSettings settings_for(const Workbench& bench, bool english) {
    script::RuleSettings settings = bench.settings;
    settings.english = english;
    settings.formats = &bench.knowledge->formats;
    return settings;
}

// What a rule would find if it were called, and does not because of its `needs`.
std::optional<text::Bilingual> find_hidden(script::RuleRunner& complete, const model::Document& document, const std::vector<Finding>& findings) {
    std::vector<Finding> all;
    text::Problems problems;  // told already
    complete.run(document, all, problems);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool found = i < findings.size() && findings[i].rule == all[i].rule && findings[i].place.span == all[i].place.span && findings[i].message == all[i].message;
        if (found) continue;
        return text::Bilingual{fmt::format("{} 的 needs 不对：没有它要的东西，规则却有检出“{}”", all[i].rule->id, all[i].message),
                               fmt::format("the needs of {} are wrong: without them it finds “{}”", all[i].rule->id, all[i].message)};
    }
    return std::nullopt;
}

}  // namespace

CaseRunner::CaseRunner(const Workbench& bench, const Bases& bases, bool english) : bench_{bench}, bases_{bases}, english_{english} {}
CaseRunner::~CaseRunner() = default;

CaseRunner::Runners& CaseRunner::runners_for(const Case& example, text::Problems& problems, const std::string& file) {
    const auto make = [&](script::RuleSettings settings) {
        script::RuleSettings complete = settings;
        complete.without_needs = true;
        return std::make_unique<Runners>(Runners{{*bench_.book, std::move(settings)}, {*bench_.book, std::move(complete)}});
    };
    if (example.options.empty()) {
        if (!usual_) usual_ = make(settings_for(bench_, english_));
        return *usual_;
    }
    script::RuleSettings settings = settings_for(bench_, english_);
    settings.options.resize(bench_.book->rules().size());
    for (const auto& [name, value] : example.options) {
        if (auto wrong = set_option(name, value, example.rules, bench_.book->rules(), settings)) problems.push_back(case_problem(file, example.line, *wrong));
    }
    special_ = make(std::move(settings));
    return *special_;
}

CaseResult CaseRunner::run(const Case& example, const std::string& file) {
    if (!example.reports.empty()) return run_across(example, file);
    CaseResult result;
    result.example = &example;
    const auto made = make_report(example, bases_);
    if (!made) {
        result.problems.push_back(case_problem(file, made.error().line, made.error().message));
        return result;
    }
    const auto report = bind_report(file, made->text, *bench_.knowledge);
    std::vector<Finding> findings;
    Runners& runners = runners_for(example, result.problems, file);
    runners.usual.run(report->document, findings, result.problems);
    if (const auto hidden = find_hidden(runners.complete, report->document, findings)) result.problems.push_back(case_problem(file, example.line, *hidden));
    Comparison{example, *made, *report, result, english_}.compare(findings);
    return result;
}

// Each report is compared on its own with what is expected in it.
CaseResult CaseRunner::run_across(const Case& example, const std::string& file) {
    CaseResult result;
    result.example = &example;
    script::RuleSettings settings = settings_for(bench_, english_);
    settings.across = true;
    settings.options.resize(bench_.book->rules().size());
    for (const auto& [name, value] : example.options) {
        if (auto wrong = set_option(name, value, example.rules, bench_.book->rules(), settings)) result.problems.push_back(case_problem(file, example.line, *wrong));
    }
    script::RuleRunner runner{*bench_.book, std::move(settings)};
    AcrossCase across{example, *bench_.knowledge};
    for (const Case& report : example.reports) {
        const auto made = make_report(report, bases_);
        if (made) across.add(report.title, *made);
        else result.problems.push_back(case_problem(file, made.error().line, made.error().message));
    }
    if (!result.problems.empty()) return result;
    across.run(runner, result.problems);
    for (std::size_t i = 0; i < example.reports.size(); ++i) {
        Case own = example;
        std::erase_if(own.finds, [&](const Expectation& expected) { return expected.report != example.reports[i].title; });
        CaseResult part;
        Comparison{own, across.made(i), across.bound(i), part, english_}.compare(across.findings(i));
        for (std::string& line : part.missing) result.missing.push_back(std::move(line));
        for (Found& found : part.surplus) {
            found.line += " in " + example.reports[i].title;
            result.surplus.push_back(std::move(found));
        }
    }
    for (const Expectation& expected : example.finds) {
        const auto named = [&](const Case& report) { return report.title == expected.report; };
        if (std::none_of(example.reports.begin(), example.reports.end(), named)) result.missing.push_back(expected.written + "    （in 报告名）");
    }
    for (const Found& found : result.surplus) result.as_it_is.push_back(found.line);
    return result;
}

}  // namespace gouji::kit
