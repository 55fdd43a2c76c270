// SPDX-License-Identifier: Apache-2.0
// Quantity: a figure, or the sum over a group of rows, with a value that a claim can be compared with. No Lua.
#pragma once

#include <vector>

#include "engine/model/document.hpp"

namespace gouji::script {

struct Quantity {
    model::FigureState state = model::FigureState::absent;
    model::Decimal value;                        // with state value
    std::vector<model::FigureIndex> operands;    // what was added up; the figure itself for a figure
};

[[nodiscard]] Quantity figure_quantity(const model::Document& document, model::FigureIndex figure);

// A row whose total is not there or blank counts with the sum of its parts, where all of them can be read. Blank cells count
// as zero; where everything is blank, so is the sum. `unbound` where an operand is not readable.
[[nodiscard]] Quantity sum_quantity(const model::Document& document, const model::AggregateSpec& sum);

// Whether a claim and a figure or sum say the same, in the units of both. An approximate claim agrees with what it could
// have been rounded from; nothing contradicts a quantity that has no value.
[[nodiscard]] bool agrees(const model::Document& document, const model::Claim& claim, const Quantity& quantity);

// Whether it says something else: for one that there are some or none, whether there are.
[[nodiscard]] bool contradicts(const model::Document& document, const model::Claim& claim, const Quantity& quantity);

}  // namespace gouji::script
