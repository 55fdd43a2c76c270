// SPDX-License-Identifier: Apache-2.0
// Claims of the prose: the lexicon's patterns, sentence by sentence.
#include <algorithm>

#include "engine/binding/claim_matcher.hpp"
#include "engine/binding/claim_scope.hpp"
#include "engine/binding/parts.hpp"

namespace gouji::binding {

using grammar::Paragraph;
using grammar::Quantity;
using grammar::Sentence;
using model::Claim;
using model::Document;
using model::PhraseIndex;

namespace {

constexpr std::uint32_t longest_sentence = 12'000;  // bytes: four thousand characters without an end are no sentence

using Hits = std::vector<PhraseIndex::Hit>;

class ClaimBinder {
public:
    ClaimBinder(Document& document, const ClaimPatterns& patterns, const Hits& words)
        : document_{document},
          tree_{*document.tree},
          patterns_{patterns},
          words_{words},
          sentence_{tree_, patterns},
          heading_{patterns.class_count()},
          paragraph_{patterns.class_count()} {}

    void bind() {
        for (std::uint32_t i = 0; i < tree_.sentences.size(); ++i) bind_sentence(i);
    }

private:
    void bind_sentence(std::uint32_t index) {
        const Sentence& sentence = tree_.sentences[index];
        if (index == 0 || sentence.paragraph != tree_.sentences[index - 1].paragraph) enter_paragraph(sentence.paragraph);
        const auto hits = hits_inside(sentence);
        if (hits.empty() || sentence.prose.size() > longest_sentence || is_run_together_table(sentence)) return;
        sentence_.set(sentence, hits);
        paragraph_.add(sentence_.classes());
        if (is_heading_) heading_.add(sentence_.classes());
        match_patterns(sentence_, patterns_, candidates_);
        if (candidates_.empty()) return;
        judge_scope({sentence_, patterns_, document_, paragraph_, index}, candidates_);
        drop_strays();
        mark_parts();
        inherit_scope(sentence);
        for (const Candidate& candidate : candidates_) add_claim(candidate, index);
    }

    // A sub-heading's words are context of the paragraphs below it, up to the next one.
    void enter_paragraph(std::uint32_t index) {
        const Paragraph& paragraph = tree_.paragraphs[index];
        is_heading_ = paragraph.number.style != grammar::Numbering::absent && paragraph.sentence_count <= 1;
        if (is_heading_) heading_.clear();
        paragraph_ = heading_;
        last_scope_ = {};
    }

    std::span<const PhraseIndex::Hit> hits_inside(const Sentence& sentence) {
        while (next_ < words_.size() && words_[next_].begin < sentence.prose.begin) ++next_;
        const std::size_t first = next_;
        while (next_ < words_.size() && words_[next_].begin < sentence.prose.end) ++next_;
        return {words_.data() + first, next_ - first};
    }

    // The text of a table whose cells ran together holds no statements.
    [[nodiscard]] bool is_run_together_table(const Sentence& sentence) const {
        return std::any_of(document_.tables.begin(), document_.tables.end(), [&](const model::Table& table) {
            return table.state == model::TableState::unreadable && !table.span.empty() &&
                   table.span.overlaps(tree_.source_of(sentence.prose));
        });
    }

    [[nodiscard]] std::string_view quantity_of(const Candidate& candidate) const {
        return patterns_.meaning(candidate.spec, document_.format).quantity;
    }

    // Drops what has to follow a claim about another quantity, and does not; what does follow shares its scope.
    void drop_strays() {
        std::string_view leader, scope;
        std::erase_if(candidates_, [&](Candidate& candidate) {
            const auto& after = patterns_.spec(candidate.spec).source->context.after;
            if (after.empty()) {
                leader = quantity_of(candidate);
                scope = candidate.scope;
                return false;
            }
            if (candidate.scope.empty()) candidate.scope = scope;
            return std::find(after.begin(), after.end(), leader) == after.end();
        });
    }

    // Several numbers of one quantity in one sentence: the one called the total is the whole, the others are parts.
    void mark_parts() {
        std::vector<std::size_t> parts;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            for (std::size_t j = 0; j < candidates_.size(); ++j) {
                if (is_part_beside(candidates_[i], candidates_[j], j < i)) parts.push_back(i);
            }
        }
        for (const std::size_t part : parts) candidates_[part].scope = "part";
    }

    // 其中予以公开…: what the sentence before it counted is meant, in that sentence's scope.
    void inherit_scope(const Sentence& sentence) {
        const std::string_view text = tree_.prose_of(sentence.prose);
        const bool goes_on = without_prefix(text, patterns_.continues).size() != text.size();
        for (Candidate& candidate : candidates_) {
            if (goes_on && candidate.scope.empty()) candidate.scope = last_scope_;
        }
        if (!candidates_.empty()) last_scope_ = candidates_.front().scope;
    }

    [[nodiscard]] bool is_part_beside(const Candidate& candidate, const Candidate& other, bool other_is_earlier) const {
        if (!candidate.scope.empty() || !differ(candidate, other)) return false;
        if (other.scope == "part") return other_is_earlier && !is_called_total(candidate);
        return other.scope.empty() && (!is_called_total(candidate) || is_called_total(other));
    }

    [[nodiscard]] bool differ(const Candidate& a, const Candidate& b) const {
        return a.quantity != grammar::none && b.quantity != grammar::none && quantity_of(a) == quantity_of(b) &&
               tree_.quantities[a.quantity].value != tree_.quantities[b.quantity].value;
    }

    [[nodiscard]] bool is_called_total(const Candidate& candidate) const {
        return contains_any(sentence_.text(sentence_.clause_begin(candidate.begin), candidate.end), patterns_.totals);
    }

    void add_claim(const Candidate& candidate, std::uint32_t sentence) {
        const auto meaning = patterns_.meaning(candidate.spec, document_.format);
        Claim claim;
        claim.quantity = meaning.quantity;
        claim.figure = meaning.figure;
        claim.scope = candidate.scope.empty() && document_.format != nullptr && !meaning.known ? "format" : candidate.scope;
        claim.comparable = claim.scope.empty();
        claim.sentence = sentence;
        claim.span = tree_.source_of({candidate.begin, candidate.end});
        switch (candidate.says) {
            case ClaimPatterns::Says::none: claim.kind = model::ClaimKind::none; break;
            case ClaimPatterns::Says::exists: claim.kind = model::ClaimKind::exists; break;
            case ClaimPatterns::Says::number: add_number(claim, candidate.quantity); break;
        }
        document_.claims.push_back(claim);
    }

    void add_number(Claim& claim, std::uint32_t index) const {
        const Quantity& quantity = tree_.quantities[index];
        claim.kind = model::ClaimKind::number;
        claim.value = quantity.value;
        claim.unit = tree_.prose_of(quantity.unit);
        claim.approximate = quantity.qualifier != grammar::Qualifier::none;
        claim.number = tree_.source_of(quantity.number);
        claim.tree_quantity = index;
    }

    Document& document_;
    const grammar::Tree& tree_;
    const ClaimPatterns& patterns_;
    const Hits& words_;
    std::size_t next_ = 0;
    SentenceView sentence_;
    ClassSet heading_;
    ClassSet paragraph_;
    bool is_heading_ = false;
    std::string_view last_scope_;  // of the first claim of the last sentence that has any
    std::vector<Candidate> candidates_;
};

}  // namespace

void bind_claims(Document& document, const Knowledge& knowledge, const Hits& words) {
    if (knowledge.patterns != nullptr) ClaimBinder{document, *knowledge.patterns, words}.bind();
}

}  // namespace gouji::binding
