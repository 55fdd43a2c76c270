// SPDX-License-Identifier: Apache-2.0
// Defects: what writers of reports get wrong, put into a clean one. `check` has to say the same of it in whatever layout or
// kind the report arrives.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/generator/write.hpp"

namespace gouji::property {

enum class Defect : std::uint8_t { wrong_total, wrong_part, blank_cell, words_in_cell, wrong_claim, section_missing, doubled_mark, old_year, row_missing };
inline constexpr std::array all_defects{Defect::wrong_total,     Defect::wrong_part,   Defect::blank_cell, Defect::words_in_cell, Defect::wrong_claim,
                                        Defect::section_missing, Defect::doubled_mark, Defect::old_year,   Defect::row_missing};
[[nodiscard]] std::string_view name_of(Defect defect);

[[nodiscard]] std::vector<generator::Element> with_defect(const generator::MadeReport& report, Defect defect, generator::Dice& dice);

// Whether the defect can be seen in this layout at all: a blank cell leaves no trace among lines or spaces, and one space does not
// part words from figures.
[[nodiscard]] constexpr bool carries(generator::Shape shape, Defect defect) {
    if (defect == Defect::blank_cell) return shape != generator::Shape::stream && shape != generator::Shape::spaced;
    return shape != generator::Shape::spaced || defect != Defect::words_in_cell;
}

// What one list of findings has and the other has not.
void print_difference(const std::string& what, const std::vector<std::string>& first, const std::vector<std::string>& other);

}  // namespace gouji::property
