// SPDX-License-Identifier: Apache-2.0
// What a SARIF file says. That it is valid is checked by tests/sarif.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include "support/sample_report.hpp"

namespace gouji::output {

using tests::SampleReport;
using tests::write_with;

namespace {

// RapidJSON's own == calls itself without end in C++20.
std::string_view text_of(const rapidjson::Value& value) {
    REQUIRE(value.IsString());
    return {value.GetString(), value.GetStringLength()};
}

struct Sarif {
    explicit Sarif(const std::string& json) {
        document.Parse(json.data(), json.size());
        REQUIRE_FALSE(document.HasParseError());
        REQUIRE(document["runs"].Size() == 1);
    }
    [[nodiscard]] const rapidjson::Value& run() const { return document["runs"][0]; }
    [[nodiscard]] const rapidjson::Value& result(unsigned i) const { return run()["results"][i]; }
    [[nodiscard]] const rapidjson::Value& region(unsigned i) const {
        return result(i)["locations"][0]["physicalLocation"]["region"];
    }

    rapidjson::Document document;
};

}  // namespace

TEST_CASE("the tool lists every rule of the official pack and its own; another pack is an extension") {
    SampleReport report;
    const Sarif sarif{write_with("sarif", report.run(), {&report})};
    const auto& driver = sarif.run()["tool"]["driver"];
    CHECK(text_of(driver["name"]) == "gouji");
    CHECK(text_of(driver["semanticVersion"]) == "0.1.0");
    CHECK(text_of(driver["language"]) == "zh-CN");
    REQUIRE(driver["rules"].Size() == 8);
    CHECK(text_of(driver["rules"][0]["id"]) == "T301");
    CHECK(text_of(driver["rules"][0]["name"]) == "applications-balance");
    CHECK(text_of(driver["rules"][0]["defaultConfiguration"]["level"]) == "error");
    CHECK(text_of(driver["rules"][0]["properties"]["tags"][0]) == "family-T");
    CHECK(text_of(driver["rules"][6]["id"]) == "G803");
    const auto& extension = sarif.run()["tool"]["extensions"][0];
    CHECK(text_of(extension["name"]) == "yunling");
    CHECK(text_of(extension["version"]) == "0.2.0");
    CHECK(text_of(extension["rules"][0]["id"]) == "yunling/L001");
    CHECK(sarif.run()["results"].Empty());
}

TEST_CASE("legal clauses are one taxonomy, without repetition, that rules refer to") {
    const SampleReport report;
    const Sarif sarif{write_with("sarif", report.run(), {&report})};
    const auto& taxa = sarif.run()["taxonomies"][0]["taxa"];
    REQUIRE(taxa.Size() == 2);
    CHECK(text_of(taxa[1]["id"]) == "regulation-50");
    CHECK(text_of(taxa[1]["name"]) == "《政府信息公开条例》第五十条");
    const auto& relationship = sarif.run()["tool"]["driver"]["rules"][0]["relationships"][0];
    CHECK(text_of(relationship["target"]["id"]) == "regulation-50");
    CHECK(relationship["target"]["index"].GetInt() == 1);
}

TEST_CASE("a result has its place, its evidence and its fingerprints") {
    SampleReport report;
    report.add_usual_findings();
    const Sarif sarif{write_with("sarif", report.run(), {&report})};
    const auto& balance = sarif.result(1);
    CHECK(text_of(balance["ruleId"]) == "T301");
    CHECK(balance["ruleIndex"].GetInt() == 0);
    CHECK(text_of(balance["kind"]) == "fail");
    CHECK(text_of(balance["level"]) == "error");
    CHECK(std::string{balance["message"]["text"].GetString()}.starts_with("自然人一列收支不平衡。\n计算：2 + 0 = 2 ≠ 0 = 0 + 0\n疑点："));
    const auto& location = balance["locations"][0];
    CHECK(text_of(location["physicalLocation"]["artifactLocation"]["uri"]) == "2023/%E7%9F%B3%E6%A1%A5%E9%95%87%20%E5%B9%B4%E6%8A%A5.txt");
    CHECK(text_of(location["physicalLocation"]["artifactLocation"]["uriBaseId"]) == "SRCROOT");
    CHECK(text_of(location["physicalLocation"]["region"]["snippet"]["text"]) == "2");
    CHECK(text_of(location["logicalLocations"][0]["fullyQualifiedName"]) == "applications.balance.natural_person");
    REQUIRE(balance["relatedLocations"].Size() == 2);  // the absent figure has no place
    CHECK(text_of(balance["relatedLocations"][0]["message"]["text"]) == "本年新收 · 自然人 = 2");
    const auto& steps = balance["codeFlows"][0]["threadFlows"][0]["locations"];
    REQUIRE(steps.Size() == 3);
    CHECK(text_of(steps[0]["location"]["message"]["text"]) == "本年新收 · 自然人 = 2");
    CHECK(text_of(steps[2]["location"]["message"]["text"]) == "计算：2 + 0 = 2 ≠ 0 = 0 + 0");
    CHECK(text_of(balance["properties"]["suspects"][0]["figure"]) == "applications.unavailable.natural_person");
    CHECK(balance["properties"]["suspects"][0]["value"].GetInt() == 2);
    CHECK(text_of(balance["partialFingerprints"]["gouji/v1"]) == "00112233445566778899aabbccddeeff");
    CHECK_FALSE(sarif.result(3)["properties"].HasMember("suspects"));
}

TEST_CASE("a review has no level; a rule of another pack names its extension; braces and links are escaped") {
    SampleReport report;
    report.add_usual_findings();
    const Sarif sarif{write_with("sarif", report.run(), {&report})};
    CHECK(text_of(sarif.result(3)["kind"]) == "review");
    CHECK(text_of(sarif.result(3)["level"]) == "none");
    CHECK(text_of(sarif.result(3)["properties"]["severity"]) == "error");
    const auto& local = sarif.result(4);
    CHECK(text_of(local["ruleId"]) == "yunling/L001");
    CHECK(local["ruleIndex"].GetInt() == 0);
    CHECK(local["rule"]["toolComponent"]["index"].GetInt() == 0);
    CHECK(text_of(local["rule"]["toolComponent"]["name"]) == "yunling");
    CHECK(text_of(local["message"]["text"]) == "须人工查看\\[标题\\](1)和{{PAGE}}。");
}

TEST_CASE("columns count UTF-16 units") {
    SampleReport report{"\U00020BB7甲，、乙\n"};
    auto& judged = report.add(3, report.place_of("，、", "document"), "重复。");
    judged.finding.fixes = {{{"删", "x"}, true, {{report.span_of("、"), ""}}}};
    const Sarif sarif{write_with("sarif", report.run(), {&report})};
    CHECK(text_of(sarif.run()["columnKind"]) == "utf16CodeUnits");
    CHECK(sarif.region(0)["startColumn"].GetInt() == 4);
    CHECK(sarif.region(0)["endColumn"].GetInt() == 6);
    const auto& replacement = sarif.result(0)["fixes"][0]["artifactChanges"][0]["replacements"][0];
    CHECK(replacement["deletedRegion"]["startColumn"].GetInt() == 5);
    CHECK(replacement["deletedRegion"]["endColumn"].GetInt() == 6);
    CHECK(text_of(replacement["insertedContent"]["text"]) == "");
}

TEST_CASE("a context is larger than its place, or left out") {
    SampleReport report{"甲乙\n"};
    report.add(3, {{0, 7}, "document", ""}, "全文。");
    report.add(3, report.place_of("乙", "document"), "一处。");
    const Sarif sarif{write_with("sarif", report.run(), {&report})};
    CHECK_FALSE(sarif.result(0)["locations"][0]["physicalLocation"].HasMember("contextRegion"));
    CHECK(text_of(sarif.result(1)["locations"][0]["physicalLocation"]["contextRegion"]["snippet"]["text"]) == "甲乙\n");
}

TEST_CASE("a very long place shows how it begins") {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "长";
    SampleReport report{text};
    report.add(3, {{0, 15'000}, "document", ""}, "全文。");
    const Sarif sarif{write_with("sarif", report.run(), {&report})};
    CHECK(sarif.region(0)["endColumn"].GetInt() == 5001);
    CHECK(std::string{sarif.region(0)["snippet"]["text"].GetString()}.size() == 2001);  // whole characters
}

TEST_CASE("no more related places than code hosts take") {
    SampleReport report;
    auto& judged = report.add(2, report.place_of("一", "document"), "空白。");
    for (int i = 0; i < 3000; ++i) judged.finding.related.push_back(report.place_of("一", "x"));
    const Sarif sarif{write_with("sarif", report.run(), {&report})};
    CHECK(sarif.result(0)["relatedLocations"].Size() == 1000);
}

TEST_CASE("the invocation tells what could not be done, the artifacts what was read") {
    const SampleReport report;
    RunEnd end;
    end.exit_code = 2;
    end.problems = {{text::ProblemKind::rule, {"超过上限。", "Limit."}, "rules/T301.lua", 4, 2, "", "T301"},
                    {text::ProblemKind::configuration, {"没有这个键。", "No such key."}, "gouji.toml", 0, 0, "", ""}};
    auto run = report.run();
    run.severities = {finding::Severity::note, finding::Severity::error, finding::Severity::error, finding::Severity::note,
                      finding::Severity::warning};
    const Sarif sarif{write_with("sarif", run, {&report}, end)};
    const auto& invocation = sarif.run()["invocations"][0];
    CHECK(invocation["executionSuccessful"].GetBool() == false);
    CHECK(invocation["exitCode"].GetInt() == 2);
    CHECK(text_of(invocation["toolExecutionNotifications"][0]["descriptor"]["id"]) == "rule-failed");
    CHECK(text_of(invocation["toolExecutionNotifications"][0]["associatedRule"]["id"]) == "T301");
    CHECK(text_of(invocation["toolConfigurationNotifications"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == "gouji.toml");
    REQUIRE(invocation["ruleConfigurationOverrides"].Size() == 1);
    CHECK(text_of(invocation["ruleConfigurationOverrides"][0]["descriptor"]["id"]) == "T301");
    CHECK(text_of(invocation["ruleConfigurationOverrides"][0]["configuration"]["level"]) == "note");
    const auto& artifact = sarif.run()["artifacts"][0];
    CHECK(text_of(artifact["encoding"]) == "UTF-8");
    CHECK(text_of(artifact["mimeType"]) == "text/plain");
    CHECK(artifact["hashes"]["sha-256"].GetStringLength() == 64);
    CHECK(artifact["length"].GetUint64() == report.source.utf8().size());
}

TEST_CASE("baseline states and suppressions are filled in when they are asked for") {
    SampleReport report;
    report.add_usual_findings();
    report.findings[0].suppression = SuppressionKind::waiver;
    report.findings[0].justification = "已书面说明";
    report.findings[1].suppression = SuppressionKind::baseline;
    auto run = report.run();
    run.baselined = true;
    CHECK(Sarif{write_with("sarif", run, {&report})}.run()["results"].Size() == 3);
    run.show_suppressed = true;
    const Sarif sarif{write_with("sarif", run, {&report})};
    CHECK(text_of(sarif.result(0)["suppressions"][0]["justification"]) == "已书面说明");
    CHECK(text_of(sarif.result(0)["baselineState"]) == "new");
    CHECK(text_of(sarif.result(1)["suppressions"][0]["kind"]) == "external");
    CHECK(text_of(sarif.result(1)["baselineState"]) == "unchanged");
    CHECK_FALSE(sarif.result(2).HasMember("suppressions"));
    CHECK(text_of(sarif.result(2)["baselineState"]) == "new");
}

}  // namespace gouji::output
