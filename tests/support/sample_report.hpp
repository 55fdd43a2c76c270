// SPDX-License-Identifier: Apache-2.0
// A small made-up report with hand-made findings, for the tests of the writers. Everything lives in one object.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "engine/output/writer.hpp"

namespace gouji::tests {

class SampleReport {
public:
    explicit SampleReport(std::string text = default_text(), std::string path = "2023/石桥镇 年报.txt");
    SampleReport(const SampleReport&) = delete;
    SampleReport& operator=(const SampleReport&) = delete;

    [[nodiscard]] static std::string default_text();

    // The `occurrence`th place where `words` stand in the text.
    [[nodiscard]] text::Span span_of(std::string_view words, int occurrence = 0) const;
    [[nodiscard]] finding::Place place_of(std::string_view words, const char* logical, const char* label = "", int occurrence = 0) const;

    finding::JudgedFinding& add(std::size_t rule, finding::Place place, std::string message);
    // Findings of every kind: a broken sum with a consequence and suspects, a review, a note with a fix.
    void add_usual_findings();

    [[nodiscard]] output::ReportView view() const;
    [[nodiscard]] output::RunInfo run() const;

    std::string path;
    text::SourceText source;
    model::Format format;
    model::Document document;
    std::vector<finding::RuleInfo> rules;
    finding::JudgedFindings findings;
};

// All that a writer gives for one run over these reports.
[[nodiscard]] std::string write_with(std::string_view format, const output::RunInfo& run, const std::vector<const SampleReport*>& reports,
                                     const output::RunEnd& end = {});

}  // namespace gouji::tests
