// SPDX-License-Identifier: Apache-2.0
// What mutation puts in place of a right value, and what it may expect of the rules then. Plain arithmetic on a document, kept
// apart from the engine's own search for suspects, so that the two check each other.
#pragma once

#include <vector>

#include "engine/model/document.hpp"

namespace gouji::kit {

// One more, one less, a nought too many, digits in another order; as far as the figure's kind allows them.
[[nodiscard]] std::vector<text::Decimal> wrong_figures(text::Decimal value, model::FigureKind kind);
// One more, and eleven times as much or so; an approximate number far from the truth.
[[nodiscard]] std::vector<text::Decimal> wrong_claims(const model::Document& document, const model::Claim& claim);

[[nodiscard]] bool in_identity(const model::Format& format, model::FigureIndex figure);
// How many figures of the table would, each by itself, make every identity of it hold again.
[[nodiscard]] std::size_t single_explanations(const model::Document& document, const model::TableSpec& table);

// Whether the claim counts something that the tables have, read, as a figure or a sum of figures.
[[nodiscard]] bool has_figure(const model::Document& document, const model::Claim& claim);
// Whether `value` is what another figure of the claim's column says, or two of them together.
[[nodiscard]] bool borne_out(const model::Document& document, const model::Claim& claim, text::Decimal value);

}  // namespace gouji::kit
