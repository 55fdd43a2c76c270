// SPDX-License-Identifier: Apache-2.0
// SentenceView: one sentence with the lexicon's words and the quantities in it, and what may part two words of a pattern.
// A view into the tree and the hits; reused from sentence to sentence. Offsets are those of Tree::prose.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/binding/claim_patterns.hpp"
#include "grammar/tree.hpp"

namespace gouji::binding {

struct Word {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint16_t phrase = 0;
    bool shielded = false;  // inside a longer word that shields it: 申请 in 申请人. It counts as context only
};

class SentenceView {
public:
    SentenceView(const grammar::Tree& tree, const ClaimPatterns& patterns)
        : tree_{tree}, patterns_{patterns}, prose_{tree.prose.chars()}, classes_{patterns.class_count()} {}

    // `hits` are those inside this sentence, ordered by begin.
    void set(const grammar::Sentence& sentence, std::span<const model::PhraseIndex::Hit> hits);

    [[nodiscard]] grammar::FoldedSpan span() const { return sentence_->prose; }
    [[nodiscard]] const std::vector<Word>& words() const { return words_; }
    [[nodiscard]] const ClassSet& classes() const { return classes_; }
    [[nodiscard]] std::uint32_t first_quantity() const { return sentence_->first_quantity; }
    [[nodiscard]] std::uint32_t quantity_end() const { return sentence_->first_quantity + sentence_->quantity_count; }
    [[nodiscard]] const grammar::Quantity& quantity(std::uint32_t index) const { return tree_.quantities[index]; }
    // The words from the first one at or behind `at` on.
    [[nodiscard]] std::span<const Word> words_from(std::uint32_t at) const;
    // The first quantity at or behind `at`; grammar::none where there is none.
    [[nodiscard]] std::uint32_t quantity_from(std::uint32_t at) const;
    [[nodiscard]] bool quantity_inside(std::uint32_t begin, std::uint32_t end) const;

    [[nodiscard]] std::string_view text(std::uint32_t begin, std::uint32_t end) const { return prose_.substr(begin, end - begin); }
    // Only connecting words and asides in parentheses stand between.
    [[nodiscard]] bool is_connecting(std::uint32_t begin, std::uint32_t end) const;
    // Nothing that ends a clause and no number stands between, asides in parentheses left out.
    [[nodiscard]] bool is_gap(std::uint32_t begin, std::uint32_t end) const;
    // Only tail words stand between `at` and the end of the clause.
    [[nodiscard]] bool ends_clause(std::uint32_t at) const;
    // Behind the comma or colon that follows `at`; grammar::none where something else comes first.
    [[nodiscard]] std::uint32_t after_break(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t clause_begin(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t clause_end(std::uint32_t at) const;

    // A word of this class, not shielded, begins in the range.
    [[nodiscard]] bool has_word(ClassId id, std::uint32_t begin, std::uint32_t end) const;

private:
    const grammar::Tree& tree_;
    const ClaimPatterns& patterns_;
    std::string_view prose_;
    const grammar::Sentence* sentence_ = nullptr;
    std::vector<Word> words_;
    ClassSet classes_;
};

[[nodiscard]] bool is_clause_mark(char c);  // , ; :
// What is left of `text` without the longest of `words` it starts with; the same text where it starts with none.
[[nodiscard]] std::string_view without_prefix(std::string_view text, const std::vector<std::string>& longest_first);
[[nodiscard]] bool ends_with_any(std::string_view text, const std::vector<std::string>& words);
[[nodiscard]] bool contains_any(std::string_view text, const std::vector<std::string>& words);

}  // namespace gouji::binding
