// SPDX-License-Identifier: Apache-2.0
// How Word writes the numbers of automatic lists.
#pragma once

#include <string>
#include <string_view>

namespace gouji::readers::docx {

// `format` is a value of w:numFmt: "decimal", "chineseCounting", "lowerRoman" … An unknown one is written as decimal, "none"
// and "bullet" as nothing.
[[nodiscard]] std::string list_number(int number, std::string_view format);

}  // namespace gouji::readers::docx
