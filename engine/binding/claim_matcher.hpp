// SPDX-License-Identifier: Apache-2.0
// Matching the lexicon's patterns in one sentence. Gives candidates: which pattern stands where, with which number. What they
// are worth is decided in claim_scope. Knows no phrase; owns nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/binding/claim_sentence.hpp"

namespace gouji::binding {

struct Candidate {
    std::uint16_t spec = 0;
    ClaimPatterns::Says says = ClaimPatterns::Says::number;
    std::uint32_t begin = 0;  // in Tree::prose
    std::uint32_t end = 0;
    std::uint32_t quantity = grammar::none;
    grammar::FoldedSpan subject;   // the word next to the number, or the last word where there is none
    bool number_first = false;     // the number stands before the words
    std::string_view scope;        // filled in by claim_scope
    bool shares_number = false;    // 均, 各: the number is meant for several quantities
};

// One candidate for each spec and number (or spec and place, where there is no number), in text order.
void match_patterns(const SentenceView& sentence, const ClaimPatterns& patterns, std::vector<Candidate>& out);

}  // namespace gouji::binding
