// SPDX-License-Identifier: Apache-2.0
// Labels left of the figures: which lines make one label, which label belongs to which row, and which stand beside several rows.
#pragma once

#include "engine/readers/pdf/table.hpp"

namespace gouji::readers::pdf {

// The labels of a band, top to bottom.
[[nodiscard]] std::vector<Label> read_labels(const PageLines& page, const Band& band);

// Gives each row of the table its label. A label beside no figure at all is a row of empty cells. The others become groups.
void assign_labels(std::vector<Label> labels, PdfTable& table);

}  // namespace gouji::readers::pdf
