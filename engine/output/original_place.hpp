// SPDX-License-Identifier: Apache-2.0
// OriginalPlace: where a span of extracted text stands in the original document, as a person would look it up there: page,
// paragraph, table and cell. Regions refer to the extracted text (`gouji parse --format text`); this does not.
#pragma once

#include <cstdint>
#include <string>

#include "engine/output/writer.hpp"
#include "engine/output/wording.hpp"

namespace gouji::output {

// From 1; 0: not known. Row and column are those of the table's grid.
struct OriginalPlace {
    std::uint32_t page = 0;
    std::uint32_t paragraph = 0;
    std::uint32_t table = 0;
    std::uint32_t row = 0;
    std::uint32_t column = 0;

    [[nodiscard]] bool known() const { return page != 0 || paragraph != 0 || table != 0; }
};

// Nothing is known of plain text, which is its own original.
[[nodiscard]] OriginalPlace original_place(const ReportView& report, text::Span span);

// page:3/table:2/row:5/column:4, the same in every language.
[[nodiscard]] std::string original_name(const OriginalPlace& place);
// 第 3 页表 2 第 5 行第 4 列
[[nodiscard]] std::string original_phrase(const OriginalPlace& place, const Wording& words);

}  // namespace gouji::output
