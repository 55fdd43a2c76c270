// SPDX-License-Identifier: Apache-2.0
// The findings of one report for the page: those of one cause as one item with its consequences below it.
#pragma once

#include <string>
#include <vector>

#include "engine/output/wording.hpp"
#include "engine/output/writer.hpp"

namespace gouji::output {

// `findings` are the ones shown; their order makes the ids f{number}-{i}, which HtmlText links to.
[[nodiscard]] std::string html_findings(const ReportView& report, std::size_t number, const std::vector<const JudgedFinding*>& findings,
                                        bool english);

}  // namespace gouji::output
