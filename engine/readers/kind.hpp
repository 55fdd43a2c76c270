// SPDX-License-Identifier: Apache-2.0
// Kinds beside those that can be read: what to call a binary file in a message.
#pragma once

#include <string_view>

#include "grammar/text/problem.hpp"

namespace gouji::readers {

[[nodiscard]] text::Bilingual name_of_binary(std::string_view bytes);

}  // namespace gouji::readers
