// SPDX-License-Identifier: Apache-2.0
// Facts of a document that a rule may need: that it has a blank figure, a row that is missing, a claim. Each is a bit, so that a
// rule without work is passed over without calling it. The names are part of the Lua API (`needs`).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/document.hpp"
#include "engine/model/identity.hpp"

namespace gouji::script {

using FactMask = std::uint64_t;

// figures.blank, figures.negative, defects.row_missing, marks.markup, identities.broken, claims.number …; 0 for an unknown name.
[[nodiscard]] FactMask fact_named(std::string_view name);
[[nodiscard]] std::vector<std::string> fact_names();

// `judgements`: the identities that do not hold.
[[nodiscard]] FactMask facts_of(const model::Document& document, std::span<const model::Judgement> judgements);

}  // namespace gouji::script
