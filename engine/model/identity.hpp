// SPDX-License-Identifier: Apache-2.0
// Identities (勾稽关系) of a document's tables: which hold, which are broken, which cannot be decided - and the smallest
// set of figures that would mend the broken ones. Pure arithmetic on figures; what to say about it is left to rules.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/model/document.hpp"

namespace gouji::model {

// holds        both sides are equal, or there is nothing to compare (total blank; all summands blank; a text in a cell)
// broken       every operand could be read (blank and mark count as zero) and the sides differ
// undecidable  the sides differ as far as they can be read, and an operand is unbound or absent, though not all of its side
enum class Verdict : std::uint8_t { holds, broken, undecidable };

struct Judgement {
    const Identity* identity = nullptr;
    Verdict verdict = Verdict::holds;
    Decimal left_sum;   // of what could be read
    Decimal right_sum;
};

// Every identity of `kind` that does not hold, in format order; all kinds where `kind` is empty.
[[nodiscard]] std::vector<Judgement> judge_identities(const Document& document, std::string_view kind = {});

struct Correction {
    FigureIndex figure = no_figure;
    Decimal value;
};

// The smallest set of figures (at most three) of `table` whose change to these values satisfies every identity of the
// table, where that set and its values are unique and whole, non-negative numbers (as the figure's kind allows); empty otherwise.
[[nodiscard]] std::vector<Correction> find_suspects(const Document& document, const TableSpec& table);

}  // namespace gouji::model
