// SPDX-License-Identifier: Apache-2.0
#include "engine/script/document_facts.hpp"

#include "engine/script/fact_bits.hpp"
#include "engine/script/names.hpp"

namespace gouji::script {

namespace {

struct NamedFact {
    std::string name;
    FactMask mask;
};

template <class Enum>
void add_names(std::vector<NamedFact>& out, std::string_view group, unsigned at, unsigned count) {
    for (unsigned i = 0; i < count; ++i) {
        const auto value = static_cast<Enum>(i);
        out.push_back({std::string{group}.append(".").append(name_of(value)), bit_of(at, value)});
    }
}

const std::vector<NamedFact>& all_facts() {
    static const std::vector<NamedFact> facts = [] {
        std::vector<NamedFact> out;
        add_names<model::FigureState>(out, "figures", figures_at, figure_count);
        add_names<model::TableState>(out, "tables", tables_at, table_count);
        add_names<model::DefectKind>(out, "defects", defects_at, defect_count);
        add_names<grammar::MarkKind>(out, "marks", marks_at, mark_count);
        add_names<model::Verdict>(out, "identities", verdicts_at, verdict_count);
        add_names<model::ClaimKind>(out, "claims", claims_at, claim_count);
        for (std::size_t i = 0; i < single_facts.size(); ++i) out.push_back({std::string{single_facts[i]}, bit_of(singles_at, i)});
        return out;
    }();
    return facts;
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

FactMask facts_of(ReportFacts& facts) { return table_facts(facts) | section_facts(facts) | prose_facts(facts); }

}  // namespace gouji::script
