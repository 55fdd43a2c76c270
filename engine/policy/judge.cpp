// SPDX-License-Identifier: Apache-2.0
#include "engine/policy/judge.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "grammar/text/utf8.hpp"

namespace gouji::policy {
namespace {

using finding::Finding;
using finding::JudgedFinding;
using finding::SuppressionKind;

auto order_of(const Finding& finding) {
    return std::tie(finding.place.span.begin, finding.rule->id, finding.place.logical, finding.fingerprint_key,
                    finding.place.span.end, finding.message);
}

// Findings are large: the order is found on indices, then each is moved once.
std::vector<std::uint32_t> sorted_order(const std::vector<Finding>& findings) {
    std::vector<std::uint32_t> order(findings.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return order_of(findings[a]) < order_of(findings[b]); });
    return order;
}

auto likeness_of(const Finding& finding) { return std::tie(finding.rule->id, finding.place.logical, finding.fingerprint_key); }

// For each finding: how many that are alike stand before it in that order. By sorting, as a hostile report has many.
std::vector<std::uint32_t> occurrences(const std::vector<Finding>& findings, std::vector<std::uint32_t> order) {
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return likeness_of(findings[a]) < likeness_of(findings[b]); });
    std::vector<std::uint32_t> before(findings.size());
    for (std::size_t i = 1; i < order.size(); ++i) {
        const bool same = likeness_of(findings[order[i - 1]]) == likeness_of(findings[order[i]]);
        before[order[i]] = same ? before[order[i - 1]] + 1 : 0;
    }
    return before;
}

std::vector<std::uint32_t> waivers_for(const Waivers& waivers, std::string_view path) {
    std::vector<std::uint32_t> indices;
    for (std::uint32_t i = 0; i < waivers.size(); ++i) {
        if (covers_file(waivers[i], path)) indices.push_back(i);
    }
    return indices;
}

void apply_waivers(JudgedFinding& judged, const Policy& policy, Judged& out) {
    for (const std::uint32_t i : out.waivers_tried) {
        const Waiver& waiver = policy.waivers[i];
        if (!in_force(waiver, policy.today) || !covers_finding(waiver, judged.finding)) continue;
        judged.suppression = SuppressionKind::waiver;
        judged.justification = waiver.reason;
        out.waivers_used.push_back(i);
        return;
    }
}

void apply_baseline(JudgedFinding& judged, const Policy& policy, Judged& out) {
    const auto entry = policy.baseline.find(judged.fingerprint);
    if (!entry) return;
    out.baseline_used.push_back(*entry);
    // A waived finding keeps its reason, but its baseline entry is not stale.
    if (!judged.suppressed()) judged.suppression = SuppressionKind::baseline;
}

// A rule that cuts a text at a wrong byte must not spoil a whole output file.
void mend(std::string& written) {
    if (text::is_utf8(written)) return;
    std::string mended;
    for (std::size_t i = 0; i < written.size();) {
        const std::size_t size = text::utf8_sequence(written, i);
        mended += size == 0 ? text::replacement_character : std::string_view{written}.substr(i, size);
        i += std::max<std::size_t>(size, 1);
    }
    written = std::move(mended);
}

void mend_texts(Finding& finding) {
    for (std::string* each : {&finding.message, &finding.calculation, &finding.hypothesis}) mend(*each);
}

}  // namespace

Judged judge(std::vector<Finding> findings, const ReportIdentity& report, const Policy& policy) {
    Judged out;
    out.document = document_key(report);
    out.waivers_tried = waivers_for(policy.waivers, report.path);
    out.findings.reserve(findings.size());
    const std::vector<std::uint32_t> order = sorted_order(findings);
    const std::vector<std::uint32_t> before = occurrences(findings, order);
    for (const std::uint32_t i : order) {
        mend_texts(findings[i]);
        JudgedFinding& judged = out.findings.emplace_back();
        judged.finding = std::move(findings[i]);
        judged.fingerprint = fingerprint(judged.finding, out.document, before[i]);
        apply_waivers(judged, policy, out);
        apply_baseline(judged, policy, out);
    }
    return out;
}

std::vector<BaselineEntry> baseline_entries(const Judged& judged) {
    std::vector<BaselineEntry> entries;
    for (const JudgedFinding& each : judged.findings) {
        if (each.suppression == SuppressionKind::waiver || each.finding.rule->pack == "gouji") continue;
        entries.push_back({each.fingerprint, each.finding.rule->id, judged.document, std::string{each.finding.place.logical}});
    }
    return entries;
}

}  // namespace gouji::policy
