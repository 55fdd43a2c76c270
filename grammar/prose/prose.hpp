// SPDX-License-Identifier: Apache-2.0
// Prose: sentences, clauses, breakdowns. From the tokens of the prose to the arrays of the tree that rules read.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "grammar/prose/tokens.hpp"
#include "grammar/tree.hpp"

namespace gouji::grammar {

// Fills sentences, quantities, dates, ranges, breakdowns and steps of a tree whose paragraphs are there.
void build_prose(std::string_view source, Tree& tree);

// Breakdowns among the quantities of one sentence. `tokens` are the sentence's.
void find_breakdowns(std::span<const Token> tokens, FoldedSpan sentence, Tree& tree);

}  // namespace gouji::grammar
