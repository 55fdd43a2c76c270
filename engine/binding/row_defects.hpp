// SPDX-License-Identifier: Apache-2.0
// What is wrong with the rows of a table: missing, unknown, doubled, collapsed, worded otherwise; group labels that are not there.
#pragma once

#include "engine/binding/rows.hpp"
#include "engine/model/document.hpp"

namespace gouji::binding {

struct RowFacts {
    const TableText& text;
    const std::vector<RowReading>& readings;
    const RowMatches& matches;
    const model::TableSpec& table;
    std::uint16_t table_index = 0;
    std::vector<model::Figure>& figures;  // those of a doubled row with two values become unbound
};

void tell_of_rows(const RowFacts& facts, std::vector<model::Defect>& defects);

}  // namespace gouji::binding
