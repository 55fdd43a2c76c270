// SPDX-License-Identifier: Apache-2.0
// Tokens of the prose: punctuation, and quantities and dates by their index in the tree. The tokens of one report stand
// in one array, each paragraph ended by its own token; sentences and clauses are built from them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/tree.hpp"

namespace gouji::grammar {

enum class TokenKind : std::uint8_t { paragraph_end, sentence_end, semicolon, clause_end, open, close, quote, quantity, date, date_range };

struct Token {
    TokenKind kind = TokenKind::clause_end;
    FoldedSpan prose;
    std::uint32_t index = 0;  // of a quantity, date or range
};

// Reads the tree's prose: gives its tokens, and appends quantities, dates, ranges and steps to the tree. What depends on
// sentences and clauses is left open.
[[nodiscard]] std::vector<Token> read_tokens(std::string_view source, Tree& tree);

}  // namespace gouji::grammar
