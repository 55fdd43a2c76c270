// SPDX-License-Identifier: Apache-2.0
// The pieces that JSON, JSON lines and `gouji parse` have in common, so that a field means the same everywhere.
#pragma once

#include "engine/output/json_stream.hpp"
#include "engine/output/summary.hpp"

namespace gouji::output {

// line, column, end_line, end_column as members of the open object; columns in code points.
void write_region(JsonStream& json, const text::SourceText& source, text::Span span);

// {path, sha256, encoding, agency, year, format, findings: […]}, suppressed findings left out unless asked for.
void write_report_object(JsonStream& json, const ReportView& report, const RunInfo& run);

void write_problem(JsonStream& json, const text::Problem& problem, bool english);
void write_problems(JsonStream& json, const RunEnd& end, bool english);  // member "problems"
void write_summary(JsonStream& json, const Tally& tally, const RunEnd& end);  // member "summary"
void write_tool(JsonStream& json, const RunInfo& run);                    // members "version", "tool"

[[nodiscard]] std::string_view to_string(text::ProblemKind kind);

}  // namespace gouji::output
