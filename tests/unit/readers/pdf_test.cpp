// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "engine/readers/child_process.hpp"
#include "engine/readers/read.hpp"
#include "tests/unit/readers/grid_text.hpp"
#include "tests/unit/readers/pdf_builder.hpp"

using namespace gouji::readers;
using namespace gouji::tests;

namespace {

const bool has_pdftotext = find_program("pdftotext").has_value();

Input read_pdf(const PdfBuilder& pdf) {
    Reading reading = read_bytes("a.pdf", pdf.build(), {});
    if (!reading.problems.empty()) MESSAGE(reading.problems[0].message.en);
    REQUIRE(reading.inputs.size() == 1);
    CHECK(reading.inputs[0].kind == Kind::pdf);
    return std::move(reading.inputs[0]);
}

std::string refusal(std::string bytes, const Limits& limits = {}) {
    const Reading reading = read_bytes("a.pdf", std::move(bytes), limits);
    CHECK(reading.inputs.empty());
    REQUIRE(reading.problems.size() == 1);
    return reading.problems[0].message.en;
}

// A row: a label at its place, figures centered in columns 60 points apart.
void add_row(PdfBuilder& pdf, double y, double label_x, std::string_view label, const std::vector<std::string>& figures) {
    pdf.text(label_x, y, 10, label);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (!figures[i].empty())
            pdf.text(320 + 60 * static_cast<double>(i) - static_cast<double>(figures[i].size()) * 2.5, y, 10, figures[i]);
    }
}

// The head of two columns of figures, at 140.
void add_two_columns(PdfBuilder& pdf) {
    pdf.text(310, 140, 10, "甲数");
    pdf.text(370, 140, 10, "乙数");
}

}  // namespace

TEST_SUITE_BEGIN("pdf");

TEST_CASE("wrapped lines are joined to paragraphs, page numbers dropped" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    pdf.text(180, 80, 18, "青溪镇2023年年度报告");
    pdf.text(122, 120, 16, "一、总体情况");
    pdf.text(122, 150, 16, "本镇全年主动公开政府信息一百二十八条，其中");  // 21 characters: 122 to 458
    pdf.text(90, 180, 16, "机构职能类6条，规划计划类12条，办理情况良好");  // to 442
    pdf.text(90, 210, 16, "，其他一百一十条。");
    pdf.text(122, 240, 16, "二、主动公开政府信息情况");
    pdf.text(122, 720, 16, "全镇各村和各单位都按照要求公开了政府信息目");
    pdf.text(280, 800, 10, "- 1 -");
    pdf.begin_page();
    pdf.text(90, 80, 16, "录和指南。");
    pdf.text(290, 800, 10, "第 2 页");
    const Input input = read_pdf(pdf);
    CHECK(input.source.utf8() ==
          "青溪镇2023年年度报告\n一、总体情况\n本镇全年主动公开政府信息一百二十八条，其中机构职能类6条，规划计划类12条，办理情况"
          "良好，其他一百一十条。\n"
          "二、主动公开政府信息情况\n全镇各村和各单位都按照要求公开了政府信息目录和指南。\n");
    REQUIRE(input.landmarks.size() == 2);
    CHECK(input.landmarks[0].kind == gouji::text::LandmarkKind::page);
    CHECK(input.landmarks[0].number == 1);
    CHECK(input.landmarks[1].number == 2);
    CHECK(input.source.utf8().substr(input.landmarks[1].offset).starts_with("录和指南"));
}

TEST_CASE("a page with nothing but its number is empty" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    pdf.text(90, 80, 16, "本镇主动公开政府信息。");
    pdf.begin_page();
    pdf.text(290, 800, 10, "- 2 -");
    CHECK(read_pdf(pdf).source.utf8() == "本镇主动公开政府信息。\n");
}

TEST_CASE("titles that run along the edges of the pages are dropped" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    for (int page = 1; page <= 3; ++page) {
        pdf.begin_page();
        pdf.text(200, 40, 10, "青溪镇年度报告");
        pdf.text(90, 300, 16, "第" + std::to_string(page) + "段。");
        pdf.text(280, 800, 10, std::to_string(page));
    }
    CHECK(read_pdf(pdf).source.utf8() == "第1段。\n第2段。\n第3段。\n");
}

TEST_CASE("the last line of one page is no running title" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    for (int page = 1; page <= 3; ++page) {
        pdf.begin_page();
        pdf.text(90, 300, 16, "第" + std::to_string(page) + "段。");
        if (page == 2) pdf.text(90, 790, 10, "这一行是正文。");
    }
    CHECK(read_pdf(pdf).source.utf8() == "第1段。\n第2段。\n这一行是正文。\n第3段。\n");
}

TEST_CASE("a heading at the margin, right below a line that is full, begins a paragraph" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    pdf.text(90, 100, 16, "一行写满了整个版心的正文就是这个样子一直到页。");
    pdf.text(90, 130, 16, "二、另一行写满了整个版心的正文也是这个样子的。");
    CHECK(read_pdf(pdf).source.utf8() == "一行写满了整个版心的正文就是这个样子一直到页。\n二、另一行写满了整个版心的正文也是这个样子的。\n");
}

TEST_CASE("a table: header, empty cells, wrapped labels, marks" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    pdf.text(122, 100, 16, "二、主动公开政府信息情况");
    add_row(pdf, 140, 120, "信息内容", {});
    pdf.text(300, 140, 10, "制发数");
    pdf.text(360, 140, 10, "废止数");
    pdf.text(425, 134, 10, "现行");
    pdf.text(425, 146, 10, "有效");
    add_row(pdf, 170, 90, "规章", {"1", "", "3"});
    pdf.text(90, 194, 10, "行政规范性文件以及由本机关");
    pdf.text(90, 206, 10, "制定的其他文件");
    add_row(pdf, 200, 90, "", {"12", "/", "0"});
    add_row(pdf, 230, 90, "其他", {"1,024", "0", "-"});
    pdf.text(122, 300, 16, "三、收到和处理政府信息公开申请情况");
    const Input input = read_pdf(pdf);
    REQUIRE(input.grids.size() == 1);
    CHECK(grid_text(input, 0) ==
          "0:信息内容 1:制发数 2:废止数 3:现行有效\n0:规章 1:1 2: 3:3\n0:行政规范性文件以及由本机关制定的其他文件 1:12 2:/ "
          "3:0\n0:其他 1:1,024 2:0 3:-");
    CHECK(input.source.utf8().starts_with("二、主动公开政府信息情况\n信息内容\t制发数"));
    CHECK(input.source.utf8().ends_with("\n三、收到和处理政府信息公开申请情况\n"));
}

TEST_CASE("words in a cell that begin left of all figures stay in their cell" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    add_row(pdf, 140, 120, "内容", {"", "", ""});
    add_two_columns(pdf);
    add_row(pdf, 170, 90, "规章", {"1", "2"});
    add_row(pdf, 190, 90, "文件", {"", "0"});
    pdf.text(312, 190, 10, "约3");
    add_row(pdf, 210, 90, "其他", {"4", "0"});
    const Input input = read_pdf(pdf);
    REQUIRE(input.grids.size() == 1);
    CHECK(grid_text(input, 0) == "0:内容 1:甲数 2:乙数\n0:规章 1:1 2:2\n0:文件 1:约3 2:0\n0:其他 1:4 2:0");
}

TEST_CASE("cells written from the top: figures stand beside the first line of their label" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    pdf.text(90, 140, 10, "（本列");
    pdf.text(90, 152, 10, "数据）");
    add_two_columns(pdf);
    const auto add = [&](double y, const std::vector<std::string>& group, const std::vector<std::string>& label, const std::vector<std::string>& figures) {
        for (std::size_t i = 0; i < group.size(); ++i) pdf.text(90, y + 12.0 * static_cast<double>(i), 10, group[i]);
        for (std::size_t i = 0; i < label.size(); ++i) pdf.text(140, y + 12.0 * static_cast<double>(i), 10, label[i]);
        add_row(pdf, y, 90, "", figures);
    };
    add(164, {"（一）", "不予", "公开"}, {"1.国家秘密"}, {"1", "2"});
    add(176, {}, {"2.其他法律", "禁止公开", "的事项"}, {"3", "4"});
    add(212, {"（二）", "无法", "提供"}, {"1.不掌握"}, {"5", "6"});
    add(224, {}, {"2.没有现成", "信息"}, {"7", "8"});
    const Input input = read_pdf(pdf);
    REQUIRE(input.grids.size() == 1);
    CHECK(grid_text(input, 0) ==
          "0+2:（本列数据） 2:甲数 3:乙数\n0^2:（一）不予公开 1:1.国家秘密 2:1 3:2\n1:2.其他法律禁止公开的事项 2:3 3:4\n"
          "0^2:（二）无法提供 1:1.不掌握 2:5 3:6\n1:2.没有现成信息 2:7 3:8");
}

TEST_CASE("marks of notes, numbers wrapped in their cells, labels that cannot be told" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    add_row(pdf, 140, 120, "内容", {});
    add_two_columns(pdf);
    add_row(pdf, 170, 90, "规章", {"23", "12345"});
    pdf.text(393, 167, 6, "[1]");
    add_row(pdf, 181, 90, "", {"", "67"});
    add_row(pdf, 220, 90, "文件", {"4", "5"});
    const Input input = read_pdf(pdf);
    REQUIRE(input.grids.size() == 1);
    CHECK(grid_text(input, 0) == "0:内容 1:甲数 2:乙数\n0:规章 1:23 2:1234567\n0:文件 1:4 2:5");
}

TEST_CASE("numbers wrapped beside the further lines of a label" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    add_row(pdf, 140, 120, "内容", {});
    add_two_columns(pdf);
    add_row(pdf, 160, 90, "1.规章", {"0", "0"});
    add_row(pdf, 178, 90, "2.文件以及由", {"0", ""});  // from the top
    pdf.text(365, 178, 10, "４１７");
    pdf.text(90, 190, 10, "本机关制定的");
    pdf.text(365, 190, 10, "０");
    add_row(pdf, 208, 90, "3.其他", {"0", "0"});
    pdf.text(90, 226, 10, "4.在中间的数");  // in the middle
    pdf.text(365, 226, 10, "１,０");
    add_row(pdf, 232, 90, "", {"8", ""});
    pdf.text(90, 238, 10, "有两行");
    pdf.text(365, 238, 10, "２３");
    add_row(pdf, 256, 90, "5.总计", {"0", "0"});
    const Input input = read_pdf(pdf);
    REQUIRE(input.grids.size() == 1);
    CHECK(input.grids[0].unsure_rows.empty());
    CHECK(grid_text(input, 0) ==
          "0:内容 1:甲数 2:乙数\n0:1.规章 1:0 2:0\n0:2.文件以及由本机关制定的 1:0 2:４１７０\n0:3.其他 1:0 2:0\n"
          "0:4.在中间的数有两行 1:8 2:１,０２３\n0:5.总计 1:0 2:0");
}

TEST_CASE("what may be a wrapped number or the figures of two rows is told to be unsure" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    add_row(pdf, 140, 120, "内容", {});
    add_two_columns(pdf);
    add_row(pdf, 160, 90, "规章", {"0", "0"});
    add_row(pdf, 172, 90, "文件以及由", {"2", ""});
    pdf.text(365, 172, 10, "４１７");
    pdf.text(90, 184, 10, "本机关制定的");
    pdf.text(365, 184, 10, "０");
    const Input input = read_pdf(pdf);
    REQUIRE(input.grids.size() == 1);
    CHECK(input.grids[0].unsure_rows == std::vector<std::uint16_t>{2, 3});
}

TEST_CASE("rows at the end of a page are no page numbers" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    add_row(pdf, 740, 120, "内容", {});
    pdf.text(310, 740, 10, "甲数");
    pdf.text(370, 740, 10, "乙数");
    add_row(pdf, 760, 90, "1.规章", {"0", "2"});
    add_row(pdf, 778, 90, "2.其他", {"5", "8"});
    pdf.text(290, 815, 10, "- 1 -");
    CHECK(grid_text(read_pdf(pdf), 0) == "0:内容 1:甲数 2:乙数\n0:1.规章 1:0 2:2\n0:2.其他 1:5 2:8");
}

TEST_CASE("full-width digits below each other are figures, no label written downwards" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    add_row(pdf, 140, 120, "内容", {});
    add_two_columns(pdf);
    for (int i = 0; i < 4; ++i) {
        pdf.text(90, 160 + 12 * i, 10, std::to_string(i + 1) + ".规章");
        pdf.text(315, 160 + 12 * i, 10, "０");
        pdf.text(375, 160 + 12 * i, 10, "—");
    }
    CHECK(grid_text(read_pdf(pdf), 0) == "0:内容 1:甲数 2:乙数\n0:1.规章 1:０ 2:—\n0:2.规章 1:０ 2:—\n0:3.规章 1:０ 2:—\n0:4.规章 1:０ 2:—");
}

TEST_CASE("group labels beside rows, rows without figures, a table over a page break" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    pdf.text(300, 80, 10, "个人");
    pdf.text(360, 80, 10, "企业");
    pdf.text(420, 80, 10, "总计");
    add_row(pdf, 110, 70, "一、新收", {"2", "0", "2"});
    add_row(pdf, 130, 110, "（一）公开", {"1", "0", "1"});
    add_row(pdf, 150, 200, "1.秘密", {"0", "0", "0"});
    add_row(pdf, 170, 200, "2.禁止", {"", "", ""});
    add_row(pdf, 190, 200, "3.其他", {"0", "0", "0"});
    add_row(pdf, 210, 200, "1.没有", {"1", "0", "1"});
    pdf.text(110, 171, 10, "（二）不予");
    pdf.vertical(82, 140, 10, "二、结果");
    pdf.begin_page();
    add_row(pdf, 80, 200, "2.不清", {"0", "0", "0"});
    pdf.text(110, 80, 10, "（三）无法");
    add_row(pdf, 100, 110, "（四）总计", {"2", "0", "2"});
    add_row(pdf, 120, 70, "三、结转", {"0", "0", "0"});
    const Input input = read_pdf(pdf);
    REQUIRE(input.grids.size() == 1);
    CHECK(grid_text(input, 0) ==
          "3:个人 4:企业 5:总计\n0+3:一、新收 3:2 4:0 5:2\n0^7:二、结果 1+2:（一）公开 3:1 4:0 5:1\n1^3:（二）不予 2:1.秘密 3:0 "
          "4:0 5:0\n"
          "2:2.禁止 3: 4: 5:\n2:3.其他 3:0 4:0 5:0\n2:1.没有 3:1 4:0 5:1\n1:（三）无法 2:2.不清 3:0 4:0 5:0\n1+2:（四）总计 3:2 "
          "4:0 5:2\n0+3:三、结转 3:0 4:0 5:0");
}

TEST_CASE("a table without labels, with headers over groups of columns" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    const auto head = [&](double center, double y, std::string_view text) {
        pdf.text(center - 5 * (static_cast<double>(text.size()) / 3), y, 10, text);
    };
    head(160, 100, "复议");
    head(400, 100, "诉讼");
    head(340, 115, "直接");
    head(490, 115, "复议后");
    for (int i = 0; i < 8; ++i) {
        head(100 + 60 * i, i < 3 ? 122 : 130, i % 3 == 2 ? "总计" : "维持");
        pdf.text(97.5 + 60 * i, 160, 10, std::to_string(i));
    }
    const Input input = read_pdf(pdf);
    REQUIRE(input.grids.size() == 1);
    CHECK(grid_text(input, 0) ==
          "0+3:复议 3+5:诉讼\n3+3:直接 6+2:复议后\n0:维持 1:维持 2:总计 3:维持 4:维持 5:总计 6:维持 7:维持\n0:0 1:1 2:2 3:3 4:4 "
          "5:5 6:6 7:7");
}

TEST_CASE("a header at the foot of a page belongs to the rows on the next one" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    pdf.text(70, 100, 10, "前文。");
    pdf.text(70, 765, 10, "四、复议和诉讼");
    pdf.vertical(200, 780, 10, "复议数");
    pdf.text(292, 780, 10, "起诉的");
    pdf.text(292, 792, 10, "全部案");
    pdf.text(350, 786, 10, "总数");
    pdf.begin_page();
    pdf.text(202, 80, 10, "1");
    pdf.text(305, 80, 10, "2");
    pdf.text(358, 80, 10, "3");
    pdf.text(70, 110, 10, "五、问题");
    const Input input = read_pdf(pdf);
    REQUIRE(input.grids.size() == 1);
    CHECK(grid_text(input, 0) == "0:复议数 1:起诉的全部案 2:总数\n0:1 1:2 2:3");
    CHECK(input.source.utf8().starts_with("前文。\n四、复议和诉讼\n复议数"));
}

TEST_CASE("lines behind a table are no header of the rows on the next page" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    pdf.text(300, 740, 10, "个人");
    pdf.text(360, 740, 10, "企业");
    add_row(pdf, 755, 70, "一、新收", {"2", "7"});
    add_row(pdf, 770, 70, "二、结转", {"1", "8"});
    pdf.text(300, 790, 10, "甲");
    pdf.text(360, 790, 10, "乙");
    pdf.begin_page();
    add_row(pdf, 80, 70, "三、结果", {"3", "15"});
    add_row(pdf, 95, 70, "四、总计", {"3", "15"});
    const Input input = read_pdf(pdf);
    REQUIRE(input.grids.size() == 2);
    CHECK(grid_text(input, 1) == "0:三、结果 1:3 2:15\n0:四、总计 1:3 2:15");
    CHECK(grid_text(input, 0) == "1:个人 2:企业\n0:一、新收 1:2 2:7\n0:二、结转 1:1 2:8");
}

TEST_CASE("a column that is empty but for its header is kept" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    pdf.text(300, 80, 10, "个人");
    pdf.text(360, 80, 10, "企业");
    pdf.text(420, 80, 10, "总计");
    add_row(pdf, 110, 70, "一、新收", {"2", "", "2"});
    add_row(pdf, 130, 70, "二、结转", {"1", "", "1"});
    CHECK(grid_text(read_pdf(pdf), 0) == "1:个人 2:企业 3:总计\n0:一、新收 1:2 2: 3:2\n0:二、结转 1:1 2: 3:1");
}

TEST_CASE("prose with numbers and wide gaps is no table" * doctest::skip(!has_pdftotext)) {
    PdfBuilder pdf;
    pdf.text(90, 100, 16, "联系电话：");
    pdf.text(200, 100, 16, "2285123");
    pdf.text(90, 130, 16, "全年共收到申请");
    pdf.text(230, 130, 16, "21");
    pdf.text(255, 130, 16, "件，均已按期答复，群众满意。");
    CHECK(read_pdf(pdf).grids.empty());
}

TEST_CASE("scans, damaged and protected files, and pages without end are problems" * doctest::skip(!has_pdftotext)) {
    PdfBuilder scan;
    scan.begin_page();
    CHECK(refusal(scan.build()).find("scan") != std::string::npos);
    CHECK(refusal("%PDF-1.4\nnothing").find("damaged") != std::string::npos);
    PdfBuilder pdf;
    pdf.text(100, 100, 12, "一、总体情况");
    const std::string whole = pdf.build();
    CHECK(read_bytes("a.pdf", whole.substr(0, whole.size() / 2), {}).inputs.size() <= 1);
    std::string locked = whole;
    locked.replace(locked.find("/Root 1 0 R"), 11,
                   "/Encrypt<</Filter/Standard/V 1/R 2/O<0000000000000000000000000000000000000000000000000000000000000000>"
                   "/U<0000000000000000000000000000000000000000000000000000000000000000>/P -4>>/ID[<00><00>]/Root 1 0 R");
    CHECK(refusal(locked).find("password") != std::string::npos);
    PdfBuilder large;
    for (int i = 0; i < 1000; ++i) {
        if (i % 50 == 0) large.begin_page();
        large.text(100, 60 + 14 * (i % 50), 12, "一、总体情况");
    }
    Limits small;
    small.text_bytes = 10'000;
    CHECK(refusal(large.build(), small).find("limit") != std::string::npos);
}

TEST_CASE("a child that does not end is ended") {
    ChildLimits limits;
    limits.time = std::chrono::seconds{1};
    const auto sleep = find_program("sleep");
    REQUIRE(sleep.has_value());
    CHECK(run_child(*sleep, {"20"}, {}, limits).end == ChildEnd::timed_out);
    limits.output_bytes = 1000;
    CHECK(run_child(*find_program("yes"), {}, {}, limits).end == ChildEnd::too_much_output);
    const ChildResult copied = run_child(*find_program("cat"), {}, "abc", limits);
    CHECK(copied.end == ChildEnd::exited);
    CHECK(copied.output == "abc");
    CHECK(run_child(*find_program("cat"), {std::string{child_input}}, "abc", limits).output == "abc");
    CHECK(run_child("/nonexistent/program", {}, {}, limits).end == ChildEnd::not_started);
    CHECK(run_child(*find_program("sh"), {"-c", "echo no >&2; exit 3"}, {}, limits).exit_code == 3);
}

TEST_SUITE_END();
