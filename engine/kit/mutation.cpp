// SPDX-License-Identifier: Apache-2.0
#include "engine/kit/mutation.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace gouji::kit {

using finding::Finding;
using text::Decimal;
using text::Span;

namespace {

// What to put where in the base.
struct Change {
    Span span;
    std::string text;
};

class Mutator {
public:
    Mutator(const Workbench& bench, const BoundReport& base, MutationResult& result)
        : base_{base}, document_{base.document}, bench_{bench}, runner_{*bench.book, settings(bench)}, result_{result} {}

    void run() {
        for (const Finding& finding : findings_of(base_)) result_.clean.push_back(key(finding));
        known_ = {result_.clean.begin(), result_.clean.end()};
        mutate_figures();
        mutate_claims();
        mutate_sections();
    }

private:
    static script::RuleSettings settings(const Workbench& bench) {
        script::RuleSettings settings;
        settings.formats = &bench.knowledge->formats;
        return settings;
    }

    static std::string key(const Finding& finding) { return finding.rule->id + " " + finding.place.logical; }

    std::vector<Finding> findings_of(const BoundReport& report) {
        std::vector<Finding> findings;
        runner_.run(report.document, findings, result_.problems);
        return findings;
    }

    void add(Mutant mutant, const Change& change, const std::optional<std::pair<std::string, Decimal>>& truth = std::nullopt) {
        std::string text{base_.source.utf8()};
        mutant.line = base_.source.line_of(change.span.begin);
        text.replace(change.span.begin, change.span.size(), change.text);
        const auto report = bind_report(result_.base, std::move(text), *bench_.knowledge);
        std::set<std::string> noticed;
        for (const Finding& finding : findings_of(*report)) {
            if (known_.contains(key(finding))) continue;
            noticed.insert(finding.rule->id);
            if (truth && !finding.suspects.empty()) judge_suspects(mutant, finding, *truth);
        }
        mutant.noticed = {noticed.begin(), noticed.end()};
        result_.mutants.push_back(std::move(mutant));
    }

    static void judge_suspects(Mutant& mutant, const Finding& finding, const std::pair<std::string, Decimal>& truth) {
        const finding::Suspect& first = finding.suspects.front();
        const bool right = finding.suspects.size() == 1 && first.figure == truth.first && first.value == truth.second;
        if (!right) mutant.suspects = Mutant::Suspects::wrong;
        else if (mutant.suspects == Mutant::Suspects::none) mutant.suspects = Mutant::Suspects::right;
    }

    [[nodiscard]] bool has_identity(model::FigureIndex figure) const {
        const auto in = [figure](const std::vector<model::FigureIndex>& side) { return std::find(side.begin(), side.end(), figure) != side.end(); };
        const auto& tables = document_.format->tables;
        return std::any_of(tables.begin(), tables.end(), [&](const model::TableSpec& table) {
            return std::any_of(table.identities.begin(), table.identities.end(), [&](const model::Identity& identity) { return in(identity.left) || in(identity.right); });
        });
    }

    void mutate_figures() {
        for (std::size_t i = 0; document_.format != nullptr && i < document_.figures.size(); ++i) {
            const model::Figure& figure = document_.figures[i];
            if (figure.state != model::FigureState::value) continue;
            const std::string wrong = (figure.value + Decimal::of(1)).to_string();
            Mutant mutant{MutantKind::figure, document_.format->figures[i].id, figure.value.to_string() + " → " + wrong, 0, has_identity(static_cast<model::FigureIndex>(i)), {}, {}};
            add(std::move(mutant), {figure.span, wrong}, std::pair{document_.format->figures[i].id, figure.value});
        }
    }

    void mutate_claims() {
        for (const model::Claim& claim : document_.claims) {
            if (claim.kind != model::ClaimKind::number || claim.number.empty()) continue;
            const std::string written{base_.source.slice(claim.number)};
            const auto value = Decimal::read(written);
            if (!value) continue;  // Chinese numerals are left alone
            const std::string wrong = (*value + Decimal::of(1)).to_string();
            add({MutantKind::claim, std::string{claim.quantity}, written + " → " + wrong, 0, false, {}, {}}, {claim.number, wrong});
        }
    }

    void mutate_sections() {
        const auto end = static_cast<std::uint32_t>(base_.source.utf8().size());
        for (std::size_t i = 0; i < document_.sections.size(); ++i) {
            const model::Section& section = document_.sections[i];
            const std::uint32_t next = i + 1 < document_.sections.size() ? document_.sections[i + 1].heading.begin : end;
            if (section.spec != nullptr) add({MutantKind::section, section.spec->id, "−", 0, false, {}, {}}, {{section.heading.begin, next}, {}});
        }
    }

    const BoundReport& base_;
    const model::Document& document_;
    Workbench bench_;
    script::RuleRunner runner_;
    MutationResult& result_;
    std::set<std::string> known_;
};

}  // namespace

MutationResult mutate(const Workbench& bench, const std::string& name, const BoundReport& base) {
    MutationResult result;
    result.base = name;
    Mutator{bench, base, result}.run();
    return result;
}

}  // namespace gouji::kit
