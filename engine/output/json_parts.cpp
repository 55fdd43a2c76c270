// SPDX-License-Identifier: Apache-2.0
#include "engine/output/json_parts.hpp"

#include "engine/output/original_place.hpp"
#include "engine/output/region.hpp"

namespace gouji::output {
namespace {

using finding::Finding;

constexpr int schema_version = 1;

// The file, where the place is in another report than the finding.
void write_file(JsonStream& json, const finding::Place& place, const text::SourceText& source) {
    if (place.elsewhere != nullptr && place.elsewhere != &source) json.member("path", place.elsewhere->name());
}

void write_place(JsonStream& json, const finding::Place& place, const text::SourceText& own) {
    const text::SourceText& source = source_of(place, own);
    write_file(json, place, own);
    json.member_if("logical", place.logical);
    json.member_if("label", place.label);
    json.member("text", text_of(source, place.span));
    write_region(json, source, place.span);
}

// Where the finding stands in a document whose text was extracted.
void write_original(JsonStream& json, const ReportView& report, text::Span span) {
    const OriginalPlace place = original_place(report, span);
    if (!place.known()) return;
    const auto member = [&](std::string_view name, std::uint32_t number) {
        if (number != 0) json.member(name, number);
    };
    json.open_object("original");
    member("page", place.page);
    member("paragraph", place.paragraph);
    member("table", place.table);
    member("row", place.row);
    member("column", place.column);
    json.close_object();
}

void write_operand(JsonStream& json, const finding::Operand& operand, const text::SourceText& own) {
    const text::SourceText& source = source_of(operand.place, own);
    json.open_object();
    write_file(json, operand.place, own);
    json.member("logical", operand.place.logical);
    json.member("label", operand.place.label);
    json.member("written", operand.written);
    json.member("value", operand.value);
    json.member("stated", operand.stated);
    write_region(json, source, operand.place.span);
    json.close_object();
}

void write_fix(JsonStream& json, const finding::Fix& fix, const text::SourceText& source, bool english) {
    json.open_object();
    json.member("description", fix.description.in(english));
    json.member("safe", fix.safe);
    json.open_array("replacements");
    for (const finding::Replacement& each : fix.replacements) {
        json.open_object();
        write_region(json, source, each.span);
        json.member("text", each.text);
        json.close_object();
    }
    json.close_array();
    json.close_object();
}

void write_evidence(JsonStream& json, const Finding& finding, const text::SourceText& source) {
    json.member_if("calculation", finding.calculation);
    json.open_array("operands");
    for (const finding::Operand& operand : finding.operands) write_operand(json, operand, source);
    json.close_array();
    json.open_array("related");
    for (const finding::Place& place : finding.related) {
        json.open_object();
        write_place(json, place, source);
        json.close_object();
    }
    json.close_array();
    if (!finding.suspects.empty()) {
        json.open_array("suspects");
        for (const finding::Suspect& suspect : finding.suspects) {
            json.open_object();
            json.member("figure", suspect.figure);
            json.member("label", suspect.label);
            json.member("value", suspect.value);
            json.close_object();
        }
        json.close_array();
    }
    json.member_if("hypothesis", finding.hypothesis);
    json.member_if("cause", finding.cause);
}

void write_suppression(JsonStream& json, const JudgedFinding& judged) {
    if (!judged.suppressed()) return;
    json.open_object("suppression");
    json.member("kind", judged.suppression == SuppressionKind::waiver ? "waiver" : "baseline");
    json.member_if("justification", judged.justification);
    json.close_object();
}

void write_finding(JsonStream& json, const JudgedFinding& judged, const ReportView& report, bool english) {
    const text::SourceText& source = *report.source;
    const Finding& finding = judged.finding;
    json.open_object();
    json.member("rule", finding.rule->id);
    json.member("name", finding.rule->name);
    json.member("title", finding.rule->title.in(english));
    json.member("severity", finding::to_string(finding.severity));
    json.member("kind", finding.kind == finding::Kind::review ? "review" : "fail");
    json.member("message", finding.message);
    write_place(json, finding.place, source);
    if (!finding.across) write_original(json, report, finding.place.span);
    write_evidence(json, finding, source);
    if (!finding.fixes.empty()) {
        json.open_array("fixes");
        for (const finding::Fix& fix : finding.fixes) write_fix(json, fix, source, english);
        json.close_array();
    }
    json.member("fingerprint", judged.fingerprint);
    write_suppression(json, judged);
    json.close_object();
}

}  // namespace

std::string_view to_string(text::ProblemKind kind) {
    switch (kind) {
        case text::ProblemKind::input: return "input";
        case text::ProblemKind::rule: return "rule";
        case text::ProblemKind::pack: return "pack";
        case text::ProblemKind::format: return "format";
        case text::ProblemKind::configuration: return "configuration";
        case text::ProblemKind::usage: return "usage";
    }
    return "input";
}

void write_region(JsonStream& json, const text::SourceText& source, text::Span span) {
    const Region region = region_of(source, span);
    json.member("line", region.start.line);
    json.member("column", region.start.column);
    json.member("end_line", region.end.line);
    json.member("end_column", region.end.column);
}

void write_report_object(JsonStream& json, const ReportView& report, const RunInfo& run) {
    const model::Document* document = report.document;
    json.open_object();
    json.member("path", *report.path);
    json.member_if("kind", report.kind);
    json.member("sha256", report.sha256);
    json.member("encoding", report.source->encoding());
    json.member("agency", document == nullptr ? std::string_view{} : std::string_view{document->agency});
    json.member("year", document == nullptr ? std::nullopt : document->year);
    json.key("format");
    document == nullptr || document->format == nullptr ? json.null() : json.value(document->format->id);
    json.open_array("findings");
    for (const JudgedFinding& judged : *report.findings) {
        if (!judged.suppressed() || run.show_suppressed) write_finding(json, judged, report, run.english);
    }
    json.close_array();
    json.close_object();
}

void write_problem(JsonStream& json, const text::Problem& problem, bool english) {
    json.open_object();
    json.member("kind", to_string(problem.kind));
    json.member("message", problem.message.in(english));
    json.member_if("file", problem.file);
    if (problem.line != 0) json.member("line", problem.line);
    if (problem.column != 0) json.member("column", problem.column);
    json.member_if("excerpt", problem.excerpt);
    json.member_if("subject", problem.subject);
    json.close_object();
}

void write_problems(JsonStream& json, const RunEnd& end, bool english) {
    json.open_array("problems");
    for (const text::Problem& problem : end.problems) write_problem(json, problem, english);
    json.close_array();
}

namespace {

void write_agency(JsonStream& json, const Tally::AgencyCount& count) {
    json.open_object();
    json.member("agency", count.agency);
    json.member("reports", count.reports);
    for (const auto severity : {finding::Severity::error, finding::Severity::warning, finding::Severity::note}) {
        json.member(finding::to_string(severity), count.by_severity[static_cast<std::size_t>(severity)]);
    }
    json.member("review", count.reviews);
    json.member("unread", count.unread);
    json.open_object("families");
    for (const auto& [family, findings] : count.families) json.member(family, findings);
    json.close_object();
    json.open_array("formats");
    for (const std::string& format : count.formats) json.value(format);
    json.close_array();
    json.close_object();
}

}  // namespace

void write_summary(JsonStream& json, const Tally& tally, const RunEnd& end) {
    json.open_object("summary");
    json.member("files", end.files);
    json.member("reports", tally.reports());
    json.member("findings", tally.findings());
    for (const auto severity : {finding::Severity::error, finding::Severity::warning, finding::Severity::note}) {
        json.member(finding::to_string(severity), tally.count(severity));
    }
    json.member("review", tally.reviews());
    json.member("fixable", tally.fixable());
    json.member("waived", tally.waived());
    json.member("baselined", tally.known());
    json.member("problems", end.problems.size());
    json.open_array("agencies");
    for (const auto& [name, each] : tally.by_agency()) write_agency(json, each);
    json.close_array();
    json.close_object();
}

void write_tool(JsonStream& json, const RunInfo& run) {
    json.member("version", schema_version);
    json.open_object("tool");
    json.member("name", "gouji");
    json.member("version", run.version);
    json.open_array("packs");
    for (const PackInfo& pack : run.packs) {
        json.open_object();
        json.member("name", pack.name);
        json.member("version", pack.version);
        json.close_object();
    }
    json.close_array();
    json.close_object();
}

}  // namespace gouji::output
