// SPDX-License-Identifier: Apache-2.0
// JUnit: a suite for each report, a failed case for each finding, one passed case for a clean report; what could not be
// done is a suite of errors at the end.
#include <fmt/format.h>

#include "engine/output/escape.hpp"
#include "engine/output/phrases.hpp"
#include "engine/output/region.hpp"
#include "engine/output/writers.hpp"

namespace gouji::output {
namespace {

class JunitWriter final : public Writer {
public:
    explicit JunitWriter(Sink sink) : sink_{std::move(sink)} {}

    void begin(const RunInfo& run) override {
        run_ = run;
        words_ = &wording(run.english);
        sink_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gouji\">\n");
    }

    void write_report(const ReportView& report) override {
        std::string cases;
        std::size_t failures = 0;
        std::size_t skipped = 0;
        for (const JudgedFinding& judged : *report.findings) {
            if (judged.suppressed() && !run_.show_suppressed) continue;
            ++(judged.suppressed() ? skipped : failures);
            cases += finding_case(judged, report);
        }
        std::size_t tests = failures + skipped;
        if (tests == 0) {
            tests = 1;
            cases = fmt::format("    <testcase classname=\"{}\" name=\"{}\"/>\n", xml_attribute(*report.path), xml_attribute(words_->clean_report));
        }
        sink_(fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n{}  </testsuite>\n",
                          xml_attribute(*report.path), tests, failures, skipped, cases));
    }

    void end(const RunEnd& end) override {
        if (!end.problems.empty()) write_problems(end.problems);
        sink_("</testsuites>\n");
    }

private:
    [[nodiscard]] std::string finding_case(const JudgedFinding& judged, const ReportView& report) const {
        const finding::Finding& finding = judged.finding;
        const Region at = region_of(*report.source, finding.place.span);
        const std::string name = fmt::format("{} {} {}:{}", finding.rule->id, finding.rule->name, at.start.line, at.start.column);
        std::string out = fmt::format("    <testcase classname=\"{}\" name=\"{}\">\n", xml_attribute(*report.path), xml_attribute(name));
        if (judged.suppressed()) {
            out += fmt::format("      <skipped message=\"{}\"/>\n", xml_attribute(suppression_phrase(judged, *words_)));
        } else {
            const std::string_view type = finding.kind == finding::Kind::review ? "review" : finding::to_string(finding.severity);
            out += fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n", type, xml_attribute(finding.message),
                               xml_escaped(details(finding, report, at)));
        }
        return out + "    </testcase>\n";
    }

    [[nodiscard]] std::string details(const finding::Finding& finding, const ReportView& report, const Region& at) const {
        std::string out = fmt::format("{}:{}:{}: {}\n", *report.path, at.start.line, at.start.column, finding.rule->title.in(run_.english));
        const auto line = [&](std::string_view label, const std::string& text) {
            if (!text.empty()) out += fmt::format("{}{}\n", label, text);
        };
        line({}, finding.message);
        line(words_->calculation, finding.calculation);
        line({}, suspect_phrase(finding.suspects, *words_));
        line(words_->hypothesis, finding.hypothesis);
        line(words_->basis, basis_phrase(*finding.rule, run_.english, report.law_year()));
        line(words_->advice, finding.rule->advice.in(run_.english));
        return out;
    }

    void write_problems(const std::vector<text::Problem>& problems) {
        sink_(fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"0\" errors=\"{}\" skipped=\"0\">\n",
                          xml_attribute(words_->problem), problems.size(), problems.size()));
        for (const text::Problem& problem : problems) {
            const std::string& message = problem.message.in(run_.english);
            sink_(fmt::format("    <testcase classname=\"{}\" name=\"{}\">\n      <error message=\"{}\"/>\n    </testcase>\n",
                              xml_attribute(words_->problem), xml_attribute(problem.file.empty() ? problem.subject : problem.file),
                              xml_attribute(message)));
        }
        sink_("  </testsuite>\n");
    }

    Sink sink_;
    RunInfo run_;
    const Wording* words_ = nullptr;
};

}  // namespace

std::unique_ptr<Writer> make_junit_writer(Sink sink) { return std::make_unique<JunitWriter>(std::move(sink)); }

}  // namespace gouji::output
