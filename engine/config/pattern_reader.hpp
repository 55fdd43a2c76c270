// SPDX-License-Identifier: Apache-2.0
// Reads the patterns of claims.toml: "$收到 … $申请 N". Knows the notation (engine/model/lexicon.hpp), no phrase.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/lexicon.hpp"
#include "grammar/text/problem.hpp"

namespace gouji::config {

using WordClasses = std::map<std::string, std::vector<std::string>>;

struct PatternTrouble {
    text::Bilingual message;
    std::string unknown_class;  // a $name that is not defined; else empty
};

// The alternatives of one item of a word list, in folded form: "收到|$新收".
[[nodiscard]] tl::expected<std::vector<std::string>, PatternTrouble> read_words(std::string_view written, const WordClasses& classes);

[[nodiscard]] tl::expected<model::ClaimPattern, PatternTrouble> read_pattern(std::string_view written, model::ClaimPattern::Says says,
                                                                           const WordClasses& classes);

}  // namespace gouji::config
