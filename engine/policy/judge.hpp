// SPDX-License-Identifier: Apache-2.0
// Judging: findings of one report → judged findings, in the order every output shows them, with fingerprints and with what
// waivers and baseline suppress. Pure: workers share one Policy and hand back what they used of it. Severities are already
// in force when findings get here (script::RuleSettings). It never asks the clock and never touches a file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/finding/judged.hpp"
#include "engine/policy/baseline.hpp"
#include "engine/policy/fingerprint.hpp"
#include "engine/policy/waiver.hpp"

namespace gouji::policy {

struct Policy {
    Waivers waivers;
    Baseline baseline;
    Day today;
};

struct Judged {
    finding::JudgedFindings findings;           // by position, rule id, place
    std::string document;                       // document_key()
    std::vector<std::uint32_t> waivers_used;    // indices into Policy::waivers
    std::vector<std::uint32_t> waivers_tried;   // those whose file pattern covers the report
    std::vector<std::uint32_t> baseline_used;   // indices into Policy::baseline.entries()
};
[[nodiscard]] Judged judge(std::vector<finding::Finding> findings, const ReportIdentity& report, const Policy& policy);

// What a whole run used of the policy, added up report by report.
class Usage {
public:
    explicit Usage(const Policy& policy);
    void add(const Judged& judged);

    // Waivers that covered a checked report and waived nothing there, or are past their last day; as findings of the file
    // they stand in, by file and place.
    struct FileFindings {
        std::string file;
        finding::JudgedFindings findings;
    };
    [[nodiscard]] std::vector<FileFindings> waiver_findings(bool english) const;

    // Baseline entries of checked documents that did not occur. Entries of documents that were not checked are left alone.
    [[nodiscard]] std::vector<std::uint32_t> stale_entries() const;
    // One finding at the head of the baseline file; nothing where no entry is stale.
    [[nodiscard]] std::optional<finding::JudgedFinding> stale_finding(bool english) const;

private:
    const Policy* policy_;
    std::vector<bool> waiver_tried_;
    std::vector<bool> waiver_used_;
    std::vector<bool> entry_used_;
    std::vector<std::string> documents_;
};

// The entries that --write-baseline writes for one report: everything but what a waiver covers and the program's own findings.
[[nodiscard]] std::vector<BaselineEntry> baseline_entries(const Judged& judged);

}  // namespace gouji::policy
