// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "engine/policy/exit_status.hpp"
#include "engine/policy/judge.hpp"

namespace gouji::policy {
namespace {

using finding::Finding;
using finding::Severity;
using finding::SuppressionKind;

struct Rules {
    finding::RuleInfo balance;
    finding::RuleInfo total;
    Rules() {
        balance.id = "T301";
        balance.name = "applications-balance";
        total.id = "T303";
        total.name = "applicants-total";
    }
};
const Rules rules;

Finding finding_of(const finding::RuleInfo& rule, std::uint32_t begin, const char* logical, const char* key = "") {
    Finding finding;
    finding.rule = &rule;
    finding.severity = Severity::error;
    finding.place = {{begin, begin + 2}, logical, ""};
    finding.fingerprint_key = key;
    return finding;
}

std::vector<Finding> sample() {
    return {finding_of(rules.total, 30, "applications.received.total"), finding_of(rules.total, 10, "applications.granted.total"),
            finding_of(rules.balance, 30, "applications.balance.total")};
}

const ReportIdentity report{"2023/甲镇.txt", "甲镇人民政府", 2023};

Waiver waiver_of(const char* rule) {
    Waiver waiver;
    waiver.rule = rule;
    waiver.reason = "已书面说明";
    waiver.file = "gouji.waivers.toml";
    return waiver;
}

}  // namespace

TEST_CASE("findings are ordered by position, then rule, whatever order they came in") {
    auto findings = sample();
    const Judged forward = judge(findings, report, {});
    std::reverse(findings.begin(), findings.end());
    const Judged backward = judge(findings, report, {});
    REQUIRE(forward.findings.size() == 3);
    CHECK(forward.findings[0].finding.place.logical == "applications.granted.total");
    CHECK(forward.findings[1].finding.rule->id == "T301");
    CHECK(forward.findings[2].finding.rule->id == "T303");
    for (std::size_t i = 0; i < 3; ++i) CHECK(forward.findings[i].fingerprint == backward.findings[i].fingerprint);
}

TEST_CASE("findings that are alike are told apart by counting, not by place") {
    const auto at = [](std::uint32_t first, std::uint32_t second) {
        return judge({finding_of(rules.total, first, "document"), finding_of(rules.total, second, "document")}, report, {});
    };
    const Judged judged = at(5, 90);
    const Judged moved = at(1005, 1090);
    CHECK(judged.findings[0].fingerprint != judged.findings[1].fingerprint);
    CHECK(judged.findings[0].fingerprint == moved.findings[0].fingerprint);
    CHECK(judged.findings[1].fingerprint == moved.findings[1].fingerprint);
}

TEST_CASE("a message cut in the middle of a character is mended") {
    auto findings = sample();
    findings[1].message = std::string{"甲镇"}.substr(0, 5) + "!";
    CHECK(judge(findings, report, {}).findings[0].finding.message == "甲\uFFFD\uFFFD!");
}

TEST_CASE("a waiver suppresses its rule at its place and says why") {
    Policy policy;
    policy.waivers = {waiver_of("applicants-total")};
    policy.waivers[0].figure = "applications.granted.*";
    const Judged judged = judge(sample(), report, policy);
    CHECK(judged.findings[0].suppression == SuppressionKind::waiver);
    CHECK(judged.findings[0].justification == "已书面说明");
    CHECK_FALSE(judged.findings[1].suppressed());
    CHECK_FALSE(judged.findings[2].suppressed());
    Usage usage{policy};
    usage.add(judged);
    CHECK(usage.waiver_findings(false).empty());
}

TEST_CASE("a waiver holds through its last day and not longer") {
    Policy policy;
    policy.waivers = {waiver_of("T301")};
    policy.waivers[0].last_day = finding::read_day("2024-06-30");
    policy.today = *finding::read_day("2024-06-30");
    CHECK(judge(sample(), report, policy).findings[1].suppressed());

    policy.today = *finding::read_day("2024-07-01");
    const Judged judged = judge(sample(), report, policy);
    CHECK_FALSE(judged.findings[1].suppressed());
    Usage usage{policy};
    usage.add(judged);
    const auto files = usage.waiver_findings(false);
    REQUIRE(files.size() == 1);
    CHECK(files[0].findings[0].finding.rule->name == "waiver-expired");
    CHECK(files[0].findings[0].finding.message == "豁免“T301”已于 2024-06-30 到期，不再起作用。");
}

TEST_CASE("a waiver that waives nothing is a finding of its file, in its place, once its files were checked") {
    Policy policy;
    policy.waivers = {waiver_of("T399"), waiver_of("T301"), waiver_of("T301")};
    policy.waivers[0].span = {40, 60};
    policy.waivers[1].files = "2022/*.txt";  // never seen in this run
    policy.waivers[2].section = "overview";
    policy.waivers[2].span = {10, 30};
    Usage usage{policy};
    usage.add(judge(sample(), report, policy));
    const auto files = usage.waiver_findings(true);
    REQUIRE(files.size() == 1);
    CHECK(files[0].file == "gouji.waivers.toml");
    REQUIRE(files[0].findings.size() == 2);
    CHECK(files[0].findings[0].finding.place.span == text::Span{10, 30});
    CHECK(files[0].findings[0].finding.message == "The waiver \"T301 · overview\" waives nothing.");
    CHECK(files[0].findings[1].finding.rule->name == "waiver-unused");
}

TEST_CASE("the folder of a waiver file bounds what it covers") {
    Waiver waiver = waiver_of("T301");
    waiver.folder = "2023";
    waiver.files = "*.txt";
    CHECK(covers_file(waiver, "2023/甲镇.txt"));
    CHECK_FALSE(covers_file(waiver, "2022/甲镇.txt"));
    CHECK_FALSE(covers_file(waiver, "20234/甲镇.txt"));
    waiver.folder = ".";
    CHECK(covers_file(waiver, "2022/甲镇.txt"));
}

TEST_CASE("a waiver for a section covers findings about that section only") {
    Waiver waiver = waiver_of("T301");
    waiver.section = "overview";
    CHECK(covers_finding(waiver, finding_of(rules.balance, 0, "section:overview")));
    CHECK_FALSE(covers_finding(waiver, finding_of(rules.balance, 0, "section:other")));
    CHECK_FALSE(covers_finding(waiver, finding_of(rules.balance, 0, "overview")));
    CHECK_FALSE(covers_finding(waiver, finding_of(rules.total, 0, "section:overview")));
}

TEST_CASE("known findings pass, new ones do not, gone ones are stale") {
    const Judged first = judge(sample(), report, {});
    auto entries = baseline_entries(first);
    REQUIRE(entries.size() == 3);
    entries.push_back({"feed", "T301", "乙镇人民政府 2023", "applications.balance.total"});  // not checked in this run
    Policy policy;
    policy.baseline = Baseline{entries};

    auto findings = sample();
    findings.erase(findings.begin());  // corrected
    findings.push_back(finding_of(rules.balance, 70, "applications.balance.enterprise", "new"));
    const Judged second = judge(findings, report, policy);
    REQUIRE(second.findings.size() == 3);
    CHECK(second.findings[0].suppression == SuppressionKind::baseline);
    CHECK(second.findings[1].suppression == SuppressionKind::baseline);
    CHECK_FALSE(second.findings[2].suppressed());

    Usage usage{policy};
    usage.add(second);
    const auto stale = usage.stale_entries();
    REQUIRE(stale.size() == 1);
    CHECK(policy.baseline.entries()[stale[0]].place == "applications.received.total");
    REQUIRE(usage.stale_finding(false));
    CHECK(usage.stale_finding(false)->finding.message ==
          "基线记录的 1 处检出已不再出现：T303 · 甲镇人民政府 2023 · applications.received.total");
    CHECK(policy.baseline.without(stale).entries().size() == 3);
}

TEST_CASE("a waived finding does not go into a new baseline, and its old entry is not stale") {
    Policy policy;
    policy.waivers = {waiver_of("T301")};
    policy.baseline = Baseline{baseline_entries(judge(sample(), report, {}))};
    const Judged judged = judge(sample(), report, policy);
    CHECK(judged.findings[1].suppression == SuppressionKind::waiver);
    CHECK(baseline_entries(judged).size() == 2);
    Usage usage{policy};
    usage.add(judged);
    CHECK(usage.stale_entries().empty());
}

TEST_CASE("the exit status follows the worst finding that is not suppressed") {
    auto judged = judge(sample(), report, {}).findings;
    CHECK(worst({}) == std::nullopt);
    CHECK(worst(judged) == Severity::error);
    judged[0].finding.severity = Severity::note;
    judged[1].suppression = SuppressionKind::waiver;
    judged[2].suppression = SuppressionKind::baseline;
    CHECK(worst(judged) == Severity::note);

    CHECK(exit_status(FailOn::warning, std::nullopt, false) == 0);
    CHECK(exit_status(FailOn::warning, Severity::note, false) == 0);
    CHECK(exit_status(FailOn::warning, Severity::warning, false) == 1);
    CHECK(exit_status(FailOn::note, Severity::note, false) == 1);
    CHECK(exit_status(FailOn::error, Severity::warning, false) == 0);
    CHECK(exit_status(FailOn::never, Severity::error, false) == 0);
    CHECK(exit_status(FailOn::never, std::nullopt, true) == 2);
    CHECK(exit_status(FailOn::error, Severity::error, true) == 2);
    CHECK(fail_on_from("never") == FailOn::never);
    CHECK(fail_on_from("warning") == FailOn::warning);
    CHECK_FALSE(fail_on_from("warn"));
}

}  // namespace gouji::policy
