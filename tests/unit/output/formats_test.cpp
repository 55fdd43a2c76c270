// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <set>

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

rapidjson::Document parsed(const std::string& json) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
    REQUIRE_FALSE(document.HasParseError());
    return document;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    for (std::size_t at = text.find('\n'); at != std::string::npos; begin = at + 1, at = text.find('\n', begin)) {
        lines.push_back(text.substr(begin, at - begin));
    }
    return lines;
}

RunEnd with_trouble() {
    RunEnd end;
    end.exit_code = 2;
    end.files = 2;
    end.problems = {{text::ProblemKind::input, {"文件不存在。", "No such file."}, "缺<失>.txt", 3, 7, "原文", ""}};
    return end;
}

}  // namespace

TEST_CASE("every name makes a writer, and no other") {
    CHECK(writer_names() == std::vector<std::string>{"text", "json", "jsonl", "sarif", "html", "junit", "github", "csv", "record"});
    for (const std::string& name : writer_names()) CHECK(make_writer(name, [](std::string_view) {}) != nullptr);
    CHECK(make_writer("xml", [](std::string_view) {}) == nullptr);
}

TEST_CASE("json is one object with everything of a finding") {
    SampleReport report;
    report.add_usual_findings();
    const SampleReport clean;
    const auto json = parsed(write_with("json", report.run(), {&report, &clean}, with_trouble()));
    CHECK(json["version"].GetInt() == 1);
    CHECK(text_of(json["tool"]["name"]) == "gouji");
    CHECK(text_of(json["tool"]["packs"][1]["name"]) == "yunling");
    CHECK(json["exitCode"].GetInt() == 2);
    CHECK(json["summary"]["error"].GetInt() == 3);
    CHECK(json["summary"]["review"].GetInt() == 1);
    CHECK(text_of(json["problems"][0]["message"]) == "文件不存在。");
    CHECK(json["problems"][0]["line"].GetInt() == 3);
    REQUIRE(json["reports"].Size() == 2);
    CHECK(json["reports"][1]["findings"].Empty());
    const auto& first = json["reports"][0];
    CHECK(text_of(first["path"]) == "2023/石桥镇 年报.txt");
    CHECK(text_of(first["agency"]) == "云岭县石桥镇人民政府");
    CHECK(first["year"].GetInt() == 2023);
    CHECK(text_of(first["format"]) == "2021");
    CHECK(text_of(first["encoding"]) == "UTF-8");
    REQUIRE(first["findings"].Size() == 5);
    const auto& balance = first["findings"][1];
    CHECK(text_of(balance["rule"]) == "T301");
    CHECK(text_of(balance["severity"]) == "error");
    CHECK(text_of(balance["kind"]) == "fail");
    CHECK(balance["line"].GetInt() == 5);
    CHECK(balance["column"].GetInt() == 8);
    CHECK(balance["end_column"].GetInt() == 9);
    CHECK(text_of(balance["text"]) == "2");
    CHECK(text_of(balance["logical"]) == "applications.balance.natural_person");
    CHECK(balance["operands"][0]["value"].GetInt() == 2);
    CHECK(balance["operands"][1]["value"].IsNull());
    CHECK(balance["operands"][2]["stated"].GetBool() == true);
    CHECK(text_of(balance["suspects"][0]["figure"]) == "applications.unavailable.natural_person");
    CHECK(text_of(first["findings"][0]["fixes"][0]["replacements"][0]["text"]) == "已");
    CHECK(text_of(first["findings"][3]["kind"]) == "review");
}

TEST_CASE("jsonl is one line a report and one for the run") {
    SampleReport report;
    report.add_usual_findings();
    const SampleReport clean;
    const auto lines = lines_of(write_with("jsonl", report.run(), {&report, &clean}, with_trouble()));
    REQUIRE(lines.size() == 3);
    CHECK(parsed(lines[0])["findings"].Size() == 5);
    CHECK(text_of(parsed(lines[1])["path"]) == "2023/石桥镇 年报.txt");
    CHECK(parsed(lines[2])["exitCode"].GetInt() == 2);
}

TEST_CASE("json without reports, and for a file that is no report") {
    SampleReport waivers;
    waivers.add(4, waivers.place_of("一", "document"), "豁免没有对应任何检出。");
    CHECK(parsed(write_with("json", waivers.run(), {}))["reports"].Empty());
    std::string out;
    const auto writer = make_writer("json", [&](std::string_view piece) { out += piece; });
    ReportView view = waivers.view();
    view.document = nullptr;
    writer->begin(waivers.run());
    writer->write_report(view);
    writer->end({});
    const auto json = parsed(out);
    CHECK(json["reports"][0]["year"].IsNull());
    CHECK(json["reports"][0]["format"].IsNull());
    CHECK(json["summary"]["reports"].GetInt() == 0);
    CHECK(json["summary"]["warning"].GetInt() == 1);
}

TEST_CASE("suppressed findings appear only when asked for, with their reason") {
    SampleReport report;
    report.add_usual_findings();
    for (auto& judged : report.findings) judged.suppression = SuppressionKind::waiver, judged.justification = "已书面说明";
    auto run = report.run();
    for (const char* format : {"json", "jsonl", "sarif", "csv", "github", "junit", "text", "html"}) {
        CAPTURE(format);
        run.show_suppressed = false;
        const std::string hidden = write_with(format, run, {&report});
        CHECK(hidden.find("自然人一列收支不平衡。") == std::string::npos);
        CHECK(hidden.find("已书面说明") == std::string::npos);
        run.show_suppressed = true;
        const std::string shown = write_with(format, run, {&report});
        CHECK(shown.find(format == std::string_view{"junit"} ? "T301" : "自然人一列收支不平衡。") != std::string::npos);
        if (format != std::string_view{"github"}) CHECK(shown.find("已书面说明") != std::string::npos);
    }
}

TEST_CASE("csv opens in a spreadsheet") {
    SampleReport report;
    auto& judged = report.add(0, report.place_of("2\t0\t2", "applications.balance.total", "总计"), "他说“\"平\"”,\n不平。");
    judged.finding.calculation = "-1 + 2 = 1 ≠ 3";
    auto run = report.run();
    run.english = true;
    CHECK(write_with("csv", run, {&report}) ==
          "\xEF\xBB\xBFpath,agency,year,format,line,column,severity,kind,rule,name,title,message,calculation,logical,label,suspects,"
          "basis,advice,fingerprint,suppression\r\n"
          "2023/石桥镇 年报.txt,云岭县石桥镇人民政府,2023,2021,5,8,error,fail,T301,applications-balance,Applications do not balance,"
          "\"他说“\"\"平\"\"”, 不平。\",\"'-1 + 2 = 1 ≠ 3\",applications.balance.total,总计,,"
          "Regulation on Government Information Disclosure 第五十条; Notice 30 of 2021,Check the records and correct it.,"
          "00112233445566778899aabbccddeeff,\r\n");
    CHECK(write_with("csv", report.run(), {}).starts_with("\xEF\xBB\xBF文件,单位,年度,"));
}

TEST_CASE("github annotations stand beside their line") {
    SampleReport report;
    report.add_usual_findings();
    const auto lines = lines_of(write_with("github", report.run(), {&report}, with_trouble()));
    REQUIRE(lines.size() == 6);
    CHECK(lines[0] == "::notice file=2023/石桥镇 年报.txt,line=3,endLine=3,col=10,endColumn=12,title=W601 标点重复::标点“，、”重复。");
    CHECK(lines[2] == "::error file=2023/石桥镇 年报.txt,line=6,endLine=6,col=13,endColumn=14,title=T303 总计与各列之和不符::"
                      "“（四）无法提供”一行各列之和为 0，总计写作 2。%0A计算：0 + 0 = 0 ≠ 2%0A疑点：若“（四）无法提供 · 自然人”改为 2，"
                      "本表全部勾稽关系即成立。这只是推测，请以台账为准。");
    CHECK(lines[3].find("title=F204 缺列 (复核)::") != std::string::npos);
    CHECK(lines[5] == "::error file=缺<失>.txt,line=3,title=工具问题::文件不存在。");
}

TEST_CASE("junit has a case for each finding and one for a clean report") {
    SampleReport report{"a & <b>\n", "x&y.txt"};
    auto& judged = report.add(1, report.place_of("<b>", "document"), "“<b>”与\x01“&”不符。");
    judged.finding.calculation = "1 < 2";
    const SampleReport clean{"", "clean.txt"};
    const std::string xml = write_with("junit", report.run(), {&report, &clean}, with_trouble());
    CHECK(xml ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<testsuites name=\"gouji\">\n"
          "  <testsuite name=\"x&amp;y.txt\" tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\">\n"
          "    <testcase classname=\"x&amp;y.txt\" name=\"T303 applicants-total 1:5\">\n"
          "      <failure type=\"error\" message=\"“&lt;b&gt;”与\uFFFD“&amp;”不符。\">x&amp;y.txt:1:5: 总计与各列之和不符\n"
          "“&lt;b&gt;”与\uFFFD“&amp;”不符。\n"
          "计算：1 &lt; 2\n"
          "依据：《政府信息公开条例》第五十条\n"
          "建议：核对台账后更正。\n"
          "</failure>\n"
          "    </testcase>\n"
          "  </testsuite>\n"
          "  <testsuite name=\"clean.txt\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">\n"
          "    <testcase classname=\"clean.txt\" name=\"未发现问题\"/>\n"
          "  </testsuite>\n"
          "  <testsuite name=\"工具问题\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n"
          "    <testcase classname=\"工具问题\" name=\"缺&lt;失&gt;.txt\">\n"
          "      <error message=\"文件不存在。\"/>\n"
          "    </testcase>\n"
          "  </testsuite>\n"
          "</testsuites>\n");
}

TEST_CASE("control characters leave every machine format well-formed") {
    std::string odd{"甲"};
    for (char c = 1; c < 0x20; ++c) odd += c;
    odd += "\x7f\u0085\u2028\uFFFE乙";
    SampleReport report{odd + "\n", "a\tb.txt"};
    report.add(3, report.place_of("乙", "document"), odd);
    parsed(write_with("json", report.run(), {&report}));
    for (const auto& line : lines_of(write_with("jsonl", report.run(), {&report}))) parsed(line);
    parsed(write_with("sarif", report.run(), {&report}));
    CHECK(lines_of(write_with("github", report.run(), {&report})).size() == 1);
    CHECK(lines_of(write_with("csv", report.run(), {&report})).size() == 2);
}

TEST_CASE("writers give bytes after every report, not at the end") {
    SampleReport report;
    report.add_usual_findings();
    for (const std::string& format : writer_names()) {
        if (format == "record") continue;  // of the report, not of its findings; its line is made elsewhere
        CAPTURE(format);
        std::size_t written = 0;
        const auto writer = make_writer(format, [&](std::string_view piece) { written += piece.size(); });
        writer->begin(report.run());
        std::set<std::size_t> sizes{written};
        for (int i = 0; i < 3; ++i) {
            writer->write_report(report.view());
            CHECK(sizes.insert(written).second);
        }
    }
}

}  // namespace gouji::output
