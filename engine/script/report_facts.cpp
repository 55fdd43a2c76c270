// SPDX-License-Identifier: Apache-2.0
#include "engine/script/report_facts.hpp"

#include <algorithm>

#include "engine/model/outline.hpp"
#include "engine/script/prose_text.hpp"

namespace gouji::script {

using model::Document;
using model::Section;

void ReportFacts::begin(const Document& document, std::size_t phrase_sets) {
    document_ = &document;
    phrase_sets_ = phrase_sets;
    judged_ = false;
    indexed_ = false;
    judgements_.clear();
    suspects_.clear();
    sums_.clear();
    facts_.reset();
    lead_end_.reset();
    compared_ = outlined_ = stepped_ = false;
    lengths_.assign(document.sections.size() + 1, std::nullopt);
}

FactMask ReportFacts::facts() {
    if (!facts_) facts_ = facts_of(*this);
    return *facts_;
}

const std::vector<model::Judgement>& ReportFacts::judgements() {
    if (!judged_) judgements_ = model::judge_identities(*document_);
    judged_ = true;
    return judgements_;
}

std::size_t ReportFacts::table_of(const model::Identity& identity) const {
    const auto& tables = document_->format->tables;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const auto& identities = tables[i].identities;
        if (!identities.empty() && &identity >= identities.data() && &identity < identities.data() + identities.size()) return i;
    }
    return tables.size();
}

const std::vector<model::Correction>& ReportFacts::suspects(std::size_t table) {
    suspects_.resize(document_->format->tables.size());
    auto& found = suspects_[table];
    if (!found) found = model::find_suspects(*document_, document_->format->tables[table]);
    return *found;
}

const Quantity& ReportFacts::sum(std::size_t index) {
    sums_.resize(document_->format->aggregates.size());
    auto& found = sums_[index];
    if (!found) found = sum_quantity(*document_, document_->format->aggregates[index]);
    return *found;
}

const Quantity* ReportFacts::sum_named(std::string_view name) {
    if (document_->format == nullptr) return nullptr;
    auto [names, added] = sum_names_.try_emplace(document_->format);
    const auto& sums = document_->format->aggregates;
    for (std::size_t i = 0; added && i < sums.size(); ++i) names->second.emplace(sums[i].id, i);
    const auto found = names->second.find(name);
    return found == names->second.end() ? nullptr : &sum(found->second);
}

bool ReportFacts::is_contradicted(const model::Claim& claim) {
    if (!claim.comparable) return false;
    if (claim.figure != model::no_figure) return contradicts(*document_, claim, figure_quantity(*document_, claim.figure));
    const Quantity* sum = sum_named(claim.quantity);
    return sum != nullptr && contradicts(*document_, claim, *sum);
}

const std::vector<std::uint32_t>& ReportFacts::contradictions() {
    if (compared_) return contradictions_;
    compared_ = true;
    contradictions_.clear();
    for (std::uint32_t i = 0; i < document_->claims.size(); ++i) {
        if (is_contradicted(document_->claims[i])) contradictions_.push_back(i);
    }
    return contradictions_;
}

const std::vector<std::uint32_t>& ReportFacts::outline() {
    if (!outlined_) model::find_outline(*document_, outline_);
    outlined_ = true;
    return outline_;
}

// Positions in the source are looked up only where the paragraph reaches into a table.
bool ReportFacts::stands_in_table(const grammar::Step& step) const {
    const text::Span paragraph = tree().paragraphs[step.paragraph].span;
    return std::any_of(document_->tables.begin(), document_->tables.end(), [&](const model::Table& table) {
        if (paragraph.end <= table.span.begin || paragraph.begin >= table.span.end) return false;
        const std::uint32_t at = tree().source_of(step.prose).begin;
        return table.span.begin <= at && at < table.span.end;
    });
}

const std::vector<std::uint32_t>& ReportFacts::steps() {
    if (stepped_) return steps_;
    stepped_ = true;
    steps_.clear();
    for (std::uint32_t i = 0; i < tree().steps.size(); ++i) {
        if (!stands_in_table(tree().steps[i])) steps_.push_back(i);
    }
    return steps_;
}

bool ReportFacts::parts_cells(const grammar::Mark& mark) const {
    if (mark.kind != grammar::MarkKind::doubled_punctuation && mark.kind != grammar::MarkKind::halfwidth_punctuation) return false;
    return std::any_of(document_->tables.begin(), document_->tables.end(), [&](const model::Table& table) {
        return table.grids.empty() && table.span.begin <= mark.span.begin && mark.span.begin < table.span.end;
    });
}

// By counting, so that the order of the text is kept within each set.
void ReportFacts::index_hits() {
    first_hit_.assign(phrase_sets_ + 1, 0);
    for (const model::PhraseHit& hit : document_->hits) {
        if (hit.set < phrase_sets_) ++first_hit_[hit.set + 1U];
    }
    for (std::size_t i = 1; i < first_hit_.size(); ++i) first_hit_[i] += first_hit_[i - 1];
    hits_.resize(first_hit_.back());
    for (auto i = static_cast<std::uint32_t>(document_->hits.size()); i-- > 0;) {
        const std::uint16_t set = document_->hits[i].set;
        if (set < phrase_sets_) hits_[--first_hit_[set + 1U]] = i;
    }
    // Each end was moved down to its set's beginning, one place late.
    for (std::size_t i = 0; i + 1 < first_hit_.size(); ++i) first_hit_[i] = first_hit_[i + 1];
    first_hit_.back() = static_cast<std::uint32_t>(hits_.size());
    indexed_ = true;
}

std::span<const std::uint32_t> ReportFacts::hits_of(std::uint16_t set) {
    if (!indexed_) index_hits();
    if (set >= phrase_sets_) return {};
    return {hits_.data() + first_hit_[set], hits_.data() + first_hit_[set + 1U]};
}

std::span<const std::uint32_t> ReportFacts::hits_in(std::uint16_t set, text::FoldedSpan prose) {
    const auto all = hits_of(set);
    const auto begins_before = [&](std::uint32_t offset) { return [this, offset](std::uint32_t hit) { return document_->hits[hit].prose.begin < offset; }; };
    const auto first = std::partition_point(all.begin(), all.end(), begins_before(prose.begin));
    return {first, std::partition_point(first, all.end(), begins_before(prose.end))};
}

// Where the first section's heading begins in the prose; the end of the prose where there is no section.
std::uint32_t ReportFacts::find_lead_end() const {
    const auto size = static_cast<std::uint32_t>(tree().prose.chars().size());
    if (document_->sections.empty()) return size;
    const Section& first = document_->sections.front();
    std::uint32_t low = 0;
    std::uint32_t high = std::min(first.prose.begin, size);
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (tree().source_of({middle, middle + 1}).begin < first.heading.begin) low = middle + 1;
        else high = middle;
    }
    return low;
}

text::FoldedSpan ReportFacts::prose_of_section(std::uint32_t section) {
    if (section < document_->sections.size()) return document_->sections[section].prose;
    if (!lead_end_) lead_end_ = find_lead_end();
    return {0, *lead_end_};
}

std::uint32_t ReportFacts::length_of_section(std::uint32_t section) {
    auto& length = lengths_[section];
    if (!length) length = character_count(tree().prose_of(prose_of_section(section)));
    return *length;
}

std::uint32_t ReportFacts::section_at(std::uint32_t prose_offset) {
    const auto& sections = document_->sections;
    if (prose_offset < prose_of_section(lead()).end) return lead();
    std::uint32_t section = 0;
    while (section + 1 < sections.size() && sections[section].prose.end <= prose_offset) ++section;
    return sections.empty() ? lead() : section;
}

std::uint32_t ReportFacts::section_at_source(std::uint32_t offset) const {
    std::uint32_t section = lead();
    for (std::uint32_t i = 0; i < lead() && document_->sections[i].heading.begin <= offset; ++i) section = i;
    return section;
}

std::pair<std::uint32_t, std::uint32_t> ReportFacts::paragraphs_in(text::FoldedSpan prose) const {
    const auto& all = tree().paragraphs;
    const auto first = std::partition_point(all.begin(), all.end(), [&](const grammar::Paragraph& p) { return p.prose.end <= prose.begin; });
    const auto end = std::partition_point(first, all.end(), [&](const grammar::Paragraph& p) { return p.prose.begin < prose.end; });
    return {static_cast<std::uint32_t>(first - all.begin()), static_cast<std::uint32_t>(end - all.begin())};
}

}  // namespace gouji::script
