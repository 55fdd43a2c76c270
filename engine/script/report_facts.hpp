// SPDX-License-Identifier: Apache-2.0
// ReportFacts: what several rules ask of one document, worked out once and only when asked: which identities fail, the
// suspects of a table, hits by phrase set, which section a place belongs to. Refers to the document; knows no Lua and no rule.
#pragma once

#include <optional>
#include <span>
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

    // Indices into Document::hits, in text order.
    [[nodiscard]] std::span<const std::uint32_t> hits_of(std::uint16_t set);

    // Sections are counted from 0; lead() is the text before the first.
    [[nodiscard]] std::uint32_t lead() const { return static_cast<std::uint32_t>(document_->sections.size()); }
    [[nodiscard]] std::uint32_t section_at(std::uint32_t prose_offset);    // headings belong to their sections
    [[nodiscard]] std::uint32_t section_at_source(std::uint32_t offset) const;
    [[nodiscard]] text::FoldedSpan prose_of_section(std::uint32_t section);  // without its heading
    // Paragraphs that have text in `prose`: first and end.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> paragraphs_in(text::FoldedSpan prose) const;

private:
    [[nodiscard]] std::uint32_t find_lead_end() const;
    void index_hits();

    const model::Document* document_ = nullptr;
    std::size_t phrase_sets_ = 0;
    bool judged_ = false;
    bool indexed_ = false;
    std::vector<model::Judgement> judgements_;
    std::vector<std::optional<std::vector<model::Correction>>> suspects_;
    std::vector<std::optional<Quantity>> sums_;
    std::vector<std::uint32_t> first_hit_;  // by set, one more at the end
    std::vector<std::uint32_t> hits_;
    std::optional<FactMask> facts_;
    std::optional<std::uint32_t> lead_end_;
};

}  // namespace gouji::script
