// SPDX-License-Identifier: Apache-2.0
// The title of a report: where it stands and what it says. Parsing a title is a pure function of its folded text; finding it
// looks at the lines before the first section.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/binding/bind.hpp"

namespace gouji::binding {

struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    [[nodiscard]] bool empty() const { return begin == end; }
};

// A year as titles write it: 2021年, 2021年度, 二〇二一年, 2021. The range is that of the digits.
struct YearMention {
    std::int16_t year = 0;
    Range digits;
    Range whole;  // with 年, 年度
};
[[nodiscard]] std::optional<YearMention> find_year(std::string_view folded, std::uint32_t from = 0);

struct TitleParts {
    Range name;    // the report's name, with a year inside where it has one
    Range agency;  // may be empty
    std::optional<YearMention> year;
    Range whole;  // from the first to the last of these
    bool official_name = false;
};

// Nothing where the text holds no name of the report.
[[nodiscard]] std::optional<TitleParts> parse_title(std::string_view folded, const std::vector<model::Format>& formats,
                                                   const model::TitleWords& words);

// Fills title, agency, year and their spans. `blocks`: how many of the tree's blocks stand before the first section.
void bind_title(model::Document& document, const Knowledge& knowledge, std::uint32_t blocks);

}  // namespace gouji::binding
