// SPDX-License-Identifier: Apache-2.0
#include "engine/script/report_facts.hpp"

#include <algorithm>

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
}

FactMask ReportFacts::facts() {
    if (!facts_) facts_ = facts_of(*document_, judgements());
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
