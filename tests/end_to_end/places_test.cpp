// SPDX-License-Identifier: Apache-2.0
// Where findings stand in documents whose text is extracted; and the encodings that plain text comes in.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <sstream>

#include "tests/end_to_end/child.hpp"

using namespace end_to_end;

namespace {

const std::string page = R"(<html><head><title>甲县乙镇2022年政府信息公开工作年度报告</title></head><body><h1>甲县乙镇人民政府2022年政府信息公开工作年度报告</h1>
<p>一、总体情况</p><p>做了工作，，有成效。</p><p>四、政府信息公开行政复议、行政诉讼情况</p>
<table><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr>
<tr><td rowspan=2>结果维持</td><td rowspan=2>结果纠正</td><td rowspan=2>其他结果</td><td rowspan=2>尚未审结</td><td rowspan=2>总计</td><td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>
<tr><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr>
<tr><td>1</td><td>0</td><td>0</td><td>0</td><td>3</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr></table></body></html>)";

rapidjson::Document json_of(const Outcome& outcome) {
    rapidjson::Document json;
    json.Parse(outcome.out.c_str());
    REQUIRE(!json.HasParseError());
    return json;
}

const rapidjson::Value& finding(const rapidjson::Document& json, std::string_view rule) {
    for (const auto& each : json["reports"][0]["findings"].GetArray()) {
        if (each["rule"].GetString() == rule) return each;
    }
    FAIL(rule);
    return json;
}

std::string line_of(const std::string& text, int number) {
    std::istringstream lines{text};
    std::string line;
    for (int i = 0; i < number; ++i) std::getline(lines, line);
    return line;
}

}  // namespace

TEST_SUITE("places") {
    TEST_CASE("a finding in a web page names paragraph or cell, and its region is in the extracted text") {
        const Folder folder;
        const std::string file = folder.write("r.html", page);
        const auto json = json_of(run({"check", "--isolated", "--format", "json", file}));
        const auto& total = finding(json, "T304");
        CHECK(total["original"]["table"].GetInt() == 1);
        CHECK(total["original"]["row"].GetInt() == 4);
        CHECK(total["original"]["column"].GetInt() == 5);
        const auto& doubled = finding(json, "W601");
        CHECK(doubled["original"]["paragraph"].GetInt() == 3);
        const std::string text = run({"parse", "--format", "text", file}).out;
        CHECK(line_of(text, doubled["line"].GetInt()) == "做了工作，，有成效。");
        CHECK(line_of(text, total["line"].GetInt()).starts_with("1\t0\t0\t0\t3"));
        CHECK(run({"check", "--isolated", "--lang", "zh", file}).shows("原文位置：表 1 第 4 行第 5 列"));
    }
    TEST_CASE("SARIF has the place in the original as a second logical location") {
        const auto json = json_of(run(Call{{"check", "--isolated", "--format", "sarif", "--stdin-filename", "r.html", "-"}, page, GOUJI_ROOT, {}}));
        bool cell = false;
        for (const auto& result : json["runs"][0]["results"].GetArray()) {
            const auto& places = result["locations"][0]["logicalLocations"];
            if (std::string_view{result["ruleId"].GetString()} != "T304") continue;
            REQUIRE(places.Size() == 2);
            CHECK(std::string_view{places[0]["fullyQualifiedName"].GetString()} == "proceedings.review.total");
            CHECK(std::string_view{places[1]["fullyQualifiedName"].GetString()} == "table:1/row:4/column:5");
            cell = std::string_view{places[1]["kind"].GetString()} == "cell";
        }
        CHECK(cell);
    }
    TEST_CASE("every encoding gives the same figures, is shown and stands in SARIF") {
        for (const std::string name : {"simplified.gb2312.txt GB18030", "simplified.utf16le.txt UTF-16LE", "simplified.utf16be-bom.txt UTF-16BE",
                                       "rare.gb18030.txt GB18030", "traditional.big5.txt Big5", "simplified.utf8-bom.txt UTF-8"}) {
            CAPTURE(name);
            const std::string file = name.substr(0, name.find(' ')), encoding = name.substr(name.find(' ') + 1);
            const std::string path = fixture("readers/encodings/" + file);
            const auto json = json_of(run({"check", "--isolated", "--format", "json", path}));
            CHECK(json["reports"][0]["encoding"].GetString() == encoding);
            const auto sarif = json_of(run({"check", "--isolated", "--format", "sarif", path}));
            CHECK(sarif["runs"][0]["artifacts"][0]["encoding"].GetString() == encoding);
            if (encoding != "UTF-8") CHECK(run({"check", "--isolated", path}).shows(encoding));
        }
    }
    TEST_CASE("a report in traditional characters is read like one in simplified ones") {
        const std::string text = "甲縣乙鎮人民政府2022年政府信息公開工作年度報告\n一、總體情況\n二、主動公開政府信息情況\n"
                                 "第二十條第（一）項\n信息內容\t本年制發件數\t本年廢止件數\t現行有效件數\n規章\t0\t0\t0\n行政規範性文件\t5\t1\t9\n";
        const auto json = json_of(run(Call{{"parse", "-"}, text, GOUJI_ROOT, {}}));
        CHECK(std::string_view{json["format"].GetString()} == "2021");
        CHECK(json["year"].GetInt() == 2022);
        CHECK(json["sections"].Size() == 2);
        CHECK(json["figures"]["disclosure.normative.in_force"]["value"].GetInt() == 9);
    }
}
