// SPDX-License-Identifier: Apache-2.0
// ReportFacts: what several rules ask of one document, worked out once and only when asked: which identities fail, the
// suspects of a table, hits by phrase set, which section a place belongs to. Refers to the document; knows no Lua and no rule.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/model/document.hpp"
#include "engine/model/identity.hpp"
#include "engine/script/document_facts.hpp"
#include "engine/script/quantity.hpp"

namespace gouji::script {

class ReportFacts {
public:
    // Begins a report; `document` must live until the next call.
    void begin(const model::Document& document, std::size_t phrase_sets);

    [[nodiscard]] const model::Document& document() const { return *document_; }
    [[nodiscard]] const grammar::Tree& tree() const { return *document_->tree; }

    // Identities of all kinds that do not hold, in format order.
    [[nodiscard]] const std::vector<model::Judgement>& judgements();
    [[nodiscard]] FactMask facts();
    // For the table that the identity belongs to.
    [[nodiscard]] std::size_t table_of(const model::Identity& identity) const;
    [[nodiscard]] const std::vector<model::Correction>& suspects(std::size_t table);

    // Of the document's format, by index of the sum.
    [[nodiscard]] const Quantity& sum(std::size_t index);

    // By the sum's name; null where the document's format has none of that name.
    [[nodiscard]] const Quantity* sum_named(std::string_view name);
    // Comparable claims whose figure or sum says something else: indices into Document::claims.
    [[nodiscard]] const std::vector<std::uint32_t>& contradictions();

    // Indices into Document::hits, in text order; of those in a part of the prose.
    [[nodiscard]] std::span<const std::uint32_t> hits_of(std::uint16_t set);
    [[nodiscard]] std::span<const std::uint32_t> hits_in(std::uint16_t set, text::FoldedSpan prose);

    // Indices into Tree::steps, without those in a table that lost its cells but was read: its rows are numbered, too.
    [[nodiscard]] const std::vector<std::uint32_t>& steps();

    // Punctuation in the lines of a table that lost its cells parts them; it is none of the prose.
    [[nodiscard]] bool parts_cells(const grammar::Mark& mark) const;

    // Indices into Document::sections, without those of a table of contents.
    [[nodiscard]] const std::vector<std::uint32_t>& outline();
    [[nodiscard]] std::vector<const model::SectionSpec*>& scratch_specs() { return scratch_specs_; }

    // Sections are counted from 0; lead() is the text before the first.
    [[nodiscard]] std::uint32_t lead() const { return static_cast<std::uint32_t>(document_->sections.size()); }
    [[nodiscard]] std::uint32_t section_at(std::uint32_t prose_offset);    // headings belong to their sections
    [[nodiscard]] std::uint32_t section_at_source(std::uint32_t offset) const;
    [[nodiscard]] text::FoldedSpan prose_of_section(std::uint32_t section);  // without its heading
    [[nodiscard]] std::uint32_t length_of_section(std::uint32_t section);    // in characters, line ends left out
    // Paragraphs that have text in `prose`: first and end.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> paragraphs_in(text::FoldedSpan prose) const;

private:
    [[nodiscard]] std::uint32_t find_lead_end() const;
    [[nodiscard]] bool is_contradicted(const model::Claim& claim);
    [[nodiscard]] bool stands_in_table(const grammar::Step& step) const;
    void index_hits();

    const model::Document* document_ = nullptr;
    std::size_t phrase_sets_ = 0;
    bool judged_ = false;
    bool indexed_ = false;
    std::vector<model::Judgement> judgements_;
    std::vector<std::optional<std::vector<model::Correction>>> suspects_;
    std::vector<std::optional<Quantity>> sums_;
    std::unordered_map<const model::Format*, std::unordered_map<std::string_view, std::size_t>> sum_names_;  // formats outlive the facts
    bool compared_ = false;
    std::vector<std::uint32_t> contradictions_;
    bool outlined_ = false;
    std::vector<std::uint32_t> outline_;
    std::vector<std::optional<std::uint32_t>> lengths_;  // of sections, the lead last
    bool stepped_ = false;
    std::vector<std::uint32_t> steps_;
    std::vector<const model::SectionSpec*> scratch_specs_;
    std::vector<std::uint32_t> first_hit_;  // by set, one more at the end
    std::vector<std::uint32_t> hits_;
    std::optional<FactMask> facts_;
    std::optional<std::uint32_t> lead_end_;
};

}  // namespace gouji::script
