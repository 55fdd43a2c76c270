// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "engine/output/summary.hpp"
#include "support/sample_report.hpp"

namespace gouji::output {

using tests::SampleReport;
using tests::write_with;

TEST_CASE("one paragraph for each thing to correct; findings of one cause are one") {
    SampleReport report;
    report.add_usual_findings();
    report.findings.erase(report.findings.begin() + 3, report.findings.end());
    CHECK(write_with("text", report.run(), {&report}) ==
          "== 2023/石桥镇 年报.txt ==  云岭县石桥镇人民政府  2023 年  2021 版格式\n"
          "\n"
          "2023/石桥镇 年报.txt:3:10: note W601 标点重复 [punctuation-doubled]\n"
          "  标点“，、”重复。\n"
          "      3 | 全年共收到申请2件，、已全部办结。\n"
          "        |                  ^^^^\n"
          "  建议：核对台账后更正。\n"
          "  可自动修正（--fix）：删去“、”\n"
          "\n"
          "2023/石桥镇 年报.txt:5:8: error T301 收支不平衡 [applications-balance]\n"
          "  自然人一列收支不平衡。\n"
          "      5 | 一、本年新收│2│0│2\n"
          "        |              ^\n"
          "  计算：2 + 0 = 2 ≠ 0 = 0 + 0\n"
          "  数值：自然人：本年新收 2（第 5 行）；（四）无法提供 0（第 6 行）；其余 1 项为 0 或空白\n"
          "  同一原因还涉及以下 1 处：\n"
          "    2023/石桥镇 年报.txt:6:13: error T303 总计与各列之和不符 [applicants-total]\n"
          "      “（四）无法提供”一行各列之和为 0，总计写作 2。\n"
          "      计算：0 + 0 = 0 ≠ 2\n"
          "  疑点：若“（四）无法提供 · 自然人”改为 2，本表全部勾稽关系即成立。这只是推测，请以台账为准。\n"
          "  依据：《政府信息公开条例》第五十条；国办公开办函〔2021〕30号\n"
          "  建议：核对台账后更正。\n"
          "\n");
}

TEST_CASE("a review is called one, further places are named, the whole document has no excerpt") {
    SampleReport report;
    report.add_usual_findings();
    report.findings.erase(report.findings.begin(), report.findings.begin() + 3);
    auto run = report.run();
    run.english = true;
    CHECK(write_with("text", run, {&report}) ==
          "== 2023/石桥镇 年报.txt ==  云岭县石桥镇人民政府  2023  format 2021\n"
          "\n"
          "2023/石桥镇 年报.txt:4:1: review F204 A column is missing [column-missing]\n"
          "  申请表只有三列。\n"
          "      4 | 三、收到和处理政府信息公开申请情况\n"
          "        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
          "  see also: line 5 一、本年新收; line 7\n"
          "  advice: Check the records and correct it.\n"
          "\n"
          "2023/石桥镇 年报.txt:1:1: warning yunling/L001 Local heading [local-heading]\n"
          "  须人工查看[标题](1)和{PAGE}。\n"
          "  advice: Check the records and correct it.\n"
          "\n");
}

TEST_CASE("many further places are told as ranges of lines") {
    std::string text;
    for (int i = 0; i < 60; ++i) text += "行\n";
    SampleReport report{text};
    auto& judged = report.add(2, report.place_of("行", "applications"), "表中有空白。");
    for (int i = 9; i < 40; ++i) judged.finding.related.push_back(report.place_of("行", "x", "", i));
    judged.finding.related.push_back(report.place_of("行", "x", "", 55));
    CHECK(write_with("text", report.run(), {&report}).find("  另见：第 10–40、56 行（共 32 处）\n") != std::string::npos);
}

TEST_CASE("quiet is one line a finding, a clean report says nothing") {
    SampleReport report;
    report.add_usual_findings();
    auto run = report.run();
    run.quiet = true;
    const std::string out = write_with("text", run, {&report});
    CHECK(std::count(out.begin(), out.end(), '\n') == 5);
    CHECK(out.starts_with("2023/石桥镇 年报.txt:3:10: note W601 标点重复 [punctuation-doubled]\n"));
    const SampleReport clean;
    CHECK(write_with("text", clean.run(), {&clean}).empty());
}

TEST_CASE("suppressed findings are silent unless asked for, and then say why") {
    SampleReport report;
    report.add_usual_findings();
    for (auto& judged : report.findings) judged.suppression = SuppressionKind::waiver, judged.justification = "已书面说明";
    auto run = report.run();
    CHECK(write_with("text", run, {&report}).empty());
    run.show_suppressed = true;
    CHECK(write_with("text", run, {&report}).find("  已豁免：已书面说明\n") != std::string::npos);
}

TEST_CASE("colour is escape codes around words, and nothing else") {
    SampleReport report;
    report.add_usual_findings();
    auto run = report.run();
    const std::string plain = write_with("text", run, {&report});
    CHECK(plain.find('\x1b') == std::string::npos);
    run.color = true;
    std::string colored = write_with("text", run, {&report});
    CHECK(colored.find("\x1b[") != std::string::npos);
    for (std::size_t at = colored.find('\x1b'); at != std::string::npos; at = colored.find('\x1b')) {
        colored.erase(at, colored.find('m', at) - at + 1);
    }
    CHECK(colored == plain);
}

TEST_CASE("nothing of a report reaches the terminal unseen") {
    SampleReport report{"甲\x1b]0;x\x07乙\n", "a\x1b[2Jb.txt"};
    auto& judged = report.add(3, report.place_of("乙", "document"), "写有“\x1b[31m”\u202e。");
    judged.finding.calculation = "\u009b";
    const std::string out = write_with("text", report.run(), {&report});
    CHECK(out.find('\x1b') == std::string::npos);
    CHECK(out.find('\x07') == std::string::npos);
    CHECK(out.find("\u202e") == std::string::npos);
    CHECK(out.find("a<U+001B>[2Jb.txt:1:8: note") != std::string::npos);
    CHECK(out.find("计算：<U+009B>") != std::string::npos);
}

TEST_CASE("a huge message is written whole and once") {
    SampleReport report;
    std::string message;
    for (int i = 0; i < 200'000; ++i) message += "长";
    report.add(2, report.place_of("一", "document"), message);
    for (const std::string& format : writer_names()) {
        if (format == "record") continue;  // has no findings
        CAPTURE(format);
        const std::string out = write_with(format, report.run(), {&report});
        CHECK(out.find(message) != std::string::npos);
        CHECK(out.size() < 4 * message.size());
    }
}

TEST_CASE("the summary counts what is shown and names what is not") {
    SampleReport report;
    report.add_usual_findings();
    const SampleReport clean;
    Tally tally;
    CHECK(summary_line(tally, {}, false) == "检查了 0 份报告：未发现问题。\n");
    tally.add(report.view());
    tally.add(clean.view());
    CHECK(summary_line(tally, {}, false) == "检查了 2 份报告：错误 3，警告 1，提示 1（其中 1 处须人工复核）；1 处可用 --fix 修正。\n");
    report.findings[0].suppression = SuppressionKind::waiver;
    report.findings[1].suppression = SuppressionKind::baseline;
    Tally second;
    second.add(report.view());
    RunEnd end;
    end.problems.resize(2);
    CHECK(summary_line(second, end, true) ==
          "1 report(s) checked: 2 error(s), 1 warning(s), 0 note(s) (1 of them for review by a person); not shown: 1 waived, 1 known "
          "from the baseline; 2 could not be done, see above.\n");
}

TEST_CASE("statistics count findings and reports, the most frequent rule first") {
    SampleReport first;
    for (const int i : {0, 1}) first.add(3, first.place_of("0", "document", "", i), "重复。");
    first.add(0, first.place_of("2", "document"), "不平衡。");
    Tally tally;
    tally.add(first.view());
    const std::string said = statistics(tally, false);
    CHECK(said.starts_with("检出数  报告数  规则\n"
                           "      2       1  W601  标点重复 [punctuation-doubled]\n"
                           "      1       1  T301  收支不平衡 [applications-balance]\n"));
    CHECK(tally.by_agency().size() == 1);
    const Tally::AgencyCount& agency = tally.by_agency().begin()->second;
    CHECK(said.find(agency.agency + "  · T1 W2\n") != std::string::npos);
    CHECK(agency.reports == 1);
}

}  // namespace gouji::output
