// SPDX-License-Identifier: Apache-2.0
// What a run used of its waivers and baseline, and the findings about the rest.
#include <fmt/core.h>

#include <algorithm>

#include "engine/finding/own_rules.hpp"
#include "engine/policy/judge.hpp"

namespace gouji::policy {
namespace {

using finding::JudgedFinding;
using finding::OwnRule;

// Whose waiver it is, for people: "T301 · 2024/*.txt · applications.balance.total".
std::string name_of(const Waiver& waiver) {
    std::string name = waiver.rule;
    for (const std::string& part : {waiver.files, waiver.figure, waiver.section}) {
        if (!part.empty()) name += " · " + part;
    }
    return name;
}

std::string message_for(OwnRule rule, const Waiver& waiver, bool english) {
    const std::string name = name_of(waiver);
    if (rule == OwnRule::waiver_malformed) {
        return english ? fmt::format("The waiver \"{}\" waives nothing: {}.", name, waiver.fault.en) : fmt::format("豁免“{}”不起作用：{}。", name, waiver.fault.zh);
    }
    if (rule == OwnRule::waiver_unused) {
        return english ? fmt::format("The waiver \"{}\" waives nothing.", name) : fmt::format("豁免“{}”没有对应任何检出。", name);
    }
    const std::string day = to_string(*waiver.last_day);
    return english ? fmt::format("The waiver \"{}\" ended on {} and no longer applies.", name, day)
                   : fmt::format("豁免“{}”已于 {} 到期，不再起作用。", name, day);
}

OwnRule rule_for(const Waiver& waiver, finding::Day today) {
    if (!waiver.fault.zh.empty()) return OwnRule::waiver_malformed;
    return in_force(waiver, today) ? OwnRule::waiver_unused : OwnRule::waiver_expired;
}

JudgedFinding own_finding(OwnRule rule, text::Span span, std::string message, std::string key, std::string_view file) {
    JudgedFinding judged;
    judged.finding.rule = &own_rule(rule);
    judged.finding.severity = judged.finding.rule->severity;
    judged.finding.place = {span, "document", {}};
    judged.finding.message = std::move(message);
    judged.finding.fingerprint_key = std::move(key);
    judged.fingerprint = fingerprint(judged.finding, file, 0);
    return judged;
}

}  // namespace

Usage::Usage(const Policy& policy)
    : policy_{&policy},
      waiver_tried_(policy.waivers.size()),
      waiver_used_(policy.waivers.size()),
      entry_used_(policy.baseline.entries().size()) {}

void Usage::add(const Judged& judged) {
    for (const std::uint32_t i : judged.waivers_tried) waiver_tried_[i] = true;
    for (const std::uint32_t i : judged.waivers_used) waiver_used_[i] = true;
    for (const std::uint32_t i : judged.baseline_used) entry_used_[i] = true;
    if (!policy_->baseline.entries().empty()) documents_.push_back(judged.document);
}

std::vector<Usage::FileFindings> Usage::waiver_findings(bool english) const {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < policy_->waivers.size(); ++i) {
        const bool malformed = !policy_->waivers[i].fault.zh.empty();
        if (malformed || (waiver_tried_[i] && !waiver_used_[i])) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Waiver& left = policy_->waivers[a];
        const Waiver& right = policy_->waivers[b];
        return std::tie(left.file, left.span.begin) < std::tie(right.file, right.span.begin);
    });
    std::vector<FileFindings> files;
    for (const std::uint32_t i : order) {
        const Waiver& waiver = policy_->waivers[i];
        if (files.empty() || files.back().file != waiver.file) files.push_back({waiver.file, {}});
        const OwnRule rule = rule_for(waiver, policy_->today);
        files.back().findings.push_back(
            own_finding(rule, waiver.span, message_for(rule, waiver, english), name_of(waiver), waiver.file));
    }
    return files;
}

std::vector<std::uint32_t> Usage::stale_entries() const {
    std::vector<std::string> checked = documents_;
    std::sort(checked.begin(), checked.end());
    std::vector<std::uint32_t> stale;
    const auto& entries = policy_->baseline.entries();
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        if (!entry_used_[i] && std::binary_search(checked.begin(), checked.end(), entries[i].document)) stale.push_back(i);
    }
    return stale;
}

std::optional<JudgedFinding> Usage::stale_finding(bool english) const {
    constexpr std::size_t shown = 3;
    const auto stale = stale_entries();
    if (stale.empty()) return std::nullopt;
    std::string names;
    for (std::size_t i = 0; i < std::min(stale.size(), shown); ++i) {
        const BaselineEntry& entry = policy_->baseline.entries()[stale[i]];
        names += fmt::format("{}{} · {} · {}", i == 0 ? "" : english ? "; " : "；", entry.rule, entry.document, entry.place);
    }
    if (stale.size() > shown) names += english ? "; …" : "……";
    std::string message = english ? fmt::format("{} recorded finding(s) no longer occur: {}", stale.size(), names)
                                  : fmt::format("基线记录的 {} 处检出已不再出现：{}", stale.size(), names);
    return own_finding(OwnRule::baseline_stale, {}, std::move(message), {}, "baseline");
}

}  // namespace gouji::policy
