// SPDX-License-Identifier: Apache-2.0
#include "engine/output/sarif_result.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/output/original_place.hpp"
#include "engine/output/phrases.hpp"
#include "engine/output/region.hpp"

namespace gouji::output {
namespace {

using finding::Finding;
using finding::Kind;

constexpr std::uint32_t snippet_limit = 2000;   // bytes
constexpr std::size_t related_limit = 1000;   // code hosts refuse more

// SARIF 3.27.9: a result that is no failure has the level "none".
std::string_view level_of(const Finding& finding) { return finding.kind == Kind::review ? "none" : finding::to_string(finding.severity); }

std::string_view kind_of(std::string_view logical) {
    if (logical == "document") return "document";
    return logical.starts_with("section:") ? "section" : "figure";
}

// What people read below the message: the numbers, and a guess that says it is one.
std::string explanation(const Finding& finding, const Wording& words) {
    std::string out;
    const auto line = [&](std::string_view label, const std::string& said) {
        if (!said.empty()) out += fmt::format("\n{}{}", label, said);
    };
    line(words.calculation, finding.calculation);
    line({}, suspect_phrase(finding.suspects, words));
    line(words.hypothesis, finding.hypothesis);
    return out;
}

// The words of the place themselves: no message, nothing is escaped. A very long place shows how it begins.
void write_snippet(JsonStream& json, const text::SourceText& source, text::Span span) {
    if (span.size() > snippet_limit) span = aligned(source, {span.begin, span.begin + snippet_limit});
    json.open_object("snippet");
    json.member("text", source.slice(span));
    json.close_object();
}

}  // namespace

void write_artifact_location(JsonStream& json, const SarifArtifact& artifact) {
    json.open_object("artifactLocation");
    json.member("uri", artifact.uri);
    json.member("uriBaseId", "SRCROOT");
    json.member("index", artifact.index);
    json.close_object();
}

void SarifResult::write(const JudgedFinding& judged) {
    const Finding& finding = judged.finding;
    across_ = finding.across;
    hashes_ = across_ ? nullptr : report_hashes_;
    json_.open_object();
    rule(finding);
    json_.member("kind", finding.kind == Kind::review ? "review" : "fail");
    json_.member("level", level_of(finding));
    message(finding);
    json_.open_array("locations");
    place(finding.place);
    json_.close_array();
    related(finding);
    code_flow(finding);
    fingerprints(judged);
    fixes(finding);
    suppression(judged);
    properties(finding);
    json_.close_object();
}

void SarifResult::rule(const Finding& finding) {
    json_.member("ruleId", finding.rule->id);
    const SarifRules::Ref* ref = rules_.find(*finding.rule);
    if (ref == nullptr) return;
    json_.member("ruleIndex", ref->index);
    if (ref->extension != SarifRules::driver) {
        json_.key("rule");
        rules_.write_reference(json_, *finding.rule);
    }
    if (!finding.rule->basis.empty()) {
        json_.key("taxa");
        rules_.write_taxa(json_, *finding.rule, report_.law_year());
    }
}

void SarifResult::message(const Finding& finding) {
    write_message(json_, "message", finding.message + explanation(finding, words_));
}

void SarifResult::place(const finding::Place& place) {
    json_.open_object();
    physical(place, Detail::context);
    logical(place);
    json_.close_object();
}

void SarifResult::logical(const finding::Place& place) {
    const std::string_view name = place.logical.empty() ? std::string_view{"document"} : std::string_view{place.logical};
    json_.open_array("logicalLocations");
    json_.open_object();
    json_.member_if("name", place.label);
    json_.member("fullyQualifiedName", name);
    json_.member("kind", kind_of(name));
    json_.close_object();
    original(place.span);
    json_.close_array();
}

// Page, paragraph or table cell of a document whose text was extracted.
void SarifResult::original(text::Span span) {
    const OriginalPlace place = original_place(report_, span);
    if (across_ || !place.known()) return;
    json_.open_object();
    json_.member("name", original_phrase(place, words_));
    json_.member("fullyQualifiedName", original_name(place));
    json_.member("kind", place.row != 0 ? "cell" : place.paragraph != 0 ? "paragraph" : "page");
    json_.close_object();
}

void SarifResult::physical(const finding::Place& place, Detail detail) {
    const text::SourceText& source = source_of(place, source_);
    json_.open_object("physicalLocation");
    write_artifact_location(json_, &source == &source_ ? artifact_ : find_(source.name()));
    region(source, place.span, detail != Detail::region);
    if (detail == Detail::context && hashes_ != nullptr) context(place.span);
    json_.close_object();
}

void SarifResult::region(const text::SourceText& source, text::Span span, bool with_snippet) {
    span = aligned(source, span);
    const Region at = region_utf16(source, span);
    json_.open_object("region");
    json_.member("startLine", at.start.line);
    json_.member("startColumn", at.start.column);
    json_.member("endLine", at.end.line);
    json_.member("endColumn", at.end.column);
    if (with_snippet) write_snippet(json_, source, span);
    json_.close_object();
}

// The lines of the place with their neighbours. Left out where it would not be larger than the place itself, or too long.
void SarifResult::context(text::Span span) {
    span = aligned(source_, span);
    const std::uint32_t first = std::max(source_.line_of(span.begin), 2U) - 1;
    const std::uint32_t last = std::min(source_.line_of(span.end) + 1, source_.line_count());
    const text::Span lines = text::cover(source_.line_span(first), source_.line_span(last));
    if (lines.size() <= span.size() || lines.size() > snippet_limit) return;
    json_.open_object("contextRegion");
    json_.member("startLine", first);
    json_.member("endLine", last);
    write_snippet(json_, source_, lines);
    json_.close_object();
}

std::string SarifResult::operand_said(const finding::Operand& operand) const {
    return fmt::format("{} = {}", operand.place.label, value_phrase(operand, words_));
}

void SarifResult::located(const finding::Place& place, std::string_view said, std::uint32_t id) {
    json_.open_object();
    json_.member("id", id);
    physical(place, Detail::snippet);
    logical(place);
    if (!said.empty()) write_message(json_, "message", said);
    json_.close_object();
}

void SarifResult::related(const Finding& finding) {
    if (finding.operands.empty() && finding.related.empty()) return;
    std::uint32_t id = 0;
    json_.open_array("relatedLocations");
    for (const finding::Operand& operand : finding.operands) {
        if (has_place(operand.place.span) && id < related_limit) located(operand.place, operand_said(operand), ++id);
    }
    for (const finding::Place& place : finding.related) {
        if (has_place(place.span) && id < related_limit) located(place, place.label, ++id);
    }
    json_.close_array();
}

// A step names the place once more, but its words stand in the related location already.
void SarifResult::step(const finding::Place& place, std::string_view said) {
    json_.open_object();
    json_.open_object("location");
    physical(place, Detail::region);
    write_message(json_, "message", said);
    json_.close_object();
    json_.close_object();
}

// The calculation, figure by figure, and where it ends: at the place of the finding.
void SarifResult::code_flow(const Finding& finding) {
    if (finding.calculation.empty() || finding.operands.empty()) return;
    json_.open_array("codeFlows");
    json_.open_object();
    write_message(json_, "message", finding.calculation);
    json_.open_array("threadFlows");
    json_.open_object();
    json_.open_array("locations");
    for (const finding::Operand& operand : finding.operands) {
        if (has_place(operand.place.span)) step(operand.place, operand_said(operand));
    }
    step(finding.place, fmt::format("{}{}", words_.calculation, finding.calculation));
    json_.close_array();
    json_.close_object();
    json_.close_array();
    json_.close_object();
    json_.close_array();
}

void SarifResult::fingerprints(const JudgedFinding& judged) {
    json_.open_object("partialFingerprints");
    json_.member("gouji/v1", judged.fingerprint);
    if (hashes_ != nullptr) json_.member("primaryLocationLineHash", hashes_->of_line(source_.line_of(aligned(source_, judged.finding.place.span).begin)));
    json_.close_object();
}

void SarifResult::fixes(const Finding& finding) {
    if (finding.fixes.empty()) return;
    json_.open_array("fixes");
    for (const finding::Fix& fix : finding.fixes) {
        json_.open_object();
        write_message(json_, "description", fix.description.in(run_.english));
        json_.open_array("artifactChanges");
        json_.open_object();
        write_artifact_location(json_, artifact_);
        json_.open_array("replacements");
        for (const finding::Replacement& each : fix.replacements) {
            const Region at = region_utf16(source_, each.span);
            json_.open_object();
            json_.open_object("deletedRegion");
            json_.member("startLine", at.start.line);
            json_.member("startColumn", at.start.column);
            json_.member("endLine", at.end.line);
            json_.member("endColumn", at.end.column);
            json_.close_object();
            json_.open_object("insertedContent");
            json_.member("text", each.text);
            json_.close_object();
            json_.close_object();
        }
        json_.close_array();
        json_.close_object();
        json_.close_array();
        json_.open_object("properties");
        json_.member("safe", fix.safe);
        json_.close_object();
        json_.close_object();
    }
    json_.close_array();
}

void SarifResult::suppression(const JudgedFinding& judged) {
    if (run_.baselined) json_.member("baselineState", judged.suppression == SuppressionKind::baseline ? "unchanged" : "new");
    if (!judged.suppressed()) return;
    json_.open_array("suppressions");
    json_.open_object();
    json_.member("kind", "external");
    json_.member("status", "accepted");
    json_.member("justification", judged.suppression == SuppressionKind::waiver ? std::string_view{judged.justification} : words_.known);
    json_.close_object();
    json_.close_array();
}

void SarifResult::properties(const Finding& finding) {
    json_.open_object("properties");
    json_.member("severity", finding::to_string(finding.severity));
    if (!finding.suspects.empty()) {
        json_.open_array("suspects");
        for (const finding::Suspect& suspect : finding.suspects) {
            json_.open_object();
            json_.member("figure", suspect.figure);
            json_.member("value", suspect.value);
            json_.close_object();
        }
        json_.close_array();
    }
    json_.member_if("calculation", finding.calculation);
    json_.member_if("cause", finding.cause);
    json_.close_object();
}

}  // namespace gouji::output
