// SPDX-License-Identifier: Apache-2.0
// FigureRows: which lines of figures make one row of a table. A number that is wider than its cell goes on in the next line, which may
// stand beside the next line of the label: told by the geometry alone, and left open where it does not tell.
#pragma once

#include <vector>

#include "engine/readers/pdf/table.hpp"

namespace gouji::readers::pdf {

struct FigureRow {
    std::vector<std::size_t> lines;  // of the page, from top to bottom
    bool unsure = false;             // may be one row with the one above or below it, or is none
};

// The rows of a band, from top to bottom; each of its lines with figures is in one.
[[nodiscard]] std::vector<FigureRow> find_rows(const PageLines& page, const Band& band, const std::vector<Column>& columns);

}  // namespace gouji::readers::pdf
