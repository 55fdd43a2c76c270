// SPDX-License-Identifier: Apache-2.0
// MadeReport: a report made up by chance, consistent in all its figures and clean under the official pack, as data. The
// writers (write.hpp) put it into every layout and kind. It refers to the format, which outlives it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/format.hpp"
#include "tests/generator/dice.hpp"

namespace gouji::generator {

struct MadeSection {
    const model::SectionSpec* spec = nullptr;
    std::vector<std::string> paragraphs;
};

struct MadeReport {
    const model::Format* format = nullptr;
    int year = 0;
    std::string agency;
    std::string title;
    std::vector<std::string> lead;              // paragraphs before the first section
    std::vector<MadeSection> sections;
    std::vector<text::Decimal> figures;         // by FigureIndex

    [[nodiscard]] text::Decimal figure(const std::string& id) const;
};

[[nodiscard]] MadeReport make_report(const model::Format& format, int year, Dice& dice);

// The two halves of it.
void make_figures(MadeReport& report, Dice& dice);
void make_prose(MadeReport& report, Dice& dice);

}  // namespace gouji::generator
