// SPDX-License-Identifier: Apache-2.0
// report{…}: what a rule hands over and the finding that comes of it.
#include <doctest/doctest.h>

#include "unit/script/bound_fixture.hpp"

using namespace gouji;
using namespace gouji::script;
using namespace gouji::script::testing;
using finding::Finding;
using finding::Kind;

namespace {

std::string broken_row() { return with(read_base("2021"), "20\t6\t0\t0\t1\t1\t28", "21\t6\t0\t0\t1\t1\t28"); }

const Finding& only(const BoundRun& run) {
    for (const auto& problem : run.outcome.problems) MESSAGE(problem.message.en);
    for (const auto& problem : run.loaded.problems) MESSAGE(problem.message.en);
    REQUIRE(run.outcome.findings.size() == 1);
    return run.outcome.findings.front();
}

std::string trouble_on(const std::string& report, const std::string& check, const std::string& more = "") {
    const auto run = run_check(report, check, more);
    return run->outcome.problems.empty() ? "" : run->outcome.problems[0].message.en;
}

}  // namespace

TEST_CASE("a broken identity brings its evidence") {
    const auto run = run_check(broken_row(), "    for _, i in ipairs(doc:identities('balance')) do report{at = i, message = 'sum'} end",
                               "  messages = {sum = {zh = '{label}：{left} 与 {right} 相差 {difference}', en = '{label}: {left} and {right}'}},");
    const Finding& finding = only(*run);
    CHECK(finding.message == "自然人：23 与 22 相差 1");
    CHECK(finding.calculation == "21 + 2 = 23，21 + 1 = 22，23 ≠ 22");
    CHECK(finding.place.logical == "applications.balance.natural_person");
    CHECK(run->source.slice(finding.place.span) == "21");
    REQUIRE(finding.operands.size() == 4);
    CHECK(finding.operands[0].place.logical == "applications.received.natural_person");
    CHECK(finding.operands[0].value == text::Decimal::of(21));
    CHECK(!finding.operands[3].stated);
    REQUIRE(finding.suspects.size() == 1);
    CHECK(finding.suspects[0].figure == "applications.received.natural_person");
    CHECK(finding.suspects[0].value == text::Decimal::of(20));
    CHECK(finding.cause == "table:applications");
    CHECK(finding.fingerprint_key == "sum|21|2|21|1");
}

TEST_CASE("a row's total: zeros are counted, the total is what is contradicted") {
    const auto run = run_check(broken_row(), "    report{at = doc:identities('applicants_total')[1], message = 'plain'}");
    const Finding& finding = only(*run);
    CHECK(finding.calculation == "21 + 6 + 1 + 1（其余 2 项均为 0） = 29，29 ≠ 28");
    CHECK(finding.place.logical == "applications.received.total");
    CHECK(run->source.slice(finding.place.span) == "28");
    REQUIRE(finding.operands.size() == 7);
    CHECK(finding.operands.back().stated);
    const auto zero = run_check(with(read_base("2021"), "3.其他\t0\t0\t0\t0\t0\t0\t0", "3.其他\t0\t\t0\t0\t0\t0\t2"), "    report{at = doc:identities('applicants_total')[1], message = 'plain'}");
    CHECK(only(*zero).calculation == "0（共 6 项，均为 0 或空白） ≠ 2");
}

TEST_CASE("an undecidable identity is for review and names what was not read") {
    // The row lost a cell, so its figures are unbound.
    const auto run = run_check(with(read_base("2021"), "2.重复申请\t1\t0\t0\t0\t0\t0\t1", "2.重复申请\t1\t0\t0\t0\t0\t1"), R"(
    for _, i in ipairs(doc:identities('results_total')) do
      if i.label == '自然人' then report{at = i, message = 'plain', related = i.unreadable} end
    end
)");
    const Finding& finding = only(*run);
    CHECK(finding.kind == Kind::review);
    CHECK(finding.suspects.empty());
    REQUIRE(finding.related.size() == 1);
    CHECK(finding.related[0].logical == "applications.rejected.repeated.natural_person");
    CHECK(finding.calculation.find("？") != std::string::npos);
}

TEST_CASE("a claim against the table") {
    const std::string report = with(read_base("2021"), "收到政府信息公开申请28件", "收到政府信息公开申请27件");
    const std::string check = "    local c = doc:claims('applications.received.total')[1]; report{at = c, message = 'differs', against = doc:quantity(c.quantity)}";
    const std::string more = "  messages = {differs = {zh = '{label}：文 {value}，表 {total}，差 {difference}', en = '{label}: {value} against {total}'}},";
    const auto run = run_check(report, check, more);
    const Finding& finding = only(*run);
    CHECK(finding.place.logical == "applications.received.total");
    CHECK(finding.message.find("文 27，表 28，差 1") != std::string::npos);
    CHECK(finding.calculation == "正文 27，表中 28，27 ≠ 28");
    REQUIRE(finding.operands.size() == 2);
    CHECK(finding.operands[0].stated);
    CHECK(finding.operands[0].place.label == "正文");
    CHECK(finding.operands[1].place.logical == "applications.received.total");
    RuleSettings english;
    english.english = true;
    const auto other = run_check(report, check, more, english);
    CHECK(only(*other).calculation == "prose 27, table 28, 27 ≠ 28");
    CHECK(only(*other).message.ends_with(": 27 against 28"));
}

TEST_CASE("places and logical locations") {
    const auto logical = [](const std::string& at) -> std::string { return std::string{only(*run_check(read_base("2021"), "    report{at = " + at + ", message = 'plain'}", "  phrases = {fee = {'信息处理费'}},")).place.logical}; };
    CHECK(logical("doc") == "document");
    CHECK(logical("doc:section('other')") == "section:other");
    CHECK(logical("doc:section('other'):paragraphs()[1]") == "section:other");
    CHECK(logical("doc:hits('fee')[1]") == "section:other");
    CHECK(logical("doc:table('applications')") == "section:applications");
    CHECK(logical("doc:figure('applications.granted.total')") == "applications.granted.total");
    CHECK(logical("doc:figure('disclosure.procurement.items')") == "document");
    CHECK(logical("doc:quantity('applications.denied.total')") == "applications.denied.total");
    CHECK(logical("doc:breakdowns()[1]") == "section:overview");
    CHECK(logical("doc.period") == "document");
    CHECK(logical("doc.year_place") == "document");
    CHECK(logical("doc, logical = 'section:other'") == "section:other");
}

TEST_CASE("kind, severity, hypothesis, cause, operands") {
    const auto run = run_check(read_base("2021"), R"(
    report{at = doc, message = 'plain', kind = 'review', severity = 'note', hypothesis = '可能抄错', cause = 'one',
      operands = {doc:figure('applications.granted.total'), doc:numbers('%')[1]}, calculation = '1 + 1', related = {doc:section('other')}}
)");
    const Finding& finding = only(*run);
    CHECK(finding.kind == Kind::review);
    CHECK(finding.severity == finding::Severity::note);
    CHECK(finding.hypothesis == "可能抄错");
    CHECK(finding.cause == "one");
    CHECK(finding.calculation == "1 + 1");
    REQUIRE(finding.operands.size() == 2);
    CHECK(finding.operands[1].written == "55.2%");
    REQUIRE(finding.related.size() == 1);
    CHECK(finding.related[0].logical == "section:other");
    RuleSettings settings;
    settings.severities = {finding::Severity::note};
    CHECK(only(*run_check(read_base("2021"), "    report{at = doc, message = 'plain', severity = 'warning'}", "", settings)).severity == finding::Severity::note);
}

TEST_CASE("messages: data first, numbers as people write them, one line, valid UTF-8") {
    const auto message = [](const std::string& data) { return only(*run_check(read_base("2021"), "    report{at = doc, message = 'found', data = {what = " + data + "}}")).message; };
    CHECK(message("'x'") == "发现x");
    CHECK(message("12") == "发现12");
    CHECK(message("90.4") == "发现90.4");
    CHECK(message("1/3") == "发现0.333333");
    CHECK(message("2.0") == "发现2");
    CHECK(message("'a\\nb'") == "发现a b");
    CHECK(message("('年'):sub(1, 2)") == "发现\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("a fix") {
    const std::string report = with(read_base("2021"), "各项政府信息公开工作", "各项、、政府信息公开工作");
    const std::string check = "    local m = doc:marks('doubled_punctuation')[1]; report{at = m, message = 'plain', fix = {at = m, text = '、', safe = true, zh = '留一个', en = 'Keep one', also = {{at = doc.year_place, text = '2024'}}}}";
    const auto run = run_check(report, check, "  fixable = true,");
    const Finding& finding = only(*run);
    REQUIRE(finding.fixes.size() == 1);
    CHECK(finding.fixes[0].safe);
    CHECK(finding.fixes[0].description.zh == "留一个");
    REQUIRE(finding.fixes[0].replacements.size() == 2);
    CHECK(run->source.slice(finding.fixes[0].replacements[0].span) == "、");  // the other one stays
    CHECK(finding.fixes[0].replacements[1].text == "4");
    CHECK(trouble_on(report, check) == "a rule that gives a fix has to say fixable = true");
}

TEST_CASE("what report does not understand is a problem of the rule") {
    const std::string base = read_base("2021");
    CHECK(trouble_on(base, "    report('x')").find("takes a table") != std::string::npos);
    CHECK(trouble_on(base, "    report{message = 'plain'}").find("at of report") != std::string::npos);
    CHECK(trouble_on(base, "    report{at = 'x', message = 'plain'}").find("at of report") != std::string::npos);
    CHECK(trouble_on(base, "    report{at = doc}").find("messages have no") != std::string::npos);
    CHECK(trouble_on(base, "    report{at = doc, message = 'nothing'}").find("“nothing”") != std::string::npos);
    CHECK(trouble_on(base, "    report{at = doc, message = 'found'}").find("{what} in message “found” has no value") != std::string::npos);
    CHECK(trouble_on(base, "    report{at = doc, mesage = 'plain'}").find("did you mean “message”?") != std::string::npos);
    CHECK(trouble_on(base, "    report{at = doc, message = 'plain', data = {what = {}}}").find("data.what") != std::string::npos);
    CHECK(trouble_on(base, "    report{at = doc, message = 'plain', kind = 'maybe'}").find("fail or review") != std::string::npos);
    CHECK(trouble_on(base, "    report{at = doc, message = 'plain', severity = 'error'}").find("higher than") != std::string::npos);
    CHECK(trouble_on(base, "    report{at = doc, message = 'plain', related = {1}}").find("related") != std::string::npos);
    CHECK(trouble_on(base, "    report{at = doc, message = 'plain', against = 5}").find("against") != std::string::npos);
}

TEST_CASE("too many findings are a limit, and none of them is kept") {
    const auto run = run_check(read_base("2021"), "    for i = 1, 20000 do report{at = doc, message = 'plain'} end");
    REQUIRE(run->outcome.problems.size() == 1);
    CHECK(run->outcome.problems[0].message.en.find("10000 findings") != std::string::npos);
    CHECK(run->outcome.findings.empty());
}

TEST_CASE("applies and needs are looked at before the rule is called") {
    const auto count = [](const std::string& more) { return run_check(read_base("2021"), "    report{at = doc, message = 'plain'}", more)->outcome.findings.size(); };
    CHECK(count("") == 1);
    CHECK(count("  applies = {formats = {'2021'}},") == 1);
    CHECK(count("  applies = {formats = {'2019'}},") == 0);
    CHECK(count("  applies = {from_year = 2023},") == 1);
    CHECK(count("  applies = {from_year = 2024},") == 0);
    CHECK(count("  applies = {to_year = 2022},") == 0);
    CHECK(count("  phrases = {a = {'信息处理费'}, b = {'找不到'}}, needs = {'a', 'b'},") == 1);
    CHECK(count("  phrases = {a = {'信息处理费'}, b = {'找不到'}}, needs = {'b'},") == 0);
    CHECK(count("  needs = {'identities.broken'},") == 0);
    CHECK(count("  needs = {'identities.broken', 'claims.number'},") == 1);
    const auto nameless = [](const std::string& more) { return run_check("没有年份的文字\n", "    report{at = doc, message = 'plain'}", more)->outcome.findings.size(); };
    CHECK(nameless("  applies = {from_year = 2019},") == 0);
    CHECK(nameless("  applies = {from_year = 2019, years_unknown = true},") == 1);
}

TEST_CASE("facts that a rule may need") {
    const auto runs = [](const std::string& fact, const std::string& piece, const std::string& other) {
        const std::string more = "  needs = {'" + fact + "'},";
        const auto on = [&](const std::string& report) { return run_check(report, "    report{at = doc, message = 'plain'}", more)->outcome.findings.size(); };
        CHECK(on(read_base("2021")) == 0);
        return on(with(read_base("2021"), piece, other));
    };
    const std::string row = "\t\t2.重复申请\t1\t0\t0\t0\t0\t0\t1";
    CHECK(runs("figures.blank", row, "\t\t2.重复申请\t1\t\t0\t0\t0\t0\t1") == 1);
    CHECK(runs("figures.text", row, "\t\t2.重复申请\t1\t约2\t0\t0\t0\t0\t1") == 1);
    CHECK(runs("figures.negative", row, "\t\t2.重复申请\t1\t-1\t0\t0\t0\t0\t1") == 1);
    CHECK(runs("figures.fraction", row, "\t\t2.重复申请\t1.5\t0\t0\t0\t0\t0\t1") == 1);
    CHECK(runs("identities.broken", row, "\t\t2.重复申请\t1\t0\t0\t0\t0\t0\t7") == 1);
    CHECK(runs("defects.row_missing", row + "\n", "") == 1);
    CHECK(runs("marks.doubled_punctuation", "平稳有序。", "平稳有序。。") == 1);
}

TEST_CASE("settings: rules left out, options overridden, time measured") {
    RuleSettings settings;
    settings.enabled = {false};
    CHECK(run_check(read_base("2021"), "    report{at = doc, message = 'plain'}", "", settings)->outcome.findings.empty());
    settings = {};
    settings.options = {{{"limit", std::int64_t{7}}}};
    const auto run = run_check(read_base("2021"), "    report{at = doc, message = 'found', data = {what = options.limit}}",
                               "  options = {limit = {type = 'integer', default = 5, zh = '上限'}},", settings);
    CHECK(only(*run).message == "发现7");
}

TEST_CASE("the same report gives the same findings, again and again") {
    Loaded loaded = load_check("    local t = {b = 1, a = 2, c = 3} local s = '' for k in pairs(t) do s = s .. k end report{at = doc, message = 'found', data = {what = s}}");
    const text::SourceText source{"empty.txt", "甲\n"};
    const grammar::Tree tree;
    model::Document document;
    document.source = &source;
    document.tree = &tree;
    RuleRunner runner{loaded.book, {}};
    runner.measure_time(true);
    for (int i = 0; i < 3; ++i) {
        Outcome outcome;
        runner.run(document, outcome.findings, outcome.problems);
        REQUIRE(outcome.findings.size() == 1);
        CHECK(outcome.findings[0].message == "发现abc");
    }
    CHECK(runner.timings()[0].calls == 3);
    CHECK(runner.timings()[0].findings == 3);
    CHECK(runner.timings()[0].nanoseconds > 0);
}

TEST_CASE("a list of places: the first is where it is, the others are shown with it") {
    const auto run = run_check(read_base("2021"), "    report{at = doc:table('applications'):figures('value'), message = 'plain'}");
    const Finding& finding = only(*run);
    CHECK(finding.place.logical == "applications.received.natural_person");
    REQUIRE(finding.related.size() > 10);
    CHECK(finding.related[0].logical == "applications.received.enterprise");
    CHECK(trouble_on(read_base("2021"), "report{at = {}, message = 'plain'}").find("at of report") != std::string::npos);
    CHECK(trouble_on(read_base("2021"), "report{at = {1}, message = 'plain'}").find("at of report") != std::string::npos);
}

TEST_CASE("one correction of many places") {
    const std::string report = with(read_base("2021"), "二、主动公开", "甲,乙;丙,丁\n二、主动公开");
    const std::string check = "    local marks = doc:marks('halfwidth_punctuation')\n    report{at = marks, message = 'plain', fix = {each = marks, with = ";
    const auto fixed = run_check(report, check + "{[','] = '，', [';'] = '；'}, safe = true, zh = '改', en = 'Mend'}}", "  fixable = true,");
    REQUIRE(only(*fixed).fixes.size() == 1);
    REQUIRE(only(*fixed).fixes[0].replacements.size() == 3);
    CHECK(only(*fixed).fixes[0].replacements[1].text == "；");
    CHECK(only(*fixed).fixes[0].safe);
    const auto lacking = run_check(report, check + "{[','] = '，'}, safe = true, zh = '改', en = 'Mend'}}", "  fixable = true,");
    CHECK(only(*lacking).fixes.empty());
    const auto same = run_check(report, check + "7, zh = '改', en = 'Mend'}}", "  fixable = true,");
    REQUIRE(only(*same).fixes.size() == 1);
    CHECK(only(*same).fixes[0].replacements[2].text == "7");
    CHECK(!only(*same).fixes[0].safe);
    CHECK(trouble_on(report, check + "{[','] = {}}, zh = '改', en = 'Mend'}}", "  fixable = true,").find("has to be a string") != std::string::npos);
}

TEST_CASE("a message has an end, at the end of a character") {
    const auto run = run_check(read_base("2021"), "    report{at = doc, message = 'found', data = {what = ('字'):rep(5000)}}");
    const std::string& message = only(*run).message;
    CHECK(message.size() <= 3003);
    CHECK(message.ends_with("字…"));
    CHECK(message.starts_with("发现字"));
    const auto usual = run_check(read_base("2021"), "    report{at = doc, message = 'found', data = {what = ('字'):rep(900)}}");
    CHECK(only(*usual).message.ends_with("字字"));
}
