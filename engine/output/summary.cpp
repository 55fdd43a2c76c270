// SPDX-License-Identifier: Apache-2.0
#include "engine/output/summary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/output/wording.hpp"

namespace gouji::output {

void Tally::add(const ReportView& report) {
    if (report.document != nullptr && !report.across) ++reports_;  // a waiver file is no report
    const std::size_t mark = reports_ + 1;
    for (const JudgedFinding& judged : *report.findings) {
        if (judged.suppression == SuppressionKind::waiver) ++waived_;
        if (judged.suppression == SuppressionKind::baseline) ++known_;
        if (judged.suppressed()) continue;
        ++by_severity_[static_cast<std::size_t>(judged.finding.severity)];
        if (judged.finding.kind == finding::Kind::review) ++reviews_;
        if (!judged.finding.fixes.empty()) ++fixable_;
        Counted& counted = by_rule_[judged.finding.rule];
        ++counted.findings;
        if (counted.last_report != mark) ++counted.reports;
        counted.last_report = mark;
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
    if (tally.fixable() != 0) line += say(words.summary_fixable, tally.fixable());
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
    return out;
}

}  // namespace gouji::output
