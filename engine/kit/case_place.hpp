// SPDX-License-Identifier: Apache-2.0
// Places in cases: from the way a case writes them to spans of the report, and back. Knows no rule.
#pragma once

#include <string>
#include <vector>

#include "engine/finding/finding.hpp"
#include "engine/kit/case_report.hpp"

namespace gouji::kit {

class PlaceFinder {
public:
    PlaceFinder(const BoundReport& report, std::vector<text::Span> marks) : report_{report}, marks_{std::move(marks)} {}

    // The span meant; what is wrong with the place where it means none. Of equal marks each call takes the next one.
    [[nodiscard]] tl::expected<text::Span, text::Bilingual> find(const ExpectedPlace& place);

private:
    [[nodiscard]] tl::expected<text::Span, text::Bilingual> find_text(const ExpectedPlace& place);

    const BoundReport& report_;
    std::vector<text::Span> marks_;  // not yet taken
};

// How a case would write where this finding is: a figure, a section or ⟦text⟧.
[[nodiscard]] std::string write_place(const finding::Finding& finding, const BoundReport& report);

}  // namespace gouji::kit
