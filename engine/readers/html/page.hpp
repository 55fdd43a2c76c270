// SPDX-License-Identifier: Apache-2.0
// Page: a web page as lines of text from top to bottom, each with its place in the element tree, and its data tables as grids.
// It owns the text; the element tree belongs to the caller. Everything shown is in it, also what surrounds the report.
#pragma once

#include <gumbo.h>

#include <string>
#include <vector>

#include "engine/readers/html/skeleton.hpp"
#include "engine/readers/table_builder.hpp"

namespace gouji::readers::html {

struct PageLine {
    std::uint32_t begin = 0;             // in Page::text
    std::uint32_t end = 0;               // without the line end
    std::uint32_t link_bytes = 0;        // of it, inside links
    const GumboNode* element = nullptr;  // the innermost block around it
    bool aside = false;                  // in navigation, a page's head or foot
    bool heading = false;                // h1 to h6
    std::uint32_t grid = grammar::none;  // the lines of one table are one PageLine
};

struct Page {
    std::string text;  // each line ended by '\n'
    std::vector<PageLine> lines;
    std::vector<grammar::GivenGrid> grids;
};

// Lays out the tree that was built from `skeleton`. Cells beyond the budget end it; the caller looks at the budget.
[[nodiscard]] Page lay_out(const GumboNode* root, const Skeleton& skeleton, CellBudget& budget);

}  // namespace gouji::readers::html
