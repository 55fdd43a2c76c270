// SPDX-License-Identifier: Apache-2.0
// Lexicon: how prose speaks of quantities, as a pack's claims.toml says. Plain data, immutable after loading; the way it
// is applied stands in engine/binding/claims. An editor teaches a phrase here without touching C++.
//
// A pattern is a sequence of word classes; words that follow each other may be parted by connecting words only:
//     "收到|新收|受理 … 政府信息公开申请 N"      … a gap inside one clause · N the number with its unit
//     "$收到 $申请 ， [共计] N"                  $收到 a named class · ， one clause later · [ ] may be left out · 。 end of clause
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace gouji::model {

enum class PatternPart : std::uint8_t { words, gap, number, clause_break, clause_end };

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

// What a claim needs around it; empty lists ask for nothing.
struct ClaimContext {
    std::vector<std::string> never;               // words that, in the same clause, say that something else is counted
    std::vector<std::string> never_in_sentence;
    std::vector<std::string> needs_in_sentence;   // one of these
    std::vector<std::string> needs_in_paragraph;  // one of these so far, or in the sub-heading above
    std::vector<std::string> part;                // words before the number in its clause: only a part is counted
    std::vector<std::string> narrowed_by;         // behind 其中, later in the sentence: the number counts more than the quantity
    std::vector<std::string> after;               // quantities: the claim before it in the sentence has to be about one of these
};

struct ClaimSpec {
    std::vector<std::string> quantities;  // figure or aggregate ids, or names of the pack's own; the first that the format has
    std::vector<std::string> units;       // measure words that may follow the number; "" for none
    std::vector<ClaimPattern> patterns;
    ClaimContext context;
    std::string scope;                    // not empty: never comparable, for this reason
};

// Words that put what follows them out of this agency's and this year's scope: to the end of the clause, or of the sentence.
struct ScopeSpec {
    std::string id;                    // "last_year", "comparison", "subordinate", "plan" …
    std::vector<std::string> words;
    std::vector<std::string> until;    // words that end it: 本年
    bool sentence = false;             // acts on the rest of the sentence, not only on the clause
    std::vector<std::string> only_agencies;  // endings of the agency's name; empty: any
    std::vector<std::string> not_agencies;   // likewise; empty: none
};

// How a title is taken apart.
struct TitleWords {
    std::vector<std::string> connecting;  // around the year: 年度, 关于, 的
    std::vector<std::string> shared;      // an agency that ends so shares its next characters with the report's name: 人民
    std::vector<std::string> not_followed_by;  // a name that these follow is part of another document's: 年度报告格式
};

struct Lexicon {
    std::vector<ClaimSpec> claims;
    std::vector<ScopeSpec> scopes;
    std::vector<std::string> connecting;       // 共, 计, 为, 数量 …: may stand between the words of a pattern
    std::vector<std::string> tails;            // 的, 情况, 事项 …: may stand between the last word and the end of the clause
    std::vector<std::string> joiners;          // 、 和 及: before or behind the counted thing, the number is a sum of several
    std::vector<std::string> each;             // 均 各: the number is that of each of them
    std::vector<std::string> totals;           // 共 总计: of several numbers of one quantity this is the whole
    std::vector<std::string> continues;        // 其中: a sentence that begins so stays in the scope of the one before it
    std::vector<std::string> shields;          // longer words in which a pattern's word means something else: 申请人
    std::vector<std::string> period_words;     // 统计期限 …: the sentence with the statistical period
    std::vector<std::string> published_words;  // 发布时间, 发布日期
    TitleWords title;
    std::map<std::string, std::vector<std::string>> words;  // named word classes that patterns use: $申请
};

// Adds what another pack teaches.
void add_lexicon(Lexicon& all, Lexicon&& more);

}  // namespace gouji::model
