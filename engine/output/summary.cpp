// SPDX-License-Identifier: Apache-2.0
#include "engine/output/summary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/output/wording.hpp"

namespace gouji::output {

void Tally::add(const ReportView& report) {
    if (report.document != nullptr) ++reports_;  // a waiver file is no report
    grade(report);
    const std::size_t mark = reports_ + 1;
    for (const JudgedFinding& judged : *report.findings) {
        if (judged.suppression == SuppressionKind::waiver) ++waived_;
        if (judged.suppression == SuppressionKind::baseline) ++known_;
        if (judged.suppressed()) continue;
        ++by_severity_[static_cast<std::size_t>(judged.finding.severity)];
        if (judged.finding.kind == finding::Kind::review) ++reviews_;
        if (!judged.finding.fixes.empty()) ++(judged.finding.fixes.front().safe ? fixable_ : unsafe_);
        Counted& counted = by_rule_[judged.finding.rule];
        ++counted.findings;
        if (counted.last_report != mark) ++counted.reports;
        counted.last_report = mark;
    }
}

std::size_t unread_figures(const model::Document& document) {
    const auto unread = [&](std::size_t i) {
        const model::FigureSpec& spec = document.format->figures[i];
        const bool run_together = spec.table < document.tables.size() && document.tables[spec.table].state == model::TableState::unreadable;
        return run_together || document.figures[i].state == model::FigureState::unbound;
    };
    std::size_t count = 0;
    for (std::size_t i = 0; document.format != nullptr && i < document.figures.size(); ++i) count += unread(i) ? 1 : 0;
    return count;
}

void Tally::grade(const ReportView& report) {
    if (report.document == nullptr) return;
    const std::string& name = report.document->agency.empty() ? *report.path : report.document->agency;
    AgencyCount& count = by_agency_[name];
    count.agency = name;
    ++count.reports;
    count.unread += report.unread;
    count.formats.insert(report.document->format == nullptr ? "-" : report.document->format->id);
    for (const JudgedFinding& judged : *report.findings) {
        if (judged.suppressed()) continue;
        ++count.by_severity[static_cast<std::size_t>(judged.finding.severity)];
        ++count.families[judged.finding.rule->family];
        if (judged.finding.kind == finding::Kind::review) ++count.reviews;
    }
}

std::vector<Tally::RuleCount> Tally::by_rule() const {
    std::vector<RuleCount> counts;
    for (const auto& [rule, counted] : by_rule_) counts.push_back({rule, counted.findings, counted.reports});
    std::sort(counts.begin(), counts.end(), [](const RuleCount& a, const RuleCount& b) {
        return a.findings != b.findings ? a.findings > b.findings : a.rule->id < b.rule->id;
    });
    return counts;
}

namespace {

std::string corrections(const Corrections& all, const Wording& words) {
    std::string said;
    if (all.made != 0) said += fmt::format(fmt::runtime(all.pending ? words.summary_pending : words.summary_fixed), all.made, all.files);
    if (all.refused != 0) said += fmt::format(fmt::runtime(words.summary_refused), all.refused);
    return said;
}

}  // namespace

std::string summary_line(const Tally& tally, const RunEnd& end, bool english) {
    const Wording& words = wording(english);
    const auto say = [](std::string_view format, auto... values) { return fmt::format(fmt::runtime(format), values...); };
    using finding::Severity;
    std::string line = say(words.summary_files, tally.reports());
    if (tally.findings() == 0) {
        line += words.summary_clean;
    } else {
        line += say(words.summary_counts, tally.count(Severity::error), tally.count(Severity::warning), tally.count(Severity::note));
    }
    if (tally.reviews() != 0) line += say(words.summary_review, tally.reviews());
    line += corrections(end.corrections, words);
    if (tally.fixable() != 0 && !end.corrections.pending) line += say(words.summary_fixable, tally.fixable());
    if (tally.unsafe() != 0) line += say(words.summary_unsafe, tally.unsafe());
    if (tally.waived() + tally.known() != 0) line += say(words.summary_suppressed, tally.waived(), tally.known());
    if (!end.problems.empty()) line += say(words.summary_unread, end.problems.size());
    line += words.summary_end;
    line += '\n';
    return line;
}

std::string statistics(const Tally& tally, bool english) {
    std::string out{wording(english).statistics};
    out += '\n';
    for (const Tally::RuleCount& each : tally.by_rule()) {
        out += fmt::format("{:>7}  {:>6}  {}  {} [{}]\n", each.findings, each.reports, each.rule->id, each.rule->title.in(english),
                           each.rule->name);
    }
    out += wording(english).statistics_agencies;
    out += '\n';
    for (const auto& [name, each] : tally.by_agency()) {
        std::string families;
        for (const auto& [family, count] : each.families) families += fmt::format(" {}{}", family, count);
        out += fmt::format("{:>7}  {:>6}  {:>6}  {:>6}  {:>6}  {:>6}  {}  {}{}\n", each.reports, each.by_severity[2], each.by_severity[1], each.by_severity[0],
                           each.reviews, each.unread, fmt::join(each.formats, ","), name, families.empty() ? "" : "  ·" + families);
    }
    return out;
}

}  // namespace gouji::output
