// SPDX-License-Identifier: Apache-2.0
// Workflow commands that GitHub Actions turns into annotations beside the lines of a report.
#include <fmt/format.h>

#include "engine/output/escape.hpp"
#include "engine/output/phrases.hpp"
#include "engine/output/region.hpp"
#include "engine/output/visible.hpp"
#include "engine/output/writers.hpp"

namespace gouji::output {
namespace {

std::string_view command_of(finding::Severity severity) {
    return severity == finding::Severity::note ? std::string_view{"notice"} : finding::to_string(severity);
}

class GithubWriter final : public Writer {
public:
    explicit GithubWriter(Sink sink) : sink_{std::move(sink)} {}

    void begin(const RunInfo& run) override { run_ = run; }

    void write_report(const ReportView& report) override {
        std::string out;
        for (const JudgedFinding& judged : *report.findings) {
            if (!judged.suppressed() || run_.show_suppressed) out += annotation(judged, report);
        }
        if (!out.empty()) sink_(out);
    }

    void end(const RunEnd& end) override {
        const Wording& words = wording(run_.english);
        for (const text::Problem& problem : end.problems) {
            std::string place = problem.file.empty() ? std::string{} : "file=" + workflow_property(problem.file) + ",";
            if (problem.line != 0) place += fmt::format("line={},", problem.line);
            sink_(fmt::format("::error {}title={}::{}\n", place, workflow_property(words.problem),
                              workflow_data(visible(problem.message.in(run_.english)))));
        }
    }

private:
    // Columns are only taken where the place lies on one line.
    [[nodiscard]] std::string annotation(const JudgedFinding& judged, const ReportView& report) const {
        const finding::Finding& finding = judged.finding;
        const Wording& words = wording(run_.english);
        const Region at = region_of(*report.source, finding.place.span);
        std::string place = fmt::format("file={},line={},endLine={}", workflow_property(*report.path), at.start.line, at.end.line);
        if (at.start.line == at.end.line) place += fmt::format(",col={},endColumn={}", at.start.column, at.end.column);
        const std::string review = finding.kind == finding::Kind::review ? fmt::format(" ({})", words.review) : std::string{};
        const std::string title = fmt::format("{} {}{}", finding.rule->id, finding.rule->title.in(run_.english), review);
        std::string said = visible(finding.message);
        if (!finding.calculation.empty()) said += fmt::format("\n{}{}", words.calculation, visible(finding.calculation));
        if (!finding.suspects.empty()) said += '\n' + visible(suspect_phrase(finding.suspects, words));
        return fmt::format("::{} {},title={}::{}\n", command_of(finding.severity), place, workflow_property(title), workflow_data(said));
    }

    Sink sink_;
    RunInfo run_;
};

}  // namespace

std::unique_ptr<Writer> make_github_writer(Sink sink) { return std::make_unique<GithubWriter>(std::move(sink)); }

}  // namespace gouji::output
