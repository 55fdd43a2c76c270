// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "engine/stored/stored_finding.hpp"
#include "engine/stored/stored_record.hpp"
#include "engine/stored/stored_report.hpp"

using namespace gouji;

namespace {

std::vector<finding::RuleInfo> some_rules() {
    std::vector<finding::RuleInfo> rules(3);
    for (std::size_t i = 0; i < rules.size(); ++i) rules[i].id = "T30" + std::to_string(i);
    return rules;
}

finding::Finding full_finding(const finding::RuleInfo& rule) {
    finding::Finding finding;
    finding.rule = &rule;
    finding.severity = finding::Severity::error;
    finding.kind = finding::Kind::review;
    finding.place = {{4, 9}, "a.b", "总计", nullptr};
    finding.message = "不符。";
    finding.operands = {{{{1, 2}, "x", "甲", nullptr}, "１２", text::Decimal::of(12), false}, {{{4, 9}, "y", "", nullptr}, "", std::nullopt, true}};
    finding.calculation = "1 + 1 ≠ 3";
    finding.related = {{{0, 3}, "document", "", nullptr}};
    finding.suspects = {{"a.b", "总计", text::Decimal::scaled(2'500'000)}};
    finding.hypothesis = "也许";
    finding.fixes = {{{"改", "correct"}, false, {{{4, 9}, "2"}}}};
    finding.cause = "c";
    finding.fingerprint_key = "k|1";
    return finding;
}

void check_equal(const finding::Place& a, const finding::Place& b) {
    CHECK(a.span == b.span);
    CHECK(a.logical == b.logical);
    CHECK(a.label == b.label);
}

}  // namespace

TEST_SUITE("stored") {
    TEST_CASE("a finding comes back whole") {
        const auto rules = some_rules();
        const text::SourceText whole{"r.txt", "一行\n二行二行二行\n"};
        const finding::Finding before = full_finding(rules[2]);
        stored::ByteWriter to;
        stored::write_finding(to, before, rules, nullptr);
        const std::string bytes = to.take();
        stored::ByteReader from{bytes};
        stored::Sources sources;
        const finding::Finding after = stored::read_finding(from, rules, whole, sources);
        CHECK(from.good());
        CHECK(from.at_end());
        CHECK(sources.empty());
        CHECK(after.rule == before.rule);
        CHECK(after.severity == before.severity);
        CHECK(after.kind == before.kind);
        check_equal(after.place, before.place);
        CHECK(after.message == before.message);
        REQUIRE(after.operands.size() == 2);
        for (std::size_t i = 0; i < 2; ++i) {
            check_equal(after.operands[i].place, before.operands[i].place);
            CHECK(after.operands[i].written == before.operands[i].written);
            CHECK(after.operands[i].value == before.operands[i].value);
            CHECK(after.operands[i].stated == before.operands[i].stated);
        }
        CHECK(after.calculation == before.calculation);
        REQUIRE(after.related.size() == 1);
        check_equal(after.related[0], before.related[0]);
        REQUIRE(after.suspects.size() == 1);
        CHECK(after.suspects[0].figure == "a.b");
        CHECK(after.suspects[0].value == before.suspects[0].value);
        CHECK(after.hypothesis == before.hypothesis);
        REQUIRE(after.fixes.size() == 1);
        CHECK(after.fixes[0].description.en == "correct");
        CHECK_FALSE(after.fixes[0].safe);
        CHECK(after.fixes[0].replacements[0].text == "2");
        CHECK(after.cause == before.cause);
        CHECK(after.fingerprint_key == before.fingerprint_key);
    }
    TEST_CASE("places of a finding across reports: the own line in the whole report, the other report's line by itself") {
        const auto rules = some_rules();
        const text::SourceText sparse{"a.txt", "\n\n总计\t5"};
        const text::SourceText other{"b.txt", "\n合计\t7"};
        const text::SourceText whole{"a.txt", "题目\n正文\n总计\t5\n末行"};
        finding::Finding before = full_finding(rules[0]);
        before.place = {{9, 10}, "f", "总计", &sparse};
        before.operands = {{{{8, 9}, "f", "合计", &other}, "7", text::Decimal::of(7), false}};
        stored::ByteWriter to;
        stored::write_finding(to, before, rules, &sparse);
        const std::string bytes = to.take();
        stored::ByteReader from{bytes};
        stored::Sources sources;
        const finding::Finding after = stored::read_finding(from, rules, whole, sources);
        CHECK(after.place.elsewhere == nullptr);
        CHECK(whole.slice(after.place.span) == "5");
        REQUIRE(after.operands[0].place.elsewhere != nullptr);
        CHECK(after.operands[0].place.elsewhere->name() == "b.txt");
        CHECK(after.operands[0].place.elsewhere->slice(after.operands[0].place.span) == "7");
        CHECK(after.operands[0].place.elsewhere->position(after.operands[0].place.span.begin).line == 2);
    }
    TEST_CASE("a report comes back; bytes that end too early give none, and nothing is read behind them") {
        const auto rules = some_rules();
        const std::vector<model::Format> formats(2);
        readers::Input input;
        input.path = "a.docx";
        input.kind = readers::Kind::docx;
        input.source = text::SourceText{"a.docx", "题目\n正文", "GB18030"};
        input.sha256 = "00ff";
        input.byte_count = 99;
        input.landmarks = {{0, text::LandmarkKind::page, 1}, {3, text::LandmarkKind::table, 2}};
        input.grids = {{{0, 6}, {{{0, 3}, 1, 2, 1, 3}}}};
        model::Document document;
        document.agency = "清湖县石桥镇";
        document.year = std::int16_t{2023};
        document.format = &formats[1];
        finding::JudgedFindings findings(1);
        findings[0].finding = full_finding(rules[1]);
        text::Problems problems(1);
        problems[0].message = {"甲", "a"};
        problems[0].kind = text::ProblemKind::rule;
        problems[0].line = 7;
        const stored::Known known{&rules, &formats};
        const std::string bytes = stored::write_report({&input, &document, 3, &findings, &problems}, known);
        const auto report = stored::read_report(bytes, known);
        REQUIRE(report);
        CHECK(report->input.path == "a.docx");
        CHECK(report->input.kind == readers::Kind::docx);
        CHECK(report->input.source.utf8() == input.source.utf8());
        CHECK(report->input.source.encoding() == "GB18030");
        CHECK(report->input.byte_count == 99);
        REQUIRE(report->input.landmarks.size() == 2);
        CHECK(report->input.landmarks[1].number == 2);
        REQUIRE(report->input.grids.size() == 1);
        CHECK(report->input.grids[0].cells[0].column_span == 3);
        CHECK(report->agency == document.agency);
        CHECK(report->year == document.year);
        CHECK(report->format == &formats[1]);
        CHECK(report->unread == 3);
        REQUIRE(report->findings.size() == 1);
        CHECK(report->findings[0].rule == &rules[1]);
        REQUIRE(report->problems.size() == 1);
        CHECK(report->problems[0].kind == text::ProblemKind::rule);
        CHECK(report->problems[0].line == 7);
        for (std::size_t cut = 0; cut < bytes.size(); ++cut) CHECK_FALSE(stored::read_report(std::string_view{bytes}.substr(0, cut), known));
    }
    TEST_CASE("a record comes back") {
        const std::vector<model::Format> formats(1);
        cross::Record record;
        record.source = std::make_unique<text::SourceText>("a.txt", "题\n\n1\t2", "UTF-8");
        record.kind = "text";
        record.sha256 = "00ff";
        record.byte_count = 12;
        record.agency = "清湖县石桥镇人民政府";
        record.name = cross::read_agency(record.agency);
        record.year = std::int16_t{2022};
        record.format = &formats[0];
        record.title = {0, 3};
        record.figures.resize(3);
        record.figures[1].state = model::FigureState::value;
        record.figures[1].value = text::Decimal::of(-2);
        record.figures[1].span = {5, 6};
        record.figures[2].state = model::FigureState::value;
        record.figures[2].unit = "万元";
        record.figures[2].unit_factor = 10'000;
        record.prose.add_paragraph("本机关认真贯彻落实政府信息公开条例的各项规定要求扎实推进各项工作取得新的成效");
        const std::string bytes = stored::write_record(record, formats);
        const auto back = stored::read_record(bytes, formats);
        REQUIRE(back);
        CHECK(cross::write_record(*back) == cross::write_record(record));
        for (std::size_t cut = 0; cut < bytes.size(); ++cut) CHECK_FALSE(stored::read_record(std::string_view{bytes}.substr(0, cut), formats));
    }
}
