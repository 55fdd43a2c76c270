// SPDX-License-Identifier: Apache-2.0
#include "engine/kit/mutation.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "engine/kit/mutation_values.hpp"

namespace gouji::kit {

using finding::Finding;
using text::Decimal;
using text::Span;

namespace {

constexpr int most_steps = 12;  // further values tried for a claim, where the table bears out the first ones

// What to put where in the base.
struct Change {
    Span span;
    std::string text;
};

class Mutator {
public:
    Mutator(const Workbench& bench, script::RuleRunner& runner, const BoundReport& base, MutationResult& result)
        : base_{base}, document_{base.document}, bench_{bench}, runner_{runner}, result_{result} {
        for (const Finding& finding : findings_of(base_)) result_.clean.push_back(key(finding));
        known_ = {result_.clean.begin(), result_.clean.end()};
    }

    void mutate_figures() {
        for (std::size_t i = 0; document_.format != nullptr && i < document_.figures.size(); ++i) {
            const model::Figure& figure = document_.figures[i];
            if (figure.state != model::FigureState::value) continue;
            for (const Decimal& wrong : wrong_figures(figure.value, document_.format->figures[i].kind)) {
                result_.mutants.push_back(figure_mutant(static_cast<model::FigureIndex>(i), wrong));
            }
        }
    }

    // Each claim with a number that a table has too; `seen` are words done before.
    void mutate_claims(std::set<std::string>& seen) {
        for (const model::Claim& claim : document_.claims) {
            if (claim.kind != model::ClaimKind::number || claim.number.empty()) continue;
            const Span words = words_of(claim);
            if (!seen.insert(fmt::format("{} {}", claim.number.begin - words.begin, base_.source.slice(words))).second) continue;
            if (claim.comparable && has_figure(document_, claim)) mutate_claim(claim);
            else ++result_.not_compared;
        }
    }

    void mutate_sections() {
        const auto end = static_cast<std::uint32_t>(base_.source.utf8().size());
        for (std::size_t i = 0; i < document_.sections.size(); ++i) {
            const model::Section& section = document_.sections[i];
            const std::uint32_t next = i + 1 < document_.sections.size() ? document_.sections[i + 1].heading.begin : end;
            if (section.spec == nullptr) continue;
            Mutant mutant = mutant_of(MutantKind::section, section.spec->id, "−");
            run(mutant, {{section.heading.begin, next}, {}});
            result_.mutants.push_back(std::move(mutant));
        }
    }

private:
    static std::string key(const Finding& finding) { return fmt::format("{} {}", finding.rule->id, finding.place.logical); }

    static Mutant mutant_of(MutantKind kind, std::string what, std::string change) {
        Mutant mutant;
        mutant.kind = kind;
        mutant.what = std::move(what);
        mutant.change = std::move(change);
        return mutant;
    }

    std::vector<Finding> findings_of(const BoundReport& report) {
        std::vector<Finding> findings;
        runner_.run(report.document, findings, result_.problems);
        return findings;
    }

    // Notes which rules notice the change; gives the report that it makes and the findings on it.
    std::pair<std::unique_ptr<BoundReport>, std::vector<Finding>> run(Mutant& mutant, const Change& change) {
        std::string text{base_.source.utf8()};
        mutant.line = base_.source.line_of(change.span.begin);
        text.replace(change.span.begin, change.span.size(), change.text);
        auto report = bind_report(result_.base, std::move(text), *bench_.knowledge);
        std::vector<Finding> findings = findings_of(*report);
        std::erase_if(findings, [&](const Finding& finding) { return known_.contains(key(finding)); });
        std::set<std::string> noticed;
        for (const Finding& finding : findings) noticed.insert(finding.rule->id);
        mutant.noticed = {noticed.begin(), noticed.end()};
        return {std::move(report), std::move(findings)};
    }

    Mutant figure_mutant(model::FigureIndex figure, Decimal wrong) {
        const model::FigureSpec& spec = document_.format->figures[figure];
        const Decimal truth = document_.figures[figure].value;
        Mutant mutant = mutant_of(MutantKind::figure, spec.id, truth.to_string() + " → " + wrong.to_string());
        mutant.has_identity = in_identity(*document_.format, figure);
        const auto [report, findings] = run(mutant, {document_.figures[figure].span, wrong.to_string()});
        const bool unique = mutant.has_identity && single_explanations(report->document, document_.format->tables[spec.table]) == 1;
        mutant.suspects = judge(findings, spec.id, truth, unique);
        return mutant;
    }

    static SuspectVerdict judge(const std::vector<Finding>& findings, const std::string& figure, Decimal truth, bool unique) {
        SuspectVerdict verdict = SuspectVerdict::none;
        for (const Finding& finding : findings) {
            if (finding.operands.empty() || finding.rule->family == "C") continue;
            const auto& suspects = finding.suspects;
            if (!unique && suspects.empty()) {
                if (verdict == SuspectVerdict::none) verdict = SuspectVerdict::ambiguous;
                continue;
            }
            const bool right = unique && suspects.size() == 1 && suspects.front().figure == figure && suspects.front().value == truth;
            if (!right) return SuspectVerdict::wrong;
            verdict = SuspectVerdict::right;
        }
        return verdict;
    }

    [[nodiscard]] Span words_of(const model::Claim& claim) const { return claim.span.empty() ? claim.number : claim.span; }

    // Another value has to be noticed, unless the table bears it out as well (received and carried in together): then the next.
    void mutate_claim(const model::Claim& claim) {
        for (const Decimal& first : wrong_claims(document_, claim)) {
            Decimal wrong = first;
            for (int step = 0; step < most_steps; ++step, wrong = wrong + Decimal::of(1)) {
                Mutant mutant = mutant_of(MutantKind::claim, std::string{claim.quantity},
                                          fmt::format("{} → {}", base_.source.slice(claim.number), wrong.to_string()));
                run(mutant, {claim.number, wrong.to_string()});
                mutant.allowed = !mutant.killed() && borne_out(document_, claim, wrong);
                const bool again = mutant.allowed;
                result_.mutants.push_back(std::move(mutant));
                if (!again) break;
            }
        }
    }

    const BoundReport& base_;
    const model::Document& document_;
    const Workbench& bench_;
    script::RuleRunner& runner_;
    MutationResult& result_;
    std::set<std::string> known_;
};

script::RuleSettings settings(const Workbench& bench) {
    script::RuleSettings settings = bench.settings;
    settings.formats = &bench.knowledge->formats;
    return settings;
}

}  // namespace

bool MutationResult::good() const {
    const auto bad = [](const Mutant& mutant) { return mutant.missed() || mutant.suspects == SuspectVerdict::wrong; };
    return clean.empty() && problems.empty() && std::none_of(mutants.begin(), mutants.end(), bad);
}

MutationResult mutate(const Workbench& bench, const std::string& name, const BoundReport& base) {
    script::RuleRunner runner{*bench.book, settings(bench)};
    MutationResult result;
    result.base = name;
    std::set<std::string> seen;
    Mutator mutator{bench, runner, base, result};
    mutator.mutate_figures();
    mutator.mutate_claims(seen);
    mutator.mutate_sections();
    return result;
}

std::vector<MutationResult> mutate_cases(const Workbench& bench, const Bases& bases, const std::vector<CaseFile>& files) {
    script::RuleRunner runner{*bench.book, settings(bench)};
    std::vector<MutationResult> results;
    std::set<std::string> seen;
    for (const CaseFile& file : files) {
        for (const Case& example : file.cases) {
            if (!example.finds.empty() || !example.options.empty()) continue;
            const auto made = make_report(example, bases);
            if (!made) continue;
            MutationResult result;
            result.base = fmt::format("{}:{}", file.path, example.line);
            result.is_case = true;
            const auto report = bind_report(result.base, made->text, *bench.knowledge);
            Mutator mutator{bench, runner, *report, result};
            if (!result.clean.empty()) continue;  // silent for its own rule only
            mutator.mutate_claims(seen);
            if (!result.mutants.empty() || result.not_compared != 0) results.push_back(std::move(result));
        }
    }
    return results;
}

}  // namespace gouji::kit
