// SPDX-License-Identifier: Apache-2.0
// Rows: which rows of a report's table are which rows of the format. Labels are looked up first; what no look-up finds is
// aligned, in order, between the rows that are known. Knows nothing of columns and figures.
#pragma once

#include <string>
#include <vector>

#include "engine/binding/table_text.hpp"

namespace gouji::binding {

// A row of the format, counted through all blocks of its table.
struct FormatRow {
    std::uint16_t block = 0;
    std::uint16_t row = 0;
};

// The rows of the report that make up one row of the format: several where a label was split.
struct RowMatch {
    std::uint32_t first = 0;
    std::uint32_t count = 0;  // 0: the report has no such row
    std::string worded;       // the report's label where it deviates from the official wording; else empty
};

// A group of the format that stands as one row with figures.
struct GroupMatch {
    FormatRow group;
    std::uint32_t row = 0;
};

struct RowMatches {
    std::vector<FormatRow> format_rows;
    std::vector<RowMatch> matches;         // one for each of format_rows
    std::vector<std::uint32_t> unknown;    // rows of the report, in order
    std::vector<std::pair<std::uint32_t, std::uint32_t>> doubled;  // row of the format (index above), further row of the report
    std::vector<GroupMatch> group_rows;
};

[[nodiscard]] RowMatches match_rows(const TableText& text, const std::vector<RowReading>& readings, const model::TableSpec& table);

// The label cells of a row, joined; `leaf_only`: the one next to the figures.
[[nodiscard]] std::string label_of(const TableText& text, std::uint32_t row, const RowReading& reading, bool leaf_only);

}  // namespace gouji::binding
