// SPDX-License-Identifier: Apache-2.0
// Rows that a layout tore out of their table: their labels stand in lines of the section that no grid holds.
#pragma once

#include <vector>

#include "engine/model/document.hpp"

namespace gouji::binding {

// A row is not missing where its label stands in a line of `region` outside of the table's grids: its figures cannot be told, and
// the defect is uncertain. `spec` is the table of its own format, `figures` those of that format.
void doubt_rows_in_the_text(const model::Document& document, text::Span region, const model::TableSpec& spec, model::Table& table,
                            std::vector<model::Figure>& figures);

}  // namespace gouji::binding
