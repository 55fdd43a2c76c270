// SPDX-License-Identifier: Apache-2.0
// One cell read as a figure: its state, its value and the unit that it is in.
#pragma once

#include "engine/binding/columns.hpp"

namespace gouji::binding {

struct FigureReading {
    model::Figure figure;
    bool unit_differs = false;  // the header or the cell names another unit than the official label does
};

// `header_unit`: as the report's column label has it. `source` is the report's text.
[[nodiscard]] FigureReading read_figure(const TextCell& cell, const model::ColumnSpec& column, const Unit& header_unit,
                                        std::string_view source);

}  // namespace gouji::binding
