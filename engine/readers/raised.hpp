// SPDX-License-Identifier: Apache-2.0
// Raised text (superscript) behind a number is a reference to a note, no part of the number. It knows no kind of document.
#pragma once

#include <string>
#include <string_view>

namespace gouji::readers {

// Appends a raised text to what stands before it. Behind a number a mark that can only be a reference ("[1]", "①", "*") is left
// out; bare digits are kept apart by a space, so that no longer number comes of the two.
void append_raised(std::string_view raised, std::string& out);

// A digit of any width.
[[nodiscard]] bool ends_in_digit(std::string_view text);

}  // namespace gouji::readers
