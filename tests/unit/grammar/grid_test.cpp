// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/grammar/tree_text.hpp"

using namespace gouji;
using namespace gouji::tests;
using grammar::Layout;

TEST_CASE("tabbed rows keep empty cells and their columns") {
    const Parsed parsed{"一、甲\n\n项目\t数量\t\n水\t 12　\t\n\t\t0\n二、乙\n"};
    CHECK(shape(parsed) == "PGP");
    REQUIRE(rows(parsed) == Lines{"项目|数量|", "水|12|", "||0"});
    CHECK(parsed.tree.grids[0].layout == Layout::tabbed);
    const auto& cell = parsed.tree.cells[4];
    CHECK(cell.column == 1);
    CHECK(parsed.source.slice(cell.span) == "12");
    const auto& empty = parsed.tree.cells[2];
    CHECK(empty.span.empty());
    CHECK(empty.column == 2);
}

TEST_CASE("a tabbed grid runs over blank lines and page marks") {
    const Parsed parsed{"甲\t1\t2\n乙\t3\t4\n\n- 2 -\n\n丙\t5\t6\n\n丁\t7\t8"};
    CHECK(rows(parsed) == Lines{"甲|1|2", "乙|3|4", "~丙|5|6", "~丁|7|8"});
    CHECK(shape(parsed) == "G");
}

TEST_CASE("a tabbed grid keeps a short line without a tab as a row") {
    const Parsed parsed{"甲\t1\t2\n第（八）项\n乙\t3\t4"};
    CHECK(rows(parsed) == Lines{"甲|1|2", "第(八)项", "乙|3|4"});
}

TEST_CASE("a numbered heading parts two grids") {
    CHECK(shape(Parsed{"甲\t1\t2\n乙\t3\t4\n三、下一节\n丙\t5\t6\n丁\t7\t8"}) == "GPG");
    CHECK(shape(Parsed{"甲\t1\t2\n乙\t3\t4\n\n3、下一节\n\n丙\t5\t6\n丁\t7\t8"}) == "GPG");
    CHECK(shape(Parsed{"甲\t1\t2\n\n第三部分 下一节\n丙\t5\t6\n"}) == "GPG");
}

TEST_CASE("a heading without a number parts two grids where it stands between blank lines, or before a cell of its own line") {
    CHECK(shape(Parsed{"甲\t1\t2\n乙\t3\t4\n\n下一节\n\n丙\t5\t6\n丁\t7\t8"}) == "GPG");
    CHECK(shape(Parsed{"\t甲\n\t1\n\n\t乙\n\t2\n\n下一节\n\t丙\n\t3\n\n\t丁\n\t4\n"}) == "GPG");
    CHECK(rows(Parsed{"\t甲\n续行\n\t1\n\t2\n\n\t乙\n\t3\n\t4\n"}) == Lines{"甲/续行|1|2", "乙|3|4"});
}

TEST_CASE("a known title parts two grids wherever it has a line for itself") {
    const auto shape_with_title = [](const std::string& text) { return shape(Parsed{text, {}, {"其他事项"}}); };
    const std::string heading_between = "甲\t1\t2\n乙\t3\t4\n其他事项\n丙\t5\t6\n丁\t7\t8";
    CHECK(shape(Parsed{heading_between}) == "G");
    CHECK(shape_with_title(heading_between) == "GPG");
    CHECK(shape_with_title("甲\t1\t2\n乙\t3\t4\n3. 其 他 事 项\n丙\t5\t6\n丁\t7\t8") == "GPG");
    CHECK(shape_with_title("甲\t1\t2\n乙\t3\t4\n其他事项共\n丙\t5\t6\n丁\t7\t8") == "G");
    CHECK(shape_with_title("甲　　　　　　1　　　　2\n乙　　　　　　3　　　　4\n其他事项\n丙　　　　　　5　　　　6\n丁　　　　　　7　　　　8\n") == "GPG");
    CHECK(paragraphs(Parsed{"政务公开工作按照要求，逐项对照落实到位，及时公开各类\n其他事项\n无\n", {}, {"其他事项"}}).size() == 3);
    CHECK(paragraphs(Parsed{"本报告共六个部分，按照要求分为总体情况、主要问题、\n其他事项\n、附件等\n", {}, {"其他事项"}}).size() <= 2);
}

TEST_CASE("cells parted by commas") {
    const Parsed parsed{"内容,本年制发,\"现行, 有效\"\n规章,5,\"1,200\"\n\n- 2 -\n\n规范性文件,,７\n下一段。\n"};
    CHECK(shape(parsed) == "GP");
    CHECK(rows(parsed) == Lines{"内容|本年制发|现行,有效", "规章|5|1,200", "~规范性文件||7"});
    CHECK(parsed.tree.grids[0].layout == Layout::commas);
    CHECK(parsed.source.slice(parsed.tree.cells[5].span) == "1,200");
    CHECK(parsed.tree.marks.empty());
    CHECK(shape(Parsed{"甲,,,乙,,,,,\n丙,丁,戊,己,庚,辛,壬,癸,子\n1,2,3,4,5,6,7,8,9\n"}) == "G");
}

TEST_CASE("quotation marks around cells that tabs part") {
    const Parsed parsed{"\"规章\"\t\"5\"\t\" \"\n规范\t“甲”\t\"7\n"};
    CHECK(rows(parsed) == Lines{"规章|5|", "规范|\"甲\"|\"7"});
    CHECK(parsed.source.slice(parsed.tree.cells[1].span) == "5");
}

TEST_CASE("what a program writes for no value is an empty cell") {
    const Parsed parsed{"规章\t5\tNone\n规范\tNaN\t7\n"};
    CHECK(rows(parsed) == Lines{"规章|5|", "规范||7"});
    CHECK(parsed.source.slice(parsed.tree.cells[2].span) == "None");
}

TEST_CASE("half-width commas in prose make no grid") {
    CHECK(shape(Parsed{"近年来,我镇认真落实,扎实推进\n各项工作,取得成效,群众满意\n信息公开,及时准确,全面\n"}).find('G') == std::string::npos);
    CHECK(shape(Parsed{"三年分别为1,2,3\n内容,数量,备注\n公开,及时,全面\n"}).find('G') == std::string::npos);
    CHECK(shape(Parsed{"全年收到12,3,4件。\n办结1,2,3件。\n公开5,6,7件。\n"}).find('G') == std::string::npos);
}

TEST_CASE("stray tabs make no grid") {
    CHECK(shape(Parsed{"全镇共有\t12个村，工作有序。\n继续努力。\n"}) == "PP");
    CHECK(shape(Parsed{"\t今年以来，全镇认真落实上级部署，扎实推进政务公开各项工作，取得了一定成效。\n\t下一步，全镇将继续努力，不断提高公开水平，更好服务群众，接受社会监督。\n"}) == "PP");
    CHECK(shape(Parsed{"联系人：\t某某\n电话：\t见网站\n"}) == "PP");
    CHECK(shape(Parsed{"（一）\t主动公开\n（二）\t依申请公开\n（三）\t监督保障\n"}) == "PPP");
}

TEST_CASE("two columns make a grid when they hold figures") {
    CHECK(rows(Parsed{"行政许可\t7\n行政处罚\t0\n"}) == Lines{"行政许可|7", "行政处罚|0"});
}

TEST_CASE("one cell a line, led by a tab") {
    const Parsed parsed{"二、表\n\t（一）项\n\n\t内容\n\t本年新\n制作\n\t数量\n\n\t规章\n\t　   　0\n\t\n\t12 \n三、下一节\n"};
    CHECK(shape(parsed) == "PGP");
    REQUIRE(rows(parsed) == Lines{"(一)项", "内容|本年新/制作|数量", "规章|0||12"});
    CHECK(parsed.tree.grids[0].layout == Layout::cell_per_line);
    CHECK(parsed.source.slice(parsed.tree.cells[2].span) == "本年新\n制作");
    CHECK(parsed.source.slice(parsed.tree.cells[5].span) == "0");
    CHECK(parsed.tree.cells[6].span.empty());
    CHECK(parsed.tree.cells[7].column == 3);
}

TEST_CASE("one cell a line without a break between rows makes no grid") {
    CHECK(shape(Parsed{"\t内容\n\t数量\n\t规章\n\t12\n\t规范\n\t3\n"}) == "PPPPPP");
}

TEST_CASE("one cell a line: page marks and wide gaps are breaks") {
    const Parsed parsed{"\t甲\n\t1\n\n\t乙\n\t2\n\n—3—\n\n\t丙\n\t3\n\n\n\n\t丁\n\t4\n"};
    CHECK(rows(parsed) == Lines{"甲|1", "乙|2", "~丙|3", "~丁|4"});
}

TEST_CASE("Markdown tables") {
    const Parsed parsed{"二、表\n| 项目 | 数量 |\n|:---|---:|\n| 水 | 12 |\n| | 3 |\n\n后文。\n"};
    CHECK(shape(parsed) == "PGP");
    REQUIRE(rows(parsed) == Lines{"项目|数量", "水|12", "|3"});
    CHECK(parsed.tree.grids[0].layout == Layout::piped);
    CHECK(parsed.source.slice(parsed.tree.cells[3].span) == "12");
    CHECK(rows(Parsed{"项目 | 数量 | 备注\n--- | --- | ---\n水 | 12 | \n"}) == Lines{"项目|数量|备注", "水|12|"});
    CHECK(shape(Parsed{"首页 | 政务公开 | 年报\n正文。\n"}) == "PP");
}

TEST_CASE("merged cells that were written out in each place are one again") {
    const Parsed parsed{"附注\t附注\t申请人\t申请人\n附注\t附注\t个人\t总计\n一、新收\t一、新收\t3\t3\n二、结果\t公开\t0\t0\n二、结果\t其他\t3\t3\n"};
    REQUIRE(rows(parsed) == Lines{"附注|申请人", "个人|总计", "一、新收|3|3", "二、结果|公开|0|0", "其他|3|3"});
    CHECK(parsed.tree.cells[0].column_span == 2);
    CHECK(parsed.tree.cells[0].row_span == 2);
    CHECK(parsed.tree.cells[2].column == 2);
    CHECK(parsed.tree.cells[7].row_span == 2);
    CHECK(rows(Parsed{"第五项|第五项|第五项\n内容|数量|数量\n许可|34|34\n处罚|5|6\n"}) == Lines{"第五项", "内容|数量", "许可|34", "处罚|5|6"});
    CHECK(rows(Parsed{"甲\t甲\t1\n乙\t丙\t1\n丁\t丁丁\t2\n"}) == Lines{"甲|甲|1", "乙|丙|1", "丁|丁丁|2"});
}

TEST_CASE("a row that is narrower than its header where merged cells are written out is not sure") {
    const Parsed parsed{"项目\t项目\t数\t额\t额\n采购\t采购\t1\t5\t5\n收费\t收费\t5\t5\n"};
    CHECK_FALSE(parsed.tree.rows[1].unsure);
    CHECK(parsed.tree.rows[2].unsure);
}

TEST_CASE("a row written twice keeps its label both times where merged cells are written out") {
    CHECK(rows(Parsed{"项目\t项目\t数\n甲\t甲\t1\n甲\t甲\t1\n"}) == Lines{"项目|数", "甲|1", "甲|1"});
}

TEST_CASE("marks of Markdown in cells") {
    const Parsed parsed{"| **项目** | __数量__ |\n|---|---|\n| `水` | ** 12 ** |\n| *供<br>水<BR/>量* | 1<br />2 |\n| ** | * |\n"};
    CHECK(rows(parsed) == Lines{"项目|数量", "水|12", "供水量|1 2", "**|*"});
    CHECK(parsed.source.slice(parsed.tree.cells[3].span) == "12");
    CHECK(parsed.source.slice(parsed.tree.cells[4].span) == "供<br>水<BR/>量");
}

TEST_CASE("tables drawn with lines") {
    CHECK(rows(Parsed{"┌──┬──┐\n│项目│数量│\n├──┼──┤\n│水│１２│\n│  ├──┤\n│  │3 │\n└──┴──┘\n"}) == Lines{"项目|数量", "水|12", "|3"});
    CHECK(rows(Parsed{"+----+----+\n| 项目 | 数量 |\n+====+====+\n| 水 | 12 |\n+----+----+\n"}) == Lines{"项目|数量", "水|12"});
}

TEST_CASE("a row of single dashes is one of figures") {
    CHECK(rows(Parsed{"| 项目 | 数量 |\n|---|---|\n| 水 | 12 |\n|-|-|\n"}) == Lines{"项目|数量", "水|12", "-|-"});
}

TEST_CASE("two tabs between all cells part them as one does") {
    CHECK(rows(Parsed{"项目\t\t数量\t\t备注\n水\t\t12\t\t\n\t\t3\t\t无\n"}) == Lines{"项目|数量|备注", "水|12|", "|3|无"});
    CHECK(rows(Parsed{"项目\t\t数量\t\t备注\n水\t\t12\t\t\n\t\t3\t无\n"}) == Lines{"项目||数量||备注", "水||12||", "||3|无"});
}

TEST_CASE("one cell a line, led by several tabs") {
    CHECK(rows(Parsed{"\t\t内容\n\t\t数量\n\n\t\t规章\n\t\t12\n"}) == Lines{"内容|数量", "规章|12"});
}

TEST_CASE("full-width pipes part cells as well") {
    CHECK(rows(Parsed{"｜项目｜数量｜\n｜水｜１２｜\n"}) == Lines{"项目|数量", "水|12"});
}

TEST_CASE("given grids stand in place of the lines they cover") {
    const std::string text = "一、表\n项目\n 数量 \n水\n12\n二、后\n";
    const auto at = [&](const char* word) {
        const auto begin = static_cast<std::uint32_t>(text.find(word));
        return text::Span{begin, begin + static_cast<std::uint32_t>(std::string_view{word}.size())};
    };
    grammar::GivenGrid given;
    given.span = {at("项目").begin, at("12").end};
    given.cells = {{at("项目"), 0, 0, 1, 1}, {at(" 数量 "), 0, 1, 1, 2}, {at("水"), 1, 0, 1, 1}, {at("12"), 1, 1, 1, 1}};
    const Parsed parsed{text, {given}};
    CHECK(shape(parsed) == "PGP");
    CHECK(rows(parsed) == Lines{"项目|数量", "水|12"});
    CHECK(parsed.tree.grids[0].layout == Layout::structured);
    CHECK(parsed.source.slice(parsed.tree.cells[1].span) == "数量");
    CHECK(parsed.tree.cells[1].column_span == 2);
}

TEST_CASE("two given grids in a row") {
    const std::string text = "甲\n乙\n丙\n丁\n";
    const std::vector<grammar::GivenGrid> given{{{0, 7}, {{{0, 3}, 0, 0, 1, 1}, {{4, 7}, 1, 0, 1, 1}}}, {{8, 15}, {{{8, 11}, 0, 0, 1, 1}, {{12, 15}, 0, 1, 1, 1}}}};
    const Parsed parsed{text, given};
    CHECK(shape(parsed) == "GG");
    CHECK(rows(parsed, 1) == Lines{"丙|丁"});
}
