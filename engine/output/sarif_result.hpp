// SPDX-License-Identifier: Apache-2.0
// One result of a SARIF run: message, places, evidence, fingerprints, fixes. Borrows everything while it writes.
#pragma once

#include <functional>

#include "engine/output/rolling_hash.hpp"
#include "engine/output/sarif_rules.hpp"
#include "engine/output/wording.hpp"

namespace gouji::output {

// The file that results of one report point into.
struct SarifArtifact {
    std::string uri;  // relative, percent-encoded
    std::uint32_t index = 0;
};

void write_artifact_location(JsonStream& json, const SarifArtifact& artifact);  // member "artifactLocation"

class SarifResult {
public:
    // `find`: the artifact of another report by its path. Without hashes the source has only some of the report's lines; a finding
    // across reports is written without them in any case, since it may have been made from those lines alone.
    using FindArtifact = std::function<SarifArtifact(const std::string& path)>;
    SarifResult(JsonStream& json, const SarifRules& rules, const RunInfo& run, const ReportView& report,
                const SarifArtifact& artifact, const LineHashes* hashes, FindArtifact find)
        : json_{json}, rules_{rules}, run_{run}, words_{wording(run.english)}, report_{report}, source_{*report.source}, artifact_{artifact},
          report_hashes_{hashes}, hashes_{hashes}, find_{std::move(find)} {}

    void write(const JudgedFinding& judged);

private:
    void rule(const finding::Finding& finding);
    void message(const finding::Finding& finding);
    void place(const finding::Place& place);
    void located(const finding::Place& place, std::string_view said, std::uint32_t id);  // with an id
    void related(const finding::Finding& finding);
    void code_flow(const finding::Finding& finding);
    void step(const finding::Place& place, std::string_view said);
    void fixes(const finding::Finding& finding);
    void fingerprints(const JudgedFinding& judged);
    void suppression(const JudgedFinding& judged);
    void properties(const finding::Finding& finding);

    enum class Detail : std::uint8_t { region, snippet, context };
    void physical(const finding::Place& place, Detail detail);
    void region(const text::SourceText& source, text::Span span, bool with_snippet);
    void context(text::Span span);
    void logical(const finding::Place& place);
    void original(text::Span span);
    [[nodiscard]] std::string operand_said(const finding::Operand& operand) const;

    JsonStream& json_;
    const SarifRules& rules_;
    const RunInfo& run_;
    const Wording& words_;
    const ReportView& report_;
    const text::SourceText& source_;
    const SarifArtifact& artifact_;
    const LineHashes* report_hashes_;
    const LineHashes* hashes_;  // of the finding that is being written
    bool across_ = false;       // it is one across reports
    FindArtifact find_;
};

}  // namespace gouji::output
