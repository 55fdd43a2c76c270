// SPDX-License-Identifier: Apache-2.0
// Small questions about prose that several views answer alike. No Lua.
#pragma once

#include <string_view>

#include "engine/model/document.hpp"

namespace gouji::script {

// Characters (code points) without line ends.
[[nodiscard]] std::uint32_t character_count(std::string_view utf8);

// Without line ends at its end.
[[nodiscard]] std::string_view trim_lines(std::string_view text);

// A number of the prose in its own unit: 1.2 for 1.2万元.
[[nodiscard]] model::Decimal in_own_unit(const grammar::Quantity& quantity, model::Decimal value);

// A step for certain, not a number that looks like one: at the head of a paragraph, or written as no number is.
[[nodiscard]] bool is_certain(const grammar::Step& step);

// The sentence that has this text of the source; grammar::none where there is none.
[[nodiscard]] std::uint32_t sentence_at(const grammar::Tree& tree, text::Span source);

}  // namespace gouji::script
