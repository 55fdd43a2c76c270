// SPDX-License-Identifier: Apache-2.0
// Tables without a grid: cells written one to a line or parted by mere spaces, as a browser or a PDF tool copies them, and tables
// whose cells ran together altogether. Labels of the format are the only guide; what stands out of order is marked as such.
#pragma once

#include <optional>

#include "engine/binding/table_text.hpp"
#include "engine/model/document.hpp"

namespace gouji::binding {

struct LineTable {
    TableText text;
    std::size_t known = 0;  // labels of the format that were found
    Span span;
};

// The table's labels and figures in `region` of the report; nothing where too few of its labels are there.
[[nodiscard]] std::optional<LineTable> read_line_table(const model::Document& document, Span region, const model::Format& format,
                                                       std::uint16_t table);

// Where the table's labels stand in `region` with nothing between them but digits; nothing where they do not.
[[nodiscard]] std::optional<Span> find_run_together(const model::Document& document, Span region, const model::Format& format,
                                                    std::uint16_t table);

}  // namespace gouji::binding
