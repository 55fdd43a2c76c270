// SPDX-License-Identifier: Apache-2.0
// Which lines of a page are the report: found by its numbered headings, without knowing any of their words. Where that is not
// clear, everything stays that is not plainly navigation: too much text does less harm than too little.
#pragma once

#include <string_view>
#include <vector>

#include "engine/readers/html/page.hpp"

namespace gouji::readers::html {

// Indexes of the lines to keep, in order. `title` is what the page calls itself.
[[nodiscard]] std::vector<std::size_t> report_lines(const Page& page, std::string_view title);

}  // namespace gouji::readers::html
