// SPDX-License-Identifier: Apache-2.0
#include "engine/script/place.hpp"

#include <algorithm>

#include "engine/script/excerpt.hpp"
#include "engine/script/prose_text.hpp"
#include "engine/script/table_index.hpp"
#include "grammar/text/utf8.hpp"

namespace gouji::script {

using finding::Place;
using text::LightText;
using model::Document;
using text::Span;

namespace {

constexpr std::size_t longest_label = 90;  // bytes

// Folded text on one line, short enough for a label.
LightText label_from(std::string_view folded) {
    folded = trim_lines(folded);
    if (folded.size() <= longest_label && folded.find('\n') == std::string_view::npos && text::is_utf8(folded)) return folded;
    std::string line = readable(folded, longest_label);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

// A table that is not there is looked for in its section, a section that is not there at the title.
Span span_of_table(const Document& document, const model::Table& table) {
    if (!table.span.empty()) return table.span;
    const model::Section* section = document.find_section(table.spec->section);
    return section != nullptr ? section->heading : place_span(document, title_place);
}

Place place_of_prose(ReportFacts& facts, text::FoldedSpan prose, std::string_view label) {
    return {facts.tree().source_of(prose), logical_section(facts, facts.section_at(prose.begin)), label_from(label)};
}

Place place_of_prose(ReportFacts& facts, text::FoldedSpan prose) { return place_of_prose(facts, prose, facts.tree().prose_of(prose)); }

Place place_of_section(ReportFacts& facts, std::uint32_t index) {
    const Document& document = facts.document();
    if (index == facts.lead()) return {place_span(document, title_place), "document", label_from(document.title)};
    const model::Section& section = document.sections[index];
    return {section.heading, logical_section(facts, index), label_from(document.source->slice(section.title))};
}

Place place_of_table(const ReportFacts& facts, const model::Table& table) {
    return {span_of_table(facts.document(), table), LightText::lasting(table.spec->section_key), LightText::lasting(table.spec->name.text)};
}

Place place_of_defect(const ReportFacts& facts, std::uint32_t index) {
    const model::Table& table = table_of_defect(facts.document(), index);
    const model::Defect& defect = defect_at(facts.document(), index);
    Place place = place_of_table(facts, table);
    if (!defect.span.empty()) place.span = defect.span;
    if (const std::string& label = defect.expected.empty() ? defect.found : defect.expected; !label.empty()) place.label = label;
    return place;
}

// The total where there is one, else the first cell that is there.
Place place_of_identity(ReportFacts& facts, std::uint32_t index) {
    const model::Identity& identity = *facts.judgements()[index].identity;
    const auto& first = identity.right_is_total ? identity.right : identity.left;
    const auto& rest = identity.right_is_total ? identity.left : identity.right;
    const auto is_there = [&](model::FigureIndex i) { return !facts.document().figures[i].span.empty(); };
    auto there = std::find_if(first.begin(), first.end(), is_there);
    if (there == first.end()) {
        there = std::find_if(rest.begin(), rest.end(), is_there);
        if (there == rest.end()) there = first.empty() ? rest.begin() : first.begin();
    }
    Place place = place_of_figure(facts, *there);
    place.logical = LightText::lasting(identity.key);
    if (!identity.right_is_total) place.label = LightText::lasting(identity.label.text);
    return place;
}

Place place_of_sum(ReportFacts& facts, std::uint32_t index) {
    const model::AggregateSpec& spec = facts.document().format->aggregates[index];
    Place place = place_of_figure(facts, spec.totals.front());
    place.logical = LightText::lasting(spec.id);
    place.label = LightText::lasting(spec.label);
    return place;
}

Place place_of_source(const ReportFacts& facts, Span span) {
    return {span, logical_section(facts, facts.section_at_source(span.begin)), label_from(facts.document().source->slice(span))};
}

Place place_of_breakdown(ReportFacts& facts, std::uint32_t index) {
    const grammar::Breakdown& breakdown = facts.tree().breakdowns[index];
    text::FoldedSpan prose = facts.tree().quantities[breakdown.whole].prose;
    for (const std::uint32_t part : breakdown.parts) {
        prose.begin = std::min(prose.begin, facts.tree().quantities[part].prose.begin);
        prose.end = std::max(prose.end, facts.tree().quantities[part].prose.end);
    }
    return place_of_prose(facts, prose);
}

Place place_of_date(ReportFacts& facts, std::uint32_t index) {
    const auto& dates = facts.tree().dates;
    return place_of_prose(facts, index < dates.size() ? dates[index].prose : facts.document().published->prose);
}

Place place_of_range(ReportFacts& facts, std::uint32_t index) {
    const auto& ranges = facts.tree().date_ranges;
    return index < ranges.size() ? place_of_prose(facts, ranges[index].prose) : place_of_source(facts, facts.document().period->span);
}

Span span_of_figure(const Document& document, model::FigureIndex index) {
    const model::Figure& figure = document.figures[index];
    if (!figure.span.empty() || figure.state != model::FigureState::absent) return figure.span;
    return span_of_table(document, document.tables[document.format->figures[index].table]);
}

// A heading's number with what parts it from the title; empty before a title that has none.
Span span_of_number(const model::Section& section) {
    const std::uint32_t begin = section.heading.begin;
    return {begin, section.number.style == grammar::Numbering::absent ? begin : std::max(begin, section.title.begin)};
}

}  // namespace

// What the title lacks is shown at the title, and a title that is not there at the first line.
Span place_span(const Document& document, PlaceIndex place) {
    if (place >= first_number_place) return span_of_number(document.sections[place - first_number_place]);
    Span span = document.title_span;
    if (place == year_place && !document.year_span.empty()) span = document.year_span;
    if (place == agency_place && !document.agency_span.empty()) span = document.agency_span;
    if (place == published_place && document.published) span = document.tree->source_of(document.published->prose);
    if (!span.empty()) return span;
    for (const grammar::Paragraph& paragraph : document.tree->paragraphs) {
        if (!paragraph.span.empty()) return paragraph.span;
    }
    return document.source->line_span(1);
}

LightText logical_section(const ReportFacts& facts, std::uint32_t section) {
    if (section >= facts.document().sections.size() || facts.document().sections[section].spec == nullptr) return "document";
    return LightText::lasting(facts.document().sections[section].spec->key);
}

Place place_of_figure(ReportFacts& facts, model::FigureIndex index) {
    const Document& document = facts.document();
    const model::FigureSpec& spec = document.format->figures[index];
    return {span_of_figure(document, index), LightText::lasting(spec.id), LightText::lasting(spec.label)};
}

Span span_of(ReportFacts& facts, View view) {
    switch (view.kind) {
        case ViewKind::place: return place_span(facts.document(), static_cast<PlaceIndex>(view.index));
        case ViewKind::figure: return span_of_figure(facts.document(), static_cast<model::FigureIndex>(view.index));
        case ViewKind::mark: return facts.tree().marks[view.index].span;
        default: return place_of(facts, view).span;
    }
}

Quantity quantity_of(const Document& document, View view) {
    if (view.kind == ViewKind::figure) return figure_quantity(document, static_cast<model::FigureIndex>(view.index));
    if (view.kind == ViewKind::sum) return sum_quantity(document, document.format->aggregates[view.index]);
    return {};
}

model::Decimal claim_number(const Document& document, const model::Claim& claim) {
    if (claim.tree_quantity == grammar::none) return claim.value;
    return in_own_unit(document.tree->quantities[claim.tree_quantity], claim.value);
}

Place place_of(ReportFacts& facts, View view) {
    const Document& document = facts.document();
    const grammar::Tree& tree = facts.tree();
    switch (view.kind) {
        case ViewKind::document: return {place_span(document, title_place), "document", label_from(document.title)};
        case ViewKind::place: {
            const Span span = place_span(document, static_cast<PlaceIndex>(view.index));
            const bool in_section = view.index >= first_number_place;
            return {span, in_section ? logical_section(facts, view.index - first_number_place) : "document", label_from(document.source->slice(span))};
        }
        case ViewKind::section: return place_of_section(facts, view.index);
        case ViewKind::paragraph: return place_of_prose(facts, tree.paragraphs[view.index].prose);
        case ViewKind::sentence: return place_of_prose(facts, tree.sentences[view.index].prose);
        case ViewKind::table: return place_of_table(facts, document.tables[view.index]);
        case ViewKind::defect: return place_of_defect(facts, view.index);
        case ViewKind::figure: return place_of_figure(facts, static_cast<model::FigureIndex>(view.index));
        case ViewKind::sum: return place_of_sum(facts, view.index);
        case ViewKind::identity: return place_of_identity(facts, view.index);
        case ViewKind::claim: {
            Place place = place_of_source(facts, document.claims[view.index].span);
            place.logical = logical_section(facts, facts.section_at(tree.sentences[document.claims[view.index].sentence].prose.begin));
            return place;
        }
        case ViewKind::hit: return place_of_prose(facts, document.hits[view.index].prose);
        case ViewKind::number: return place_of_prose(facts, tree.quantities[view.index].prose);
        case ViewKind::breakdown: return place_of_breakdown(facts, view.index);
        case ViewKind::step: return place_of_prose(facts, tree.steps[view.index].prose);
        case ViewKind::mark: return place_of_source(facts, tree.marks[view.index].span);
        case ViewKind::date: return place_of_date(facts, view.index);
        case ViewKind::date_range: return place_of_range(facts, view.index);
        default: return {place_span(document, title_place), "document", {}};
    }
}

}  // namespace gouji::script
