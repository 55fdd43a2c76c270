// SPDX-License-Identifier: Apache-2.0
// Text made fit to be shown: a report may hold control characters, and one that reached the terminal could do anything.
#pragma once

#include <string>
#include <string_view>

namespace gouji::output {

// Not to be shown as it is: control, formatting and private-use characters, zero-width spaces, U+FFFE.
[[nodiscard]] bool is_invisible(char32_t c);

// The character, or <U+200B> for one that cannot be seen.
void append_visible(std::string& out, std::string_view character, char32_t c);

// One line: line ends and tabs become spaces, what cannot be seen is named.
[[nodiscard]] std::string visible(std::string_view utf8);
// The same with line ends and tabs kept.
[[nodiscard]] std::string visible_lines(std::string_view utf8);

}  // namespace gouji::output
