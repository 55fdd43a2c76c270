// SPDX-License-Identifier: Apache-2.0
// Labels of tables whose cells are written from the top: a row's figures stand beside the first line of its label, and all the
// lines below belong to that label. Word writes cells so unless told otherwise.
#pragma once

#include <vector>

#include "engine/readers/pdf/table.hpp"

namespace gouji::readers::pdf {

// Gives each row of the table its label and finds the labels of groups. False, and nothing done, where some row has no label
// beside its figures. `table` holds the rows of the band, in order.
[[nodiscard]] bool assign_top_labels(const PageLines& page, const Band& band, PdfTable& table);

}  // namespace gouji::readers::pdf
