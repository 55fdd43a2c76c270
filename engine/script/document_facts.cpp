// SPDX-License-Identifier: Apache-2.0
#include "engine/script/document_facts.hpp"

#include <array>

#include "engine/script/names.hpp"

namespace gouji::script {

namespace {

// One after the other in the mask, each as wide as its enumeration.
constexpr unsigned figures_at = 0, figure_count = 6;
constexpr unsigned negative_at = figures_at + figure_count, fraction_at = negative_at + 1;
constexpr unsigned defects_at = fraction_at + 1, defect_count = 10;
constexpr unsigned marks_at = defects_at + defect_count, mark_count = 7;
constexpr unsigned verdicts_at = marks_at + mark_count, verdict_count = 3;
constexpr unsigned claims_at = verdicts_at + verdict_count, claim_count = 3;
constexpr unsigned fact_count = claims_at + claim_count;
static_assert(fact_count <= 64);

constexpr FactMask bit(unsigned at) { return FactMask{1} << at; }

template <class Enum>
constexpr FactMask bit_of(unsigned at, Enum value) {
    return bit(at + static_cast<unsigned>(value));
}

struct NamedFact {
    std::string name;
    FactMask mask;
};

template <class Enum>
void add_names(std::vector<NamedFact>& out, std::string_view group, unsigned at, unsigned count) {
    for (unsigned i = 0; i < count; ++i) {
        out.push_back({std::string{group}.append(".").append(name_of(static_cast<Enum>(i))), bit(at + i)});
    }
}

const std::vector<NamedFact>& all_facts() {
    static const std::vector<NamedFact> facts = [] {
        std::vector<NamedFact> out;
        add_names<model::FigureState>(out, "figures", figures_at, figure_count);
        out.push_back({"figures.negative", bit(negative_at)});
        out.push_back({"figures.fraction", bit(fraction_at)});
        add_names<model::DefectKind>(out, "defects", defects_at, defect_count);
        add_names<grammar::MarkKind>(out, "marks", marks_at, mark_count);
        add_names<model::Verdict>(out, "identities", verdicts_at, verdict_count);
        add_names<model::ClaimKind>(out, "claims", claims_at, claim_count);
        return out;
    }();
    return facts;
}

// Negative: where the column is no change against last year. A fraction: where it is no amount.
FactMask facts_of(const model::Figure& figure, model::FigureKind kind) {
    FactMask out = bit_of(figures_at, figure.state);
    if (figure.state != model::FigureState::value) return out;
    if (figure.value.is_negative() && kind != model::FigureKind::change) out |= bit(negative_at);
    if (!figure.value.is_whole() && kind != model::FigureKind::amount) out |= bit(fraction_at);
    return out;
}

}  // namespace

FactMask fact_named(std::string_view name) {
    for (const NamedFact& fact : all_facts()) {
        if (fact.name == name) return fact.mask;
    }
    return 0;
}

std::vector<std::string> fact_names() {
    std::vector<std::string> out;
    for (const NamedFact& fact : all_facts()) out.push_back(fact.name);
    return out;
}

FactMask facts_of(const model::Document& document, std::span<const model::Judgement> judgements) {
    FactMask out = 0;
    for (std::size_t i = 0; i < document.figures.size(); ++i) out |= facts_of(document.figures[i], document.format->figures[i].kind);
    for (const model::Table& table : document.tables) {
        for (const model::Defect& defect : table.defects) out |= bit_of(defects_at, defect.kind);
    }
    for (const grammar::Mark& mark : document.tree->marks) out |= bit_of(marks_at, mark.kind);
    for (const model::Judgement& judgement : judgements) out |= bit_of(verdicts_at, judgement.verdict);
    for (const model::Claim& claim : document.claims) out |= bit_of(claims_at, claim.kind);
    return out;
}

}  // namespace gouji::script
