// SPDX-License-Identifier: Apache-2.0
// Labels left of the figures: which lines make one label, which label belongs to which row, and which stand beside several rows.
#pragma once

#include "engine/readers/pdf/table.hpp"

namespace gouji::readers::pdf {

// The labels of a band, top to bottom. `table` holds its rows with figures.
[[nodiscard]] std::vector<Label> read_labels(const PageLines& page, const Band& band, const PdfTable& table);

// Gives each row of the table its label. A label beside no figure at all is a row of empty cells. The others become groups.
void assign_labels(std::vector<Label> labels, PdfTable& table);

// The same where labels stand higher or lower in their rows than the figures. Rows of which nothing tells the label, and empty rows
// that may be the label of such a row, are unsure.
void assign_labels_beside(std::vector<Label> labels, PdfTable& table);

}  // namespace gouji::readers::pdf
