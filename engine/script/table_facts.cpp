// SPDX-License-Identifier: Apache-2.0
// What the tables tell. Negative: where the column is no change against last year. A fraction: where it is no amount.
#include "engine/script/fact_bits.hpp"

namespace gouji::script {

namespace {

using model::Document;
using model::Figure;
using model::FigureKind;
using model::FigureState;

FactMask facts_of_value(const Figure& figure, const model::FigureSpec& spec) {
    FactMask out = 0;
    if (!figure.value.is_zero()) {
        out |= bit_if(figure.value.is_negative() && spec.kind != FigureKind::change, Fact::figures_negative);
        out |= bit_if(spec.kind == FigureKind::amount, Fact::figures_amount);
        out |= bit_if(spec.kind != FigureKind::amount && !figure.value.is_whole(), Fact::figures_fraction);
    }
    return out | bit_if(!figure.unit.empty() && figure.unit != spec.unit, Fact::figures_other_unit);
}

FactMask facts_of_figures(const Document& document) {
    FactMask out = 0;
    for (std::size_t i = 0; i < document.figures.size(); ++i) {
        const Figure& figure = document.figures[i];
        out |= bit_of(figures_at, figure.state);
        if (figure.state == FigureState::value && !(figure.value.is_zero() && figure.unit.empty())) out |= facts_of_value(figure, document.format->figures[i]);
    }
    return out;
}

// Which versions of the format the tables that were read follow.
FactMask facts_of_versions(const Document& document) {
    FactMask out = 0;
    const model::Format* first = nullptr;
    for (const model::Table& table : document.tables) {
        if (table.state != model::TableState::read || table.own_format == nullptr) continue;
        if (first == nullptr) first = table.own_format;
        out |= bit_if(table.own_format->id != first->id, Fact::tables_mixed);
        out |= bit_if(document.required_format != nullptr && table.own_format->id != document.required_format->id, Fact::tables_other_format);
    }
    return out;
}

}  // namespace

FactMask table_facts(ReportFacts& facts) {
    const Document& document = facts.document();
    FactMask out = facts_of_figures(document) | facts_of_versions(document);
    for (const model::Table& table : document.tables) {
        out |= bit_of(tables_at, table.state);
        for (const model::Defect& defect : table.defects) out |= bit_of(defects_at, defect.kind);
    }
    for (const model::Judgement& judgement : facts.judgements()) out |= bit_of(verdicts_at, judgement.verdict);
    return out;
}

}  // namespace gouji::script
