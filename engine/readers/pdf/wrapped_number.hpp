// SPDX-License-Identifier: Apache-2.0
// Whether a line of digits may go on in the next line of its cell: only where it fills the cell. How wide cells are shows in what is
// written in them.
#pragma once

#include <vector>

#include "engine/readers/pdf/table.hpp"

namespace gouji::readers::pdf {

// Whether `below` can be the rest of the number `above`, both in a column whose cells hold lines up to `capacity` wide.
[[nodiscard]] bool can_continue(const Chunk& above, const Chunk& below, double capacity, bool begins_number);

// The widest line in each column, that of the header above it included.
[[nodiscard]] std::vector<double> capacities(const PageLines& page, const Band& band, const std::vector<Column>& columns);

}  // namespace gouji::readers::pdf
