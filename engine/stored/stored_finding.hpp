// SPDX-License-Identifier: Apache-2.0
// Findings as bytes and back, complete. A place in another report keeps the line that it is on; a place of a finding across
// reports in its own report is kept by its line, since records have only some lines of a report.
#pragma once

#include <memory>
#include <vector>

#include "engine/finding/finding.hpp"
#include "engine/stored/bytes.hpp"

namespace gouji::stored {

// `rules` is what Finding::rule points into, when written and when read. `own`: the text of a record, where the finding is
// across reports and was made from records; else null.
void write_finding(ByteWriter& to, const finding::Finding& finding, const std::vector<finding::RuleInfo>& rules, const text::SourceText* own);

// What findings refer to of other reports.
using Sources = std::vector<std::unique_ptr<text::SourceText>>;

// `whole` is the text of the report that the finding is about.
[[nodiscard]] finding::Finding read_finding(ByteReader& from, const std::vector<finding::RuleInfo>& rules, const text::SourceText& whole,
                                            Sources& sources);

}  // namespace gouji::stored
