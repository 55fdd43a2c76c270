// SPDX-License-Identifier: Apache-2.0
// What a candidate is worth: drops the ones that speak of something else and names the scope of those that cannot be compared
// (last year, a part, a sum of several quantities …). Precision first: what is not clear is not comparable.
#pragma once

#include <vector>

#include "engine/binding/claim_matcher.hpp"

namespace gouji::binding {

struct ScopeInput {
    const SentenceView& sentence;
    const ClaimPatterns& patterns;
    const model::Document& document;
    const ClassSet& paragraph;      // classes of words in the paragraph so far, with those of the sub-heading above
    std::uint32_t sentence_index = 0;
};

void judge_scope(const ScopeInput& input, std::vector<Candidate>& candidates);

}  // namespace gouji::binding
