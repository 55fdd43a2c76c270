// SPDX-License-Identifier: Apache-2.0
// The time that a statement speaks of: another year than the report's, or a part of it.
#pragma once

#include <string_view>

#include "engine/binding/claim_matcher.hpp"

namespace gouji::binding {

// "other_year", "part", or "" where the statement is about the whole report year. `at`: where the counted thing stands.
[[nodiscard]] std::string_view time_scope(const SentenceView& sentence, const model::Document& document, std::uint32_t sentence_index,
                                          const Candidate& candidate, std::uint32_t at);

}  // namespace gouji::binding
