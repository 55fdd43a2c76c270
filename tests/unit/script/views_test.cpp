// SPDX-License-Identifier: Apache-2.0
// The Lua API on a whole report: the checks assert in Lua, so that they read as a rule would.
#include <doctest/doctest.h>

#include "unit/script/bound_fixture.hpp"

using namespace gouji::script;
using namespace gouji::script::testing;

namespace {

// The messages of whatever went wrong.
std::string troubles(const BoundRun& run) {
    std::string all;
    for (const auto* problems : {&run.loaded.problems, &run.outcome.problems}) {
        for (const auto& problem : *problems) all += problem.message.en + " (line " + std::to_string(problem.line) + ": " + problem.excerpt + ")\n";
    }
    return all;
}

}  // namespace

TEST_CASE("the document") {
    const auto run = run_check(read_base("2021"), R"(
    assert(doc.year == 2023 and doc.format == "2021" and doc.required_format == "2021")
    assert(doc.agency == "清湖县石桥镇人民政府", doc.agency)
    assert(doc.title_has_official_name and doc.title:find("年度报告", 1, true))
    assert(doc.format_notice:find("30号", 1, true) and doc.required_notice == doc.format_notice)
    assert(doc.period.from.year == 2023 and doc.period.from.month == 1 and doc.period.to.day == 31)
    assert(doc.period.sentence.text:find("统计期限", 1, true))
    assert(doc.published == nil)
    assert(doc.year_place.text == "2023", doc.year_place.text)
    assert(doc.agency_place.text == doc.agency)
    assert(doc.lead.id == "lead" and doc.lead.text:find("本报告根据", 1, true) and not doc.lead.text:find("总体情况", 1, true))
    assert(doc.body_length > 900, doc.body_length)
    assert(#doc:sections() == 6 and #doc:official_sections() == 6 and #doc:tables() == 3)
    local topics = doc:official_sections()[1]
    assert(topics.id == "overview" and topics.number == 1 and #topics.topics >= 0)
    assert(doc:section("nothing") == nil and doc:table("nothing") == nil)
)");
    CHECK(troubles(*run) == "");
}

TEST_CASE("sections, paragraphs and sentences") {
    const auto run = run_check(read_base("2021"), R"(
    local section = doc:section("overview")
    assert(section == doc:sections()[1] and section.index == 1)
    assert(section.title == "总体情况" and section.official_title == "总体情况" and section.match == "exact", section.title)
    assert(section.number == 1 and section.official_number == 1 and section.numbering == "chinese" and not section.inline)
    assert(section.length > 300 and section.block_count == 6, section.block_count)
    assert(section.text:find("^2023年,石桥镇") and section.text:find("责任的情形。$"))
    local paragraphs = section:paragraphs()
    assert(#paragraphs == 6, #paragraphs)
    assert(paragraphs[2].numbering == "chinese_parenthesised" and paragraphs[2].number == 1 and paragraphs[2].title == "主动公开", paragraphs[2].title)
    assert(paragraphs[2].section == section and paragraphs[2].length > 50)
    local sentences = paragraphs[2]:sentences()
    assert(sentences[1].previous == nil and sentences[1].next == sentences[2] and sentences[2].previous == sentences[1])
    assert(sentences[#sentences].next == nil and sentences[1].paragraph == paragraphs[2] and sentences[1].section == section)
    assert(#doc:paragraphs() > #paragraphs)
    assert(doc:paragraphs()[1].section.id == "lead")
)");
    CHECK(troubles(*run) == "");
}

TEST_CASE("tables and figures") {
    const auto run = run_check(with(read_base("2021"), "20\t6\t0\t0\t1\t1\t28", "20\t\t0\t0\t1\t/\t28余"), R"(
    local t = doc:table("applications")
    assert(t.id == "applications" and t.state == "read" and t.own_format == "2021" and t.section == "applications")
    assert(#t:defects() == 0 and #t:figures() == 7 * 25, #t:figures())
    assert(#t:figures("blank") == 1 and #t:figures("mark") == 1 and #t:figures("text") == 1)
    local figure = doc:figure("applications.received.natural_person")
    assert(figure.state == "value" and figure.value == 20 and math.type(figure.value) == "integer" and figure.text == "20")
    assert(figure.table == "applications" and figure.row == "received" and figure.column == "natural_person" and figure.kind == "count")
    assert(figure.label == figure.row_label .. " · " .. figure.column_label and figure.column_label == "自然人")
    assert(#doc:table("disclosure"):figures("value", "amount") == 1)
    assert(figure.unit == "" and figure.official_unit == "" and figure.operands[1] == figure)
    assert(figure.label:find("自然人", 1, true))
    assert(doc:figure("applications.received.enterprise").value == nil)
    assert(doc:figure("applications.received.total").state == "text" and doc:figure("applications.received.total").text == "28余")
    local fees = doc:figure("disclosure.fees.amount")
    assert(fees.value == 1.25 and fees.unit == "万元" and fees.kind == "amount", fees.unit)
    -- Of the other format: known, but not in this report.
    local other = doc:figure("disclosure.procurement.items")
    assert(other.state == "absent" and other.value == nil and other.table == "disclosure" and #other.operands == 0)
    local sum = doc:quantity("applications.denied.total")
    assert(sum.state == "value" and sum.value == 4 and #sum.operands == 8 and sum.label ~= "", sum.value)
    assert(doc:quantity("applications.received.natural_person") == figure)
)");
    CHECK(troubles(*run) == "");
}

TEST_CASE("an unknown figure raises, with the nearest name") {
    const auto run = run_check(read_base("2021"), "    return doc:figure('applications.recieved.total')");
    REQUIRE(run->outcome.problems.size() == 1);
    CHECK(run->outcome.problems[0].message.en == "there is no figure “applications.recieved.total”; did you mean “applications.received.total”?");
    CHECK(run_check(read_base("2021"), "    return doc:figure('applications.denied.total')")->outcome.problems.size() == 1);
    CHECK(run_check(read_base("2021"), "    return doc:identities('nonsense')")->outcome.problems.size() == 1);
}

TEST_CASE("a sum stands in with the parts of a total that cannot be read") {
    std::string report = with(read_base("2021"), "1.本机关不掌握相关政府信息\t4\t1\t0\t0\t0\t0\t5", "1.本机关不掌握相关政府信息\t4\t1\t0\t0\t0\t0\t");
    const auto run = run_check(report, R"(
    local sum = doc:quantity("applications.unavailable.total")
    assert(sum.state == "value" and sum.value == 6, sum.value)
    assert(#sum.operands == 6 + 2)
)");
    CHECK(troubles(*run) == "");
}

TEST_CASE("identities") {
    const auto run = run_check(with(read_base("2021"), "20\t6\t0\t0\t1\t1\t28", "21\t6\t0\t0\t1\t1\t28"), R"(
    assert(#doc:identities("results_total") == 0 and #doc:identities("proceedings_total") == 0)
    local balance = doc:identities("balance")
    assert(#balance == 1)
    local identity = balance[1]
    assert(identity.key == "applications.balance.natural_person" and identity.label == "自然人" and identity.verdict == "broken")
    assert(identity.left_sum == 23 and identity.right_sum == 22 and identity.difference == 1)
    assert(#identity.left == 2 and #identity.right == 2 and #identity.unreadable == 0)
    assert(identity.left[1].id == "applications.received.natural_person")
    assert(doc:identities("applicants_total")[1].key == "applications.received.total")
)");
    CHECK(troubles(*run) == "");
}

TEST_CASE("claims") {
    const auto run = run_check(read_base("2021"), R"(
    assert(#doc:claims() > 10)
    local claim = doc:claims("applications.received.total")[1]
    assert(claim.kind == "number" and claim.value == 28 and claim.unit == "件" and claim.comparable and not claim.approximate)
    assert(claim.scope == "" and claim.section.id == "overview" and claim.sentence.text:find("28件", 1, true))
    assert(claim:agrees(doc:figure("applications.received.total")))
    assert(not claim:agrees(doc:figure("applications.received.natural_person")))
    assert(claim:agrees(doc:figure("disclosure.procurement.items")))   -- nothing there to contradict
    assert(#doc:section("overview"):claims("applications.received.total") == 1 and #doc:section("other"):claims() == 0)
    assert(#claim.sentence:claims() >= 1)
)");
    CHECK(troubles(*run) == "");
}

TEST_CASE("approximate claims and units") {
    std::string report = with(read_base("2021"), "收到政府信息公开申请28件", "收到政府信息公开申请约30件");
    const auto run = run_check(report, R"(
    local claim = doc:claims("applications.received.total")[1]
    assert(claim.value == 30 and claim.approximate)
    assert(claim:agrees(doc:figure("applications.received.total")))
    assert(not claim:agrees(doc:figure("applications.granted.total")))
)");
    CHECK(troubles(*run) == "");
}

TEST_CASE("hits, numbers, breakdowns, dates, steps and marks") {
    std::string report = with(read_base("2021"), "各项政府信息公开工作", "各项、、政府信息公开工作");
    const auto run = run_check(report, R"(
    local hits = doc:hits("fee")
    assert(#hits == 2, #hits)
    local hit = hits[2]
    assert(hit.text == "信息处理费" and hit.phrase == 1 and hit.section.id == "other" and hit.paragraph == hit.sentence.paragraph)
    assert(hit.sentence.text:sub(hit.start, hit.stop) == hit.text)
    assert(#doc:section("other"):hits("fee") == 2 and #doc:section("problems"):hits("fee") == 0 and #hit.sentence:hits("fee") == 2)
    -- A heading is no text of its section.
    assert(#doc:section("problems"):hits("heading") == 1, #doc:section("problems"):hits("heading"))
    local share = doc:numbers("%")[1]
    assert(share.value == 55.2 and share.unit == "%" and share.qualifier == "none" and share.text == "55.2%")
    assert(share.sentence.text:sub(share.start, share.start + #share.text - 1) == share.text and share.clause:find("占办结总数", 1, true))
    assert(#doc:numbers() > 20 and #share.sentence:numbers() == 2, #share.sentence:numbers())
    local breakdown = doc:breakdowns()[1]
    assert(breakdown.whole.value == 240 and breakdown.sum == 240 and #breakdown.parts == 3 and breakdown.among)
    assert(breakdown.sentence == breakdown.whole.sentence)
    assert(#doc:date_ranges() == 1 and doc:date_ranges()[1].to.month == 12)
    assert(#doc:dates() >= 0)
    local first = doc:steps()[1]
    assert(first.number >= 1 and first.section and first.paragraph)
    local mark = doc:marks("doubled_punctuation")[1]
    assert(mark.kind == "doubled_punctuation" and mark.text == "、、" and mark.section.id == "overview" and mark.paragraph)
    assert(#doc:marks("placeholder") == 0)
)",
                               "  phrases = {fee = {'信息处理费'}, heading = {'存在的主要问题'}},");
    CHECK(troubles(*run) == "");
}

TEST_CASE("a report without anything to read") {
    const auto run = run_check("", R"(
    assert(doc.year == nil and doc.agency == nil and doc.title == nil and doc.period == nil)
    assert(#doc:sections() == 0 and #doc:paragraphs() == 0 and #doc:claims() == 0 and #doc:identities("balance") == 0)
    assert(doc.lead.text == "" and doc.lead.length == 0 and doc.body_length == 0)
    report{at = doc, message = "plain"}
    report{at = doc.title_place, message = "plain"}
    report{at = doc.lead, message = "plain"}
)");
    CHECK(troubles(*run) == "");
    CHECK(run->outcome.findings.size() == 3);
}

TEST_CASE("cells that no defect explains, whole columns, blanks that a total proves to be none") {
    const std::string blank = with(read_base("2021"), "20\t6\t0\t0\t1\t1\t28", "20\t6\t\t\t1\t1\t28");
    const auto run = run_check(blank, R"(
    local t = doc:table("applications")
    local blanks = t:unexplained("blank", "cell_count", "row_missing")
    assert(#blanks == 2 and #t:figures("blank") == 2 and #t:unexplained("blank") == 2)
    assert(t:whole_columns(blanks) == nil)
    local zeros = t:proven_zeros(blanks)
    assert(#zeros == 2 and zeros[1].id == "applications.received.research")
    assert(#t:proven_zeros(t:figures("value")) == 0)
    local column = {}
    for _, figure in ipairs(t:figures()) do
      if figure.column == "total" then column[#column + 1] = figure end
    end
    local labels = t:whole_columns(column)
    assert(#labels == 1 and labels[1] == column[1].column_label)
    assert(#doc:readable_tables() == #doc:tables())
    assert(#doc:values({"applications.received.total", "applications.granted.total"}) == 2)
    assert(doc:values({"applications.received.total", "applications.received.research"}) == nil)
    assert(#doc:outline() == #doc:sections())
    assert(#doc:wordings(t:figures("value")) < #t:figures("value") and doc:wordings({})[1] == nil)
    assert(doc:paragraphs()[2]:sentences()[1].index > 1)
    report{at = doc, message = 'plain'})");
    for (const auto& problem : run->outcome.problems) MESSAGE(problem.message.en);
    CHECK(run->outcome.findings.size() == 1);
}

TEST_CASE("marks by paragraph, and whether phrases are there at all") {
    const std::string report = with(read_base("2021"), "二、主动公开", "甲,乙;丙\n丁,戊\n二、主动公开");
    const auto run = run_check(report, R"(
    local lists = doc:marks_by_paragraph("halfwidth_punctuation")
    assert(#lists == 2 and #lists[1] == 2 and #lists[2] == 1 and lists[2][1].text == ",")
    assert(doc:has("other") and not doc:has("none"))
    local overview = doc:section("overview")
    assert(not overview:has("other") and #overview:hits("other") == 0 and #doc:hits("other") > 0)
    assert(doc:hits("other")[1].sentence:has("other"))
    report{at = doc, message = 'plain'})",
                               "  phrases = {other = {'信息处理费'}, none = {'无此一说'}},");
    for (const auto& problem : run->outcome.problems) MESSAGE(problem.message.en);
    CHECK(run->outcome.findings.size() == 1);
}

TEST_CASE("a list of places reads like a table, and is given on as a whole") {
    const std::string report = with(read_base("2021"), "二、主动公开", "甲,乙;丙\n丁,戊\n二、主动公开");
    const auto run = run_check(report, R"(
    local marks = doc:marks_by_paragraph("halfwidth_punctuation")[1]
    local read = {}
    for i, mark in ipairs(marks) do read[i] = mark.text end
    assert(table.concat(read) == ",;" and marks[0] == nil and marks[3] == nil and tostring(marks) == "list")
    assert(table.concat(doc:wordings(marks)) == ",;")
    assert(#doc:table("applications"):unexplained("mark") == 0)
    report{at = marks, message = 'plain', related = marks}
    report{at = doc, message = 'plain', operands = doc:table("applications"):unexplained("value")})");
    for (const auto& problem : run->outcome.problems) MESSAGE(problem.message.en);
    REQUIRE(run->outcome.findings.size() == 2);
    CHECK(run->outcome.findings[0].related.size() == 3);
    CHECK(run->outcome.findings[1].operands.size() > 100);
    for (const char* wrong : {"    report{at = doc:table('applications'):unexplained('mark'), message = 'plain'}", "    return doc:table('applications'):unexplained().text",
                              "    doc:table('applications'):unexplained()[1] = doc", "    return #doc", "    while true do doc:table('applications'):unexplained('value') end",
                              "    report{at = {doc:table('applications'):unexplained()}, message = 'plain'}"}) {
        CAPTURE(wrong);
        CHECK(run_check(report, wrong)->outcome.problems.size() == 1);
    }
}

TEST_CASE("claims that a table contradicts") {
    const auto clean = run_check(read_base("2021"), "    if #doc:contradictions() == 0 then report{at = doc, message = 'plain'} end");
    CHECK(clean->outcome.findings.size() == 1);
}
