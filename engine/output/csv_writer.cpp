// SPDX-License-Identifier: Apache-2.0
// One line for each finding, for spreadsheets: a BOM, so that they take it for UTF-8, and line ends as RFC 4180 has them.
#include <array>

#include "engine/output/escape.hpp"
#include "engine/output/phrases.hpp"
#include "engine/output/region.hpp"
#include "engine/output/visible.hpp"
#include "engine/output/writers.hpp"

namespace gouji::output {
namespace {

struct Column {
    std::string_view zh;
    std::string_view en;
};

constexpr std::array columns{
    Column{"文件", "path"},         Column{"单位", "agency"},       Column{"年度", "year"},      Column{"格式", "format"},
    Column{"行", "line"},           Column{"列", "column"},         Column{"级别", "severity"},  Column{"性质", "kind"},
    Column{"规则", "rule"},         Column{"规则名", "name"},       Column{"标题", "title"},     Column{"说明", "message"},
    Column{"计算", "calculation"},  Column{"位置", "logical"},      Column{"位置名称", "label"}, Column{"疑点", "suspects"},
    Column{"依据", "basis"},        Column{"建议", "advice"},       Column{"指纹", "fingerprint"}, Column{"处理", "suppression"},
};

class CsvWriter final : public Writer {
public:
    explicit CsvWriter(Sink sink) : sink_{std::move(sink)} {}

    void begin(const RunInfo& run) override {
        run_ = run;
        out_ = "\xEF\xBB\xBF";
        for (const Column& column : columns) field(run.english ? column.en : column.zh);
        finish_line();
        sink_(out_);
    }

    void write_report(const ReportView& report) override {
        out_.clear();
        for (const JudgedFinding& judged : *report.findings) {
            if (!judged.suppressed() || run_.show_suppressed) write(judged, report);
        }
        if (!out_.empty()) sink_(out_);
    }

    void end(const RunEnd&) override {}

private:
    void field(std::string_view text) {
        out_ += csv_field(visible(text));
        out_ += ',';
    }
    void finish_line() {
        out_.pop_back();
        out_ += "\r\n";
    }

    void write(const JudgedFinding& judged, const ReportView& report) {
        const finding::Finding& finding = judged.finding;
        const finding::RuleInfo& rule = *finding.rule;
        const Wording& words = wording(run_.english);
        report_fields(report);
        const Region at = region_of(*report.source, finding.place.span);
        field(std::to_string(at.start.line));
        field(std::to_string(at.start.column));
        field(severity_name(words, finding.severity));
        field(finding.kind == finding::Kind::review ? words.review : words.fail);
        for (const std::string_view part : {std::string_view{rule.id}, std::string_view{rule.name}, std::string_view{rule.title.in(run_.english)},
                                            std::string_view{finding.message}, std::string_view{finding.calculation},
                                            std::string_view{finding.place.logical}, std::string_view{finding.place.label}}) {
            field(part);
        }
        field(suspect_phrase(finding.suspects, words));
        field(basis_phrase(rule, run_.english, report.law_year()));
        field(rule.advice.in(run_.english));
        field(judged.fingerprint);
        field(suppression_phrase(judged, words));
        finish_line();
    }

    void report_fields(const ReportView& report) {
        const model::Document* document = report.document;
        field(*report.path);
        field(document == nullptr ? std::string_view{} : std::string_view{document->agency});
        field(document == nullptr || !document->year ? std::string{} : std::to_string(*document->year));
        field(document == nullptr || document->format == nullptr ? std::string_view{} : std::string_view{document->format->id});
    }

    Sink sink_;
    RunInfo run_;
    std::string out_;
};

}  // namespace

std::unique_ptr<Writer> make_csv_writer(Sink sink) { return std::make_unique<CsvWriter>(std::move(sink)); }

}  // namespace gouji::output
