// SPDX-License-Identifier: Apache-2.0
// Columns of figures and the header above them.
#pragma once

#include "engine/readers/pdf/table.hpp"

namespace gouji::readers::pdf {

// From the figures of the band's rows: those that overlap from above share a column.
[[nodiscard]] std::vector<Column> find_columns(const PageLines& page, const Band& band);

[[nodiscard]] std::size_t nearest_column(const std::vector<Column>& columns, double center);

// From where to where a header of the column may stand: half-way to its neighbours; `edge` left of the first.
[[nodiscard]] double slot_left(const std::vector<Column>& columns, std::size_t i, double edge);
[[nodiscard]] double slot_right(const std::vector<Column>& columns, std::size_t i);

// The header cells; adds the columns that only the header knows because all their cells are empty.
[[nodiscard]] std::vector<std::vector<HeaderCell>> read_header(const PageLines& page, const Band& band,
                                                               std::vector<Column>& columns);

}  // namespace gouji::readers::pdf
