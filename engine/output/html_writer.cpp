// SPDX-License-Identifier: Apache-2.0
// One self-contained page: each report with its findings and its marked text as they come, then the summary, which the
// style and the script put first. Of a report only its line in the summary is kept.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

#include "engine/output/escape.hpp"
#include "engine/output/html_findings.hpp"
#include "engine/output/html_page.hpp"
#include "engine/output/html_text.hpp"
#include "engine/output/summary.hpp"
#include "engine/output/visible.hpp"
#include "engine/output/writers.hpp"

namespace gouji::output {

std::string html_escaped(std::string_view text) { return xml_escaped(visible_lines(text)); }

std::string_view class_of(const finding::Finding& finding) {
    return finding.kind == finding::Kind::review ? std::string_view{"review"} : finding::to_string(finding.severity);
}

namespace {

constexpr std::size_t texts_open = 5;  // of the first reports; the others open with a click

class HtmlWriter final : public Writer {
public:
    explicit HtmlWriter(Sink sink) : sink_{std::move(sink)} {}

    void begin(const RunInfo& run) override;
    void write_report(const ReportView& report) override;
    void end(const RunEnd& end) override;

private:
    // A report's line in the summary.
    struct Line {
        std::string path, agency, format;
        std::optional<std::int16_t> year;
        std::array<std::size_t, 3> by_severity{};
        std::string families;  // "T 2 · F 1"
        std::size_t unread = 0;  // figures that could not be read with certainty
        std::size_t total = 0;
        std::size_t section = 0;  // of the page
    };
    [[nodiscard]] Line line_of(const ReportView& report, const std::vector<const JudgedFinding*>& findings) const;
    [[nodiscard]] std::string head_of(const Line& line) const;
    void cards();
    void rules_table();
    void reports_table();
    void problems(const RunEnd& end);
    void open_table(std::string_view title, std::string_view id, std::initializer_list<std::string_view> columns);
    [[nodiscard]] std::string bar(const std::array<std::size_t, 3>& by_severity, std::size_t most) const;

    Sink sink_;
    RunInfo run_;
    const Wording* words_ = nullptr;
    Tally tally_;
    std::vector<Line> lines_;
    std::size_t sections_ = 0;
    std::string out_;
};

void HtmlWriter::begin(const RunInfo& run) {
    run_ = run;
    words_ = &wording(run.english);
    std::string packs;
    for (const PackInfo& pack : run.packs) packs += fmt::format(" · {} {}", html_escaped(pack.title.in(run.english)), html_escaped(pack.version));
    sink_(fmt::format(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n"
        "<link rel=\"icon\" href=\"data:,\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#summary\">{}</a>\n"
        "<main>\n<div class=\"masthead\"><h1>{}</h1>\n<p class=\"soft\">gouji {}{}</p></div>\n<div id=\"reports\">\n",
        words_->language, words_->page_title, page_style(), words_->page_summary, words_->page_title, html_escaped(run.version), packs));
}

HtmlWriter::Line HtmlWriter::line_of(const ReportView& report, const std::vector<const JudgedFinding*>& findings) const {
    Line line;
    line.path = *report.path;
    if (const model::Document* document = report.document; document != nullptr) {
        line.agency = document->agency;
        line.year = document->year;
        line.unread = report.unread;
        if (document->format != nullptr) line.format = document->format->id;
    }
    std::map<std::string_view, std::size_t> families;
    for (const JudgedFinding* judged : findings) {
        if (judged->suppressed()) continue;
        ++line.by_severity[static_cast<std::size_t>(judged->finding.severity)];
        ++families[judged->finding.rule->family];
        ++line.total;
    }
    for (const auto& [family, count] : families) line.families += fmt::format("{}{} {}", line.families.empty() ? "" : " · ", family, count);
    return line;
}

std::string HtmlWriter::head_of(const Line& line) const {
    std::string out = html_escaped(line.agency);
    if (line.year) out += ' ' + fmt::format(fmt::runtime(words_->year), *line.year);
    if (!line.format.empty()) out += " · " + fmt::format(fmt::runtime(words_->format), html_escaped(line.format));
    return out;
}

void HtmlWriter::write_report(const ReportView& report) {
    tally_.add(report);
    std::vector<const JudgedFinding*> shown;
    for (const JudgedFinding& judged : *report.findings) {
        if (!judged.suppressed() || run_.show_suppressed) shown.push_back(&judged);
    }
    const std::size_t number = sections_++;
    Line line = line_of(report, shown);
    line.section = number;
    out_.clear();
    fmt::format_to(std::back_inserter(out_), "<section class=\"report\" id=\"r{}\" aria-labelledby=\"h{}\">\n<h2 id=\"h{}\">{}</h2>\n<p class=\"soft\">{}</p>\n",
                   number, number, number, html_escaped(*report.path), head_of(line));
    lines_.push_back(std::move(line));
    if (shown.empty()) {
        out_ += fmt::format("<p>{}{}</p>\n", words_->clean_report, words_->sentence_end);
    } else {
        out_ += html_findings(report, number, shown, run_.english);
        if (report.partial) return sink_(out_ + "</section>\n");  // its text is not at hand
        out_ += fmt::format("<details{}><summary>{}</summary>\n<div class=\"text\">\n", number < texts_open ? " open" : "", words_->page_text);
        out_ += HtmlText{report, number, shown, *words_}.write();
        out_ += "</div></details>\n";
    }
    out_ += "</section>\n";
    sink_(out_);
}

void HtmlWriter::end(const RunEnd& end) {
    out_ = "</div>\n<section id=\"summary\" aria-labelledby=\"summary-title\">\n";
    out_ += fmt::format("<h2 id=\"summary-title\">{}</h2>\n<p>{}</p>\n", words_->page_summary, summary_line(tally_, end, run_.english));
    cards();
    problems(end);
    if (tally_.findings() != 0) rules_table();
    reports_table();
    fmt::format_to(std::back_inserter(out_),
                   "<div id=\"list\" data-title=\"{}\" data-search=\"{}\" data-more=\"{}\" data-severity=\"{}\" data-rule=\"{}\" data-file=\"{}\" "
                   "data-place=\"{}\" data-message=\"{}\" data-error=\"{}\" data-warning=\"{}\" data-note=\"{}\" data-review=\"{}\"></div>\n",
                   words_->page_findings, words_->page_search, words_->page_more, words_->severity, words_->rule, words_->file, words_->place,
                   words_->message, words_->severity_error, words_->severity_warning, words_->severity_note, words_->review);
    out_ += "</section>\n</main>\n<script>";
    out_ += page_script();
    out_ += "</script>\n</body>\n</html>\n";
    sink_(out_);
}

void HtmlWriter::cards() {
    out_ += "<ul class=\"cards\">\n";
    const auto card = [&](std::string_view css, std::string_view name, std::size_t count) {
        out_ += fmt::format("<li class=\"{}\"><b>{}</b>{}</li>\n", css, count, name);
    };
    card("files", words_->file, tally_.reports());
    std::string share;
    for (const auto severity : {finding::Severity::error, finding::Severity::warning, finding::Severity::note}) {
        const std::size_t count = tally_.count(severity);
        card(finding::to_string(severity), severity_name(*words_, severity), count);
        if (count != 0) share += fmt::format("<i class=\"{}\" style=\"--w:{}\"></i>", finding::to_string(severity), count);
    }
    card("review", words_->review, tally_.reviews());
    out_ += "</ul>\n";
    if (!share.empty()) out_ += fmt::format("<div class=\"share\" aria-hidden=\"true\">{}</div>\n", share);
}

void HtmlWriter::open_table(std::string_view title, std::string_view id, std::initializer_list<std::string_view> columns) {
    out_ += fmt::format("<h2>{}</h2>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\"><table id=\"{}\"><thead><tr>", title, title, id);
    for (const std::string_view column : columns) out_ += fmt::format("<th scope=\"col\">{}</th>", column);
    out_ += "</tr></thead><tbody>\n";
}

std::string HtmlWriter::bar(const std::array<std::size_t, 3>& by_severity, std::size_t most) const {
    std::string out = "<span class=\"bar\" aria-hidden=\"true\">";
    for (const auto severity : {finding::Severity::error, finding::Severity::warning, finding::Severity::note}) {
        const std::size_t count = by_severity[static_cast<std::size_t>(severity)];
        if (count == 0) continue;
        out += fmt::format("<i class=\"{}\" style=\"--w:{:.1f}%\"></i>", finding::to_string(severity),
                           100.0 * static_cast<double>(count) / static_cast<double>(most));
    }
    return out + "</span>";
}

void HtmlWriter::rules_table() {
    const auto counts = tally_.by_rule();
    open_table(words_->page_rules, "by-rule", {words_->rule, words_->severity, words_->count, words_->report_count});
    for (const Tally::RuleCount& each : counts) {
        std::array<std::size_t, 3> by_severity{};
        by_severity[static_cast<std::size_t>(each.rule->severity)] = each.findings;
        out_ += fmt::format("<tr><td>{} {}</td><td class=\"nowrap\">{}</td><td data-key=\"{}\"><span class=\"count\"><b>{}</b>{}</span></td><td class=\"number\">{}</td></tr>\n",
                            html_escaped(each.rule->id), html_escaped(each.rule->title.in(run_.english)),
                            severity_name(*words_, each.rule->severity), each.findings, each.findings, bar(by_severity, counts.front().findings), each.reports);
    }
    out_ += "</tbody></table></div>\n";
}

void HtmlWriter::reports_table() {
    std::size_t most = 1;
    for (const Line& line : lines_) most = std::max(most, line.total);
    open_table(words_->page_reports, "by-report",
               {words_->file, words_->agency, words_->year_name, words_->format_name, words_->severity_error, words_->severity_warning,
                words_->severity_note, words_->count, words_->families, words_->unread});
    for (const Line& line : lines_) {
        out_ += fmt::format("<tr><td><a href=\"#r{}\">{}</a></td><td>{}</td><td>{}</td><td>{}</td>", line.section, html_escaped(line.path), html_escaped(line.agency),
                            line.year ? std::to_string(*line.year) : std::string{}, html_escaped(line.format));
        for (const std::size_t severity : {2U, 1U, 0U}) out_ += fmt::format("<td class=\"number\">{}</td>", line.by_severity[severity]);
        out_ += fmt::format("<td data-key=\"{}\"><span class=\"count\"><b>{}</b>{}</span></td><td class=\"nowrap\">{}</td><td class=\"number\">{}</td></tr>\n",
                            line.total, line.total, bar(line.by_severity, most), html_escaped(line.families), line.unread);
    }
    out_ += "</tbody></table></div>\n";
}

void HtmlWriter::problems(const RunEnd& end) {
    if (end.problems.empty()) return;
    out_ += fmt::format("<h2>{}</h2>\n<ul>\n", words_->page_problems);
    for (const text::Problem& problem : end.problems) {
        const std::string line = problem.line == 0 ? std::string{} : fmt::format(":{}", problem.line);
        const std::string file = problem.file.empty() ? std::string{} : fmt::format("<b>{}{}</b> ", html_escaped(problem.file), line);
        out_ += fmt::format("<li>{}{}</li>\n", file, html_escaped(problem.message.in(run_.english)));
    }
    out_ += "</ul>\n";
}

}  // namespace

std::unique_ptr<Writer> make_html_writer(Sink sink) { return std::make_unique<HtmlWriter>(std::move(sink)); }

}  // namespace gouji::output
