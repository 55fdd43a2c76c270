// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "engine/readers/read.hpp"
#include "tests/unit/readers/docx_builder.hpp"
#include "tests/unit/readers/grid_text.hpp"

using namespace gouji::readers;
using namespace gouji::tests;

namespace {

Input read_word(const WordParts& parts) {
    Reading reading = read_bytes("a.docx", make_docx(parts), {});
    if (!reading.problems.empty()) MESSAGE(reading.problems[0].message.en);
    REQUIRE(reading.inputs.size() == 1);
    CHECK(reading.inputs[0].kind == Kind::docx);
    return std::move(reading.inputs[0]);
}

std::string text_of(const std::string& body, const std::string& numbering = {}, const std::string& styles = {}) {
    return std::string{read_word({body, numbering, styles}).source.utf8()};
}

std::string refusal(std::string bytes, const Limits& limits = {}) {
    const Reading reading = read_bytes("a.docx", std::move(bytes), limits);
    CHECK(reading.inputs.empty());
    REQUIRE(reading.problems.size() == 1);
    return reading.problems[0].message.en;
}

std::string level(int index, std::string_view format, std::string_view text, int start = 1, std::string_view more = {}) {
    return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"" + std::to_string(start) +
           "\"/><w:numFmt w:val=\"" + std::string{format} + "\"/><w:lvlText w:val=\"" + std::string{text} + "\"/>" +
           std::string{more} + "</w:lvl>";
}

const std::string lists = "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "chineseCounting", "%1、") +
                          level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.") +
                          "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">" + level(0, "decimal", "%1") +
                          level(1, "decimal", "%1.%2") + level(2, "bullet", "\u2022") +
                          "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num "
                          "w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
                          "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
                          "w:val=\"5\"/></w:lvlOverride></w:num>";

}  // namespace

TEST_CASE("paragraphs become lines, runs are joined") {
    CHECK(text_of("<w:p>" + run("一、") + run("总体情况") + "</w:p><w:p/>" + paragraph("　　全年公开12条。")) ==
          "一、总体情况\n全年公开12条。\n");
    CHECK(
        text_of("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t></w:r></w:p>") ==
        "甲 乙\n丙-丁\n");
    CHECK(text_of("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>是</w:t></w:r></w:p>") == "□是\n");
}

TEST_CASE("automatic numbers are part of the text") {
    CHECK(
        text_of(paragraph("总体情况", numbered(1, 0)) + paragraph("正文。") + paragraph("主动公开", numbered(1, 1)) +
                    paragraph("甲", numbered(1, 2)) + paragraph("乙", numbered(1, 2)) + paragraph("依申请公开", numbered(1, 1)) +
                    paragraph("丙", numbered(1, 2)) + paragraph("问题", numbered(1, 0)) + paragraph("主要问题", numbered(1, 1)),
                lists) == "一、总体情况\n正文。\n（一）主动公开\n1.甲\n2.乙\n（二）依申请公开\n1.丙\n二、问题\n（一）主要问题\n");
    CHECK(text_of(paragraph("甲", numbered(2, 0)) + paragraph("2023年", numbered(2, 1)) + paragraph("圆点", numbered(2, 2)) +
                      paragraph("无", numbered(0, 0)),
                  lists) == "1 甲\n1.1 2023年\n圆点\n无\n");
    CHECK(text_of(paragraph("甲", numbered(1, 0)) + paragraph("乙", numbered(3, 0)) + paragraph("丙", numbered(3, 0)), lists) ==
          "一、甲\n五、乙\n六、丙\n");
}

TEST_CASE("numbers come from styles too, along the chain they are based on") {
    const std::string styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:basedOn w:val=\"H1\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>";
    CHECK(text_of(paragraph("甲", "<w:pStyle w:val=\"H1\"/>") + paragraph("乙", "<w:pStyle w:val=\"Mine\"/>") +
                      paragraph("丙", "<w:pStyle w:val=\"Loop\"/>"),
                  lists, styles) == "一、甲\n二、乙\n丙\n");
}

TEST_CASE("numbers are written as Word writes them") {
    const auto written = [](std::string_view format, int start) {
        const std::string numbering = "<w:abstractNum w:abstractNumId=\"0\">" + level(0, format, "%1、", start) +
                                      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        const std::string text = text_of(paragraph("x", numbered(1, 0)), numbering);
        return text.substr(0, text.find("、"));
    };
    CHECK(written("chineseCounting", 10) == "十");
    CHECK(written("chineseCounting", 23) == "二十三");
    CHECK(written("chineseCountingThousand", 105) == "一百零五");
    CHECK(written("japaneseCounting", 11) == "十一");
    CHECK(written("ideographDigital", 20) == "二○");
    CHECK(written("chineseLegalSimplified", 3) == "叁");
    CHECK(written("decimalEnclosedCircleChinese", 2) == "②");
    CHECK(written("decimalFullWidth", 12) == "１２");
    CHECK(written("upperRoman", 4) == "IV");
    CHECK(written("lowerLetter", 28) == "bb");
    CHECK(written("ideographTraditional", 1) == "甲");
    CHECK(written("somethingNew", 7) == "7");
}

TEST_CASE("tracked changes are read as accepted, fields by their results, hidden text not at all") {
    CHECK(text_of("<w:p>" + run("甲") + "<w:ins>" + run("乙") +
                  "</w:ins><w:del><w:r><w:delText>丙</w:delText></w:r></w:del><w:moveFrom>" + run("丁") +
                  "</w:moveFrom><w:moveTo>" + run("戊") + "</w:moveTo></w:p>") == "甲乙戊\n");
    CHECK(text_of("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE 9</w:instrText></w:r>"
                  "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
                  run("3") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + run("页") + "</w:p>") == "3页\n");
    CHECK(text_of("<w:p><w:hyperlink>" + run("链接") + "</w:hyperlink><w:sdt><w:sdtContent>" + run("控件") +
                  "</w:sdtContent></w:sdt>"
                  "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish "
                  "w:val=\"0\"/></w:rPr><w:t>现</w:t></w:r></w:p>") == "链接控件现\n");
}

TEST_CASE("text that is struck out or hidden by its style is left out") {
    const auto styled = [](std::string_view properties, std::string_view text) {
        return "<w:r><w:rPr>" + std::string{properties} + "</w:rPr><w:t>" + std::string{text} + "</w:t></w:r>";
    };
    CHECK(text_of("<w:p>" + styled("<w:strike/>", "99") + styled("<w:dstrike/>", "8") + styled("<w:strike w:val=\"0\"/>", "5") + "</w:p>") == "5\n");
    const std::string styles =
        "<w:style w:type=\"character\" w:styleId=\"a\"><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"c\"><w:rPr><w:strike/></w:rPr></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"d\"><w:basedOn w:val=\"d\"/></w:style>";
    CHECK(text_of("<w:p>" + styled("<w:rStyle w:val=\"a\"/>", "1") + styled("<w:rStyle w:val=\"b\"/>", "2") + styled("<w:rStyle w:val=\"d\"/>", "3") +
                      styled("<w:rStyle w:val=\"b\"/><w:vanish w:val=\"false\"/>", "4") + "</w:p>" + paragraph("5", "<w:pStyle w:val=\"c\"/>"),
                  {}, styles) == "34\n");
}

TEST_CASE("a raised mark behind a number of a Word file is no part of the number") {
    const auto raised = [](std::string_view text) {
        return "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>" + std::string{text} + "</w:t></w:r>";
    };
    CHECK(text_of("<w:p>" + run("收到12") + raised("[1]") + run("件，3") + raised("2") + run("件，5m") + raised("2") + "</w:p>") == "收到12件，3 2件，5m2\n");
}

TEST_CASE("text boxes are read once, behind their paragraph") {
    const std::string box = "<w:txbxContent>" + paragraph("框") + "</w:txbxContent>";
    CHECK(text_of("<w:p>" + run("前") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + box +
                  "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
                  "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" + paragraph("后")) == "前\n框\n后\n");
}

TEST_CASE("tables: merged cells in both directions") {
    const std::string first = "<w:vMerge w:val=\"restart\"/>";
    const std::string follows = "<w:vMerge/>";
    const Input input =
        read_word({paragraph("前") +
                       table(row(cell("项目", first) + cell("数量", "<w:gridSpan w:val=\"2\"/>")) +
                             row(cell("", follows) + cell("甲") + cell("乙")) + row(cell("规章") + cell("1") + cell("　"))) +
                       paragraph("后"),
                   {},
                   {}});
    CHECK(input.source.utf8() == "前\n项目\t数量\t\n\t甲\t乙\n规章\t1\t\n后\n");
    REQUIRE(input.grids.size() == 1);
    CHECK(grid_text(input, 0) == "0^2:项目 1+2:数量\n1:甲 2:乙\n0:规章 1:1 2:");
}

TEST_CASE("tables: rows that begin late, deleted rows, rows in content controls, cells of several paragraphs") {
    const Input input =
        read_word({table(row(cell("甲") + cell("乙") + cell("丙")) + "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" +
                         cell("1") + cell("2") + "</w:tr>" + "<w:tr><w:trPr><w:del/></w:trPr>" + cell("9") + cell("9") +
                         "</w:tr>" + "<w:sdt><w:sdtContent>" +
                         row("<w:tc>" + paragraph("商业") + paragraph("企业") + "</w:tc>" + cell("3") + cell("4")) +
                         "</w:sdtContent></w:sdt>"),
                   {},
                   {}});
    CHECK(grid_text(input, 0) == "0:甲 1:乙 2:丙\n1:1 2:2\n0:商业 企业 1:3 2:4");
}

TEST_CASE("tables: hidden rows and deleted cells are left out, a heading in a row of its own is none of the table") {
    const Input input = read_word({table(row(cell("二、公开情况", "<w:gridSpan w:val=\"2\"/>")) + row(cell("内容") + cell("本年")) +
                                         row(cell("规章") + cell("9", "<w:cellDel w:id=\"1\"/>") + cell("1")) +
                                         "<w:tr><w:trPr><w:hidden/></w:trPr>" + cell("旧") + cell("9") + "</w:tr>"),
                                   {},
                                   {}});
    CHECK(input.source.utf8() == "二、公开情况\n内容\t本年\n规章\t1\n");
    REQUIRE(input.grids.size() == 1);
    CHECK(grid_text(input, 0) == "0:内容 1:本年\n0:规章 1:1");
}

TEST_CASE("broken UTF-8 does not get out of paragraphs and cells") {
    const std::string broken = "\xF6\xBF\xBF\xBF";  // above U+10FFFF
    const Input input = read_word({paragraph("前" + broken) + table(row(cell(broken) + cell("1")) + row(cell("规章") + cell("2"))), {}, {}});
    CHECK(input.source.utf8() == "前????\n????\t1\n规章\t2\n");
}

TEST_CASE("tables that place things are no grids; an inner table in a data table is text of its cell") {
    const std::string inner = table(row(cell("规章") + cell("3")));
    const Input placed =
        read_word({table(row("<w:tc>" + paragraph("一、总体情况") + inner + paragraph("") + "</w:tc>")), {}, {}});
    CHECK(placed.source.utf8() == "一、总体情况\n规章\t3\n");
    CHECK(placed.grids.size() == 1);
    std::string cells;
    for (int i = 0; i < 9; ++i) cells += cell(std::to_string(i));
    const Input outer = read_word({table(row(cells + "<w:tc>" + inner + "</w:tc>")), {}, {}});
    REQUIRE(outer.grids.size() == 1);
    CHECK(outer.source.utf8() == "0\t1\t2\t3\t4\t5\t6\t7\t8\t规章 3\n");
}

TEST_CASE("damaged, incomplete and protected files are problems") {
    const std::string whole = make_docx({paragraph("一、总体情况"), {}, {}});
    CHECK(refusal("PK\x03\x04 word/document.xml").find("damaged") != std::string::npos);
    CHECK(refusal(make_zip({{"word/document.xml", "<w:document><w:body><w:p>"}})).find("damaged") != std::string::npos);
    CHECK(refusal(make_zip({{"word/document.xml.rels", "x"}})).find("word/document.xml") != std::string::npos);
    CHECK(refusal(make_zip({{"word/document.xml", "x"}}, "secret")).find("password") != std::string::npos);
    CHECK(refusal(make_docx({"", {}, {}})).find("no text") != std::string::npos);
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK(read_bytes("a.docx", whole.substr(0, size), {}).inputs.size() <= 1);
}

TEST_CASE("zip bombs, deep nesting, entities and endless tables end in a message") {
    Limits small;
    small.text_bytes = 1U << 16U;
    CHECK(refusal(make_docx({paragraph(std::string(1U << 20U, 'a')), {}, {}}), small).find("0.5 MB") != std::string::npos);
    std::string deep;
    for (int i = 0; i < 300; ++i) deep += "<w:sdt><w:sdtContent>";
    deep += paragraph("底");
    for (int i = 0; i < 300; ++i) deep += "</w:sdtContent></w:sdt>";
    CHECK(refusal(make_docx({deep, {}, {}})).find("256") != std::string::npos);
    std::string cells;
    for (int i = 0; i < 10; ++i) cells += cell("1");
    std::string rows;
    for (int i = 0; i < 200; ++i) rows += row(cells);
    small.text_bytes = 16U << 20U;
    small.cells = 1000;
    CHECK(refusal(make_docx({table(rows), {}, {}}), small).find("1000") != std::string::npos);
    const std::string laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x SYSTEM "
        "\"file:///etc/passwd\">]>"
        "<w:document><w:body>" +
        paragraph("&b;&x;") + "</w:body></w:document>";
    const Reading reading = read_bytes("a.docx", make_zip({{"word/document.xml", laughs}}), {});
    for (const Input& input : reading.inputs) CHECK(input.source.utf8() == "&b;&x;\n");
}
