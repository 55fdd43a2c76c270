// SPDX-License-Identifier: Apache-2.0
// The fixed parts of the HTML page: its style and its script. The page asks for nothing from outside, and reads without
// the script, which only adds the sortable list and opens what is printed.
#pragma once

#include <string>
#include <string_view>

#include "engine/output/writer.hpp"

namespace gouji::output {

[[nodiscard]] std::string_view page_style();
[[nodiscard]] std::string_view page_script();

// Text of a report or rule, escaped, with what cannot be seen named.
[[nodiscard]] std::string html_escaped(std::string_view text);

// "error", "warning", "note", "review": the class a finding is drawn with.
[[nodiscard]] std::string_view class_of(const finding::Finding& finding);

}  // namespace gouji::output
