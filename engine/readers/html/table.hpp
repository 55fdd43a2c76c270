// SPDX-License-Identifier: Apache-2.0
// Tables of a page: which of them hold data (the others only place things on the page), and their cells.
#pragma once

#include <gumbo.h>

#include <string>
#include <vector>

#include "engine/readers/html/inline_text.hpp"
#include "engine/readers/html/skeleton.hpp"
#include "engine/readers/table_builder.hpp"

namespace gouji::readers::html {

[[nodiscard]] bool is_data_table(const GumboNode* table, const Skeleton& skeleton);

void read_table(const GumboNode* table, const Skeleton& skeleton, InlineText& writer, TableBuilder& builder);

[[nodiscard]] std::vector<std::string> captions(const GumboNode* table, const Skeleton& skeleton, InlineText& writer);

}  // namespace gouji::readers::html
