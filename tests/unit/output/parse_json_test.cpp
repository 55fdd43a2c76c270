// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include "engine/output/parse_names.hpp"
#include "grammar/parse.hpp"
#include "support/sample_report.hpp"

namespace gouji::output {
namespace {

using model::FigureState;
using tests::SampleReport;
using text::Decimal;

// A document as binding would make it, of one small table.
struct Parsed {
    explicit Parsed(const std::string& text = SampleReport::default_text()) : report{text} {
        model::TableSpec table;
        table.id = "applications";
        for (const char* id : {"applications.received.natural_person", "applications.received.enterprise", "applications.received.total"}) {
            model::FigureSpec spec;
            spec.id = id;
            report.format.figures.push_back(spec);
        }
        report.format.figures[2].unit = "万元";
        report.format.tables.push_back(table);
        report.format.sections.resize(1);
        report.format.sections[0].id = "overview";
        report.document.title = "云岭县石桥镇人民政府2023年政府信息公开工作年度报告";
    }

    rapidjson::Document write() {
        tree = grammar::parse(report.source);
        report.document.tree = &tree;
        const std::string json = parse_json(report.path, report.source, report.document);
        rapidjson::Document document;
        document.Parse<rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
        REQUIRE_FALSE(document.HasParseError());
        CHECK(json.ends_with("}\n"));
        return document;
    }

    SampleReport report;
    grammar::Tree tree;
};

// RapidJSON's own == calls itself without end in C++20.
std::string_view text_of(const rapidjson::Value& value) {
    REQUIRE(value.IsString());
    return {value.GetString(), value.GetStringLength()};
}

}  // namespace

TEST_CASE("identity: title, agency, year, format, period") {
    Parsed parsed;
    parsed.report.document.period = model::Period{{2023, 1, 1}, {2023, 12, 31}, {}};
    const auto json = parsed.write();
    CHECK(text_of(json["path"]) == "2023/石桥镇 年报.txt");
    CHECK(text_of(json["title"]) == "云岭县石桥镇人民政府2023年政府信息公开工作年度报告");
    CHECK(text_of(json["agency"]) == "云岭县石桥镇人民政府");
    CHECK(json["year"].GetInt() == 2023);
    CHECK(text_of(json["format"]) == "2021");
    CHECK(text_of(json["period"]["from"]) == "2023-01-01");
    CHECK(text_of(json["period"]["to"]) == "2023-12-31");
}

TEST_CASE("what is not known is null, and no figure is there without a format") {
    Parsed parsed{""};
    parsed.report.document.format = nullptr;
    parsed.report.document.year.reset();
    const auto json = parsed.write();
    CHECK(json["year"].IsNull());
    CHECK(json["format"].IsNull());
    CHECK(json["period"].IsNull());
    CHECK(json["figures"].ObjectEmpty());
    CHECK(json["sections"].Empty());
    CHECK(json["claims"].Empty());
}

TEST_CASE("every figure of the format is there, with state, value, text and place in code points") {
    Parsed parsed;
    auto& figures = parsed.report.document.figures;
    figures.resize(3);
    const text::Span cell{parsed.report.span_of("2\t0\t2").begin, parsed.report.span_of("2\t0\t2").begin + 1};
    figures[0] = {FigureState::value, Decimal::of(2), cell, "2", "", 1};
    figures[2] = {FigureState::value, *Decimal::read("7730.28"), cell, "7730.28", "", 1};
    const auto json = parsed.write();
    REQUIRE(json["figures"].MemberCount() == 3);
    const auto& first = json["figures"]["applications.received.natural_person"];
    CHECK(text_of(first["state"]) == "value");
    CHECK(first["value"].GetInt() == 2);
    CHECK(text_of(first["text"]) == "2");
    CHECK(first["line"].GetInt() == 5);
    CHECK(first["column"].GetInt() == 8);
    CHECK(first["end_line"].GetInt() == 5);
    CHECK(first["end_column"].GetInt() == 9);
    CHECK_FALSE(first.HasMember("unit"));
    const auto& absent = json["figures"]["applications.received.enterprise"];
    CHECK(text_of(absent["state"]) == "absent");
    CHECK(absent["value"].IsNull());
    CHECK(absent["line"].IsNull());
    CHECK(json["figures"]["applications.received.total"]["value"].GetDouble() == doctest::Approx(7730.28));
    CHECK(text_of(json["figures"]["applications.received.total"]["unit"]) == "万元");
}

TEST_CASE("only what a rule can compare is a claim; the rest is set aside with its reason") {
    Parsed parsed;
    model::Claim claim;
    claim.quantity = "applications.received.total";
    claim.value = Decimal::of(2);
    claim.unit = "件";
    claim.comparable = true;
    claim.span = parsed.report.span_of("共收到申请2件");
    claim.number = parsed.report.span_of("2件");
    parsed.report.document.claims = {claim, claim, claim};
    parsed.report.document.claims[1].comparable = false;
    parsed.report.document.claims[1].scope = "last_year";
    parsed.report.document.claims[2].kind = model::ClaimKind::exists;
    const auto json = parsed.write();
    REQUIRE(json["claims"].Size() == 2);
    CHECK(text_of(json["claims"][0]["quantity"]) == "applications.received.total");
    CHECK(json["claims"][0]["value"].GetInt() == 2);
    CHECK(text_of(json["claims"][0]["text"]) == "共收到申请2件");
    CHECK(json["claims"][0]["line"].GetInt() == 3);
    CHECK(json["claims"][0]["column"].GetInt() == 8);
    CHECK(json["claims"][0]["approximate"].IsFalse());
    CHECK(json["claims"][1]["value"].IsNull());
    REQUIRE(json["claims_set_aside"].Size() == 1);
    CHECK(text_of(json["claims_set_aside"][0]["scope"]) == "last_year");
}

TEST_CASE("sections and tables with their defects") {
    Parsed parsed;
    auto& document = parsed.report.document;
    model::Section section;
    section.spec = &parsed.report.format.sections[0];
    section.heading = parsed.report.span_of("一、总体情况");
    section.title = parsed.report.span_of("总体情况");
    section.number = {grammar::Numbering::chinese, 1, {}};
    document.sections = {section, section};
    document.sections[1].spec = nullptr;
    document.sections[1].number = {};
    model::Table table;
    table.spec = &parsed.report.format.tables[0];
    table.state = model::TableState::read;
    table.defects = {{model::DefectKind::row_missing, parsed.report.span_of("四、结转下年度"), "（七）总计", "", {2}, true}};
    document.tables = {table};
    const auto json = parsed.write();
    CHECK(text_of(json["sections"][0]["id"]) == "overview");
    CHECK(text_of(json["sections"][0]["title"]) == "总体情况");
    CHECK(json["sections"][0]["number"].GetInt() == 1);
    CHECK(json["sections"][0]["line"].GetInt() == 2);
    CHECK(json["sections"][1]["id"].IsNull());
    CHECK(json["sections"][1]["number"].IsNull());
    const auto& defect = json["tables"][0]["defects"][0];
    CHECK(text_of(defect["kind"]) == "row_missing");
    CHECK(text_of(defect["figures"][0]) == "applications.received.total");
    CHECK(defect["uncertain"].IsTrue());
    CHECK(defect["line"].GetInt() == 7);
}

TEST_CASE("the tree is readable from top to bottom") {
    Parsed parsed;
    const auto json = parsed.write();
    const auto& blocks = json["blocks"];
    REQUIRE(blocks.Size() >= 2);
    CHECK(text_of(blocks[0]["kind"]) == "paragraph");
    CHECK(blocks[0]["line"].GetInt() == 1);
    std::string kinds;
    for (const auto& block : blocks.GetArray()) {
        kinds += text_of(block["kind"]).substr(0, 1);
        if (text_of(block["kind"]) != "grid") continue;
        CHECK(text_of(block["rows"][0]["cells"][0]["text"]) == "一、本年新收");
        CHECK(text_of(block["rows"][0]["cells"][1]["text"]) == "2");
        CHECK(text_of(block["layout"]) == "tabbed");
    }
    CHECK(kinds.find('g') != std::string::npos);
}

TEST_CASE("a date says what is written and no more") {
    CHECK(iso_date({2020, 12, 31}) == "2020-12-31");
    CHECK(iso_date({2020, 1, 0}) == "2020-01");
    CHECK(iso_date({0, 12, 31}) == "--12-31");
    CHECK(iso_date({2020, 0, 0}) == "2020");
}

}  // namespace gouji::output
