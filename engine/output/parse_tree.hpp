// SPDX-License-Identifier: Apache-2.0
// The syntax tree as JSON, from top to bottom as a person reads a report: paragraphs with their quantities, grids with
// their rows and cells, and the marks in the writing.
#pragma once

#include "engine/output/json_stream.hpp"
#include "grammar/tree.hpp"

namespace gouji::output {

// Members "blocks", "breakdowns" and "marks" of the open object.
void write_tree(JsonStream& json, const text::SourceText& source, const grammar::Tree& tree);

}  // namespace gouji::output
