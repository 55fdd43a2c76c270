// SPDX-License-Identifier: Apache-2.0
// Lexicon: how prose speaks of quantities, as a pack's claims.toml says. Plain data, immutable after loading; the way it
// is applied stands in engine/binding/claims. An editor teaches a phrase here without touching C++.
//
// A pattern is a sequence of word classes, `…` for a gap inside one clause, and N for the number with its unit:
//     "收到|新收|受理 … 政府信息公开申请 … N"
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace gouji::model {

enum class PatternPart : std::uint8_t { words, gap, number };

struct PatternElement {
    PatternPart part = PatternPart::words;
    std::vector<std::string> words;  // alternatives, for part words
    bool optional = false;
};

// One way of stating a quantity.
struct ClaimPattern {
    enum class Says : std::uint8_t { number, exists, none };
    Says says = Says::number;
    std::vector<PatternElement> elements;
    std::string written;  // the pattern as the file has it, for messages
};

struct ClaimSpec {
    std::string quantity;              // figure id, aggregate id, or a name of the pack's own
    std::vector<std::string> units;    // measure words that may follow the number
    std::vector<ClaimPattern> patterns;
    std::vector<std::string> never;    // words that, in the same clause, say that something else is counted
};

// Words that put a whole clause or sentence out of this agency's and this year's scope.
struct ScopeSpec {
    std::string id;                    // "last_year", "comparison", "subordinate", "other_matter"
    std::vector<std::string> words;
    bool sentence = false;             // acts on the rest of the sentence, not only on the clause
};

struct Lexicon {
    std::vector<ClaimSpec> claims;
    std::vector<ScopeSpec> scopes;
    std::vector<std::string> period_words;     // 统计期限 …: the sentence with the statistical period
    std::vector<std::string> published_words;  // 发布时间, 发布日期
    std::map<std::string, std::vector<std::string>> words;  // named word classes that patterns use: $申请
};

}  // namespace gouji::model
