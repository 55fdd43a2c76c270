// SPDX-License-Identifier: Apache-2.0
// The default output, read from top to bottom by the clerk who wrote the report: one paragraph for each thing to correct.
#include <fmt/color.h>

#include <set>

#include "engine/output/causes.hpp"
#include "engine/output/excerpt.hpp"
#include "engine/output/original_place.hpp"
#include "engine/output/phrases.hpp"
#include "engine/output/region.hpp"
#include "engine/output/visible.hpp"
#include "engine/output/writers.hpp"

namespace gouji::output {
namespace {

using finding::Finding;
using finding::Kind;
using finding::Severity;

fmt::text_style style_of(const Finding& finding) {
    if (finding.kind == Kind::review) return fmt::emphasis::bold | fmt::fg(fmt::terminal_color::magenta);
    switch (finding.severity) {
        case Severity::error: return fmt::emphasis::bold | fmt::fg(fmt::terminal_color::red);
        case Severity::warning: return fmt::emphasis::bold | fmt::fg(fmt::terminal_color::yellow);
        case Severity::note: return fmt::emphasis::bold | fmt::fg(fmt::terminal_color::cyan);
    }
    return {};
}

class TextWriter final : public Writer {
public:
    explicit TextWriter(Sink sink) : sink_{std::move(sink)} {}

    void begin(const RunInfo& run) override {
        run_ = run;
        words_ = &wording(run.english);
    }
    void write_report(const ReportView& report) override;
    void end(const RunEnd&) override {}

private:
    void head(const ReportView& report);
    void group(const CauseGroup& group, const ReportView& report);
    void header(const JudgedFinding& judged, const ReportView& report, std::string_view indent);
    void excerpt(const Finding& finding, const text::SourceText& source);
    void evidence(const Finding& finding, const text::SourceText& source);
    void consequences(const CauseGroup& group, const ReportView& report);
    void remedy(const JudgedFinding& judged, const ReportView& report);

    void line(std::string_view indent, std::string_view label, std::string_view text);
    [[nodiscard]] std::string painted(fmt::text_style style, std::string_view text) const;

    Sink sink_;
    RunInfo run_;
    const Wording* words_ = nullptr;
    std::string out_;
    std::set<std::string_view> explained_;  // rules of this report whose basis and advice are written already
};

constexpr std::string_view indent_one = "  ";
constexpr std::string_view indent_two = "    ";

std::string TextWriter::painted(fmt::text_style style, std::string_view text) const {
    return run_.color ? fmt::format(style, "{}", text) : std::string{text};
}

void TextWriter::line(std::string_view indent, std::string_view label, std::string_view text) {
    if (text.empty()) return;
    out_ += indent;
    out_ += painted(fmt::emphasis::bold, label);
    out_ += visible(text);
    out_ += '\n';
}

void TextWriter::write_report(const ReportView& report) {
    const auto groups = group_by_cause(*report.findings, run_.show_suppressed);
    if (groups.empty()) return;
    out_.clear();
    explained_.clear();
    if (!run_.quiet) head(report);
    for (const CauseGroup& each : groups) group(each, report);
    sink_(out_);
}

// ── path ── agency, year, format: so that a wrong identification is seen at once.
void TextWriter::head(const ReportView& report) {
    std::string known;
    if (report.document != nullptr) {
        const auto add = [&](const std::string& part) { known += "  " + part; };
        if (!report.document->agency.empty()) add(visible(report.document->agency));
        if (report.document->year) add(fmt::format(fmt::runtime(words_->year), *report.document->year));
        if (report.document->format != nullptr) add(fmt::format(fmt::runtime(words_->format), report.document->format->id));
        if (report.source->encoding() != "UTF-8") add(report.source->encoding());
    }
    out_ += painted(fmt::emphasis::bold, fmt::format("== {} ==", visible(*report.path)));
    out_ += known + "\n\n";
}

void TextWriter::header(const JudgedFinding& judged, const ReportView& report, std::string_view indent) {
    const Finding& finding = judged.finding;
    const Region at = region_of(*report.source, finding.place.span);
    const std::string_view level = finding.kind == Kind::review ? words_->review : finding::to_string(finding.severity);
    out_ += indent;
    out_ += painted(fmt::emphasis::bold, fmt::format("{}:{}:{}:", visible(*report.path), at.start.line, at.start.column));
    out_ += fmt::format(" {} {} {} [{}]\n", painted(style_of(finding), level), painted(fmt::emphasis::bold, finding.rule->id),
                        visible(finding.rule->title.in(run_.english)), finding.rule->name);
}

void TextWriter::group(const CauseGroup& group, const ReportView& report) {
    const JudgedFinding& first = *group.front();
    if (run_.quiet) {
        for (const JudgedFinding* each : group) header(*each, report, {});
        return;
    }
    header(first, report, {});
    line(indent_one, {}, first.finding.message);
    excerpt(first.finding, *report.source);
    if (!first.finding.across) line(indent_one, words_->original, original_phrase(original_place(report, first.finding.place.span), *words_));
    evidence(first.finding, *report.source);
    consequences(group, report);
    remedy(first, report);
    out_ += '\n';
}

void TextWriter::excerpt(const Finding& finding, const text::SourceText& source) {
    if (!has_place(finding.place.span)) return;
    const Excerpt shown = excerpt_of(source, finding.place.span);
    if (shown.text.empty()) return;
    out_ += painted(fmt::emphasis::faint, fmt::format("{:>7} | ", shown.line));
    out_ += shown.text;
    out_ += painted(fmt::emphasis::faint, fmt::format("\n{:>7} | ", ""));
    out_ += painted(style_of(finding), shown.carets);
    if (shown.last_line != shown.line) out_ += fmt::format(fmt::runtime(words_->until_line), shown.last_line);
    out_ += '\n';
}

void TextWriter::evidence(const Finding& finding, const text::SourceText& source) {
    line(indent_one, words_->calculation, finding.calculation);
    if (!finding.operands.empty()) line(indent_one, words_->operands, operand_phrase(finding.operands, source, *words_));
    if (!finding.related.empty()) line(indent_one, words_->related, related_phrase(finding.related, source, *words_));
}

// The other findings of the same cause: place, what and how much, without repeating what they share.
void TextWriter::consequences(const CauseGroup& group, const ReportView& report) {
    if (group.size() < 2) return;
    line(indent_one, {}, fmt::format(fmt::runtime(words_->consequences), group.size() - 1));
    for (std::size_t i = 1; i < group.size(); ++i) {
        const Finding& finding = group[i]->finding;
        header(*group[i], report, indent_two);
        line("      ", {}, finding.message);
        line("      ", words_->calculation, finding.calculation);
    }
}

void TextWriter::remedy(const JudgedFinding& judged, const ReportView& report) {
    const Finding& finding = judged.finding;
    line(indent_one, {}, suspect_phrase(finding.suspects, *words_));
    line(indent_one, words_->hypothesis, finding.hypothesis);
    if (explained_.insert(finding.rule->id).second) {
        line(indent_one, words_->basis, basis_phrase(*finding.rule, run_.english, report.law_year()));
        line(indent_one, words_->advice, finding.rule->advice.in(run_.english));
    }
    for (const finding::Fix& fix : finding.fixes) {
        line(indent_one, fix.safe ? words_->fix : words_->unsafe_fix, fix.description.in(run_.english));
    }
    line(indent_one, {}, suppression_phrase(judged, *words_));
}

}  // namespace

std::unique_ptr<Writer> make_text_writer(Sink sink) { return std::make_unique<TextWriter>(std::move(sink)); }

}  // namespace gouji::output
