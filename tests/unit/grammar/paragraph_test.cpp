// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/grammar/tree_text.hpp"

using namespace gouji;
using namespace gouji::tests;

TEST_CASE("titles and headings stay apart") {
    CHECK(paragraphs(Parsed{"某某市青石镇人民政府\n2031年政府信息公开工作年度报告\n本报告依据条例编制。\n一、总体情况\n2031年，全镇工作有序。\n"}) ==
          Lines{"某某市青石镇人民政府", "2031年政府信息公开工作年度报告", "本报告依据条例编制。", "一、总体情况", "2031年,全镇工作有序。"});
    CHECK(paragraphs(Parsed{"青石县白水镇人民政府关于公布二〇三一年政府信息公开工作年度报告的公告\n\n本报告依据条例编制。\n"}).size() == 2);
}

TEST_CASE("a heading with a comma is not joined with the text behind it") {
    CHECK(paragraphs(Parsed{"（二）坚持以人民为中心，不断提升主动公开工作的质量和水平\n今年以来，全镇主动公开各类信息，取得成效。\n"}).size() == 2);
}

TEST_CASE("a sentence broken by a page end is joined") {
    const Parsed parsed{"我镇进一步健全政务公开管理体制，配备一名专门人员，负责收集日常政务信\n\n息，保证信息及时发布。\n\n下一段。\n"};
    CHECK(paragraphs(parsed) == Lines{"我镇进一步健全政务公开管理体制,配备一名专门人员,负责收集日常政务信息,保证信息及时发布。", "下一段。"});
    CHECK(parsed.tree.paragraphs[0].line_count == 2);
    CHECK(parsed.source.slice(parsed.tree.paragraphs[0].span).starts_with("我镇"));
}

TEST_CASE("a sentence is joined over a page mark, which follows it") {
    const Parsed parsed{"我镇进一步健全政务公开管理体制，配备一名专门人员，负责收集日常政务信\n\n- 3 -\n息，保证信息及时发布。\n"};
    CHECK(paragraphs(parsed).size() == 1);
    CHECK(shape(parsed) == "P-");
}

TEST_CASE("lines wrapped at a margin are joined, with their page marks and indents") {
    const Parsed parsed{"            青石区人民政府\n"
                        "   本报告由江州市青石区人民政府办公室根据《中华人民共和\n"
                        "国政府信息公开条例》（国令第 999 号）（以下简称《条例》）\n"
                        "要求编制。报告中所列数据统计期限自 2031 年 1 月 1 日\n"
                        "起至 2031 年 12 月 31 日止。如有疑问请与江州市青石区人民\n"
                        "政府办公室联系（地址：江州市青石区青石湖大道之南 90\n"
                        "号，邮编：123456，电子邮箱：\n"
                        "office@example.org）。\n"
                        "   一、总体情况\n"
                        "   2031 年，青石区人民政府坚持以人民为中心，不断完善各项\n"
                        "\n"
                        "                      -1-\n"
                        "制度，持续提升服务水平，推进各项工作规范、有序、健康的\n"
                        "发展。\n"};
    const Lines expected{"青石区人民政府",
                         "本报告由江州市青石区人民政府办公室根据《中华人民共和国政府信息公开条例》(国令第999号)(以下简称《条例》)要求编制。报告中所列数据统计期限自2031年1月1日"
                         "起至2031年12月31日止。如有疑问请与江州市青石区人民政府办公室联系(地址:江州市青石区青石湖大道之南90号,邮编:123456,电子邮箱:office@example.org)。",
                         "一、总体情况", "2031年,青石区人民政府坚持以人民为中心,不断完善各项制度,持续提升服务水平,推进各项工作规范、有序、健康的发展。"};
    CHECK(paragraphs(parsed) == expected);
}

TEST_CASE("no paragraph begins in the middle of a date") {
    CHECK(paragraphs(Parsed{"统计期限为2022年1月1日至2022年\n12月31日。\n"}) == Lines{"统计期限为2022年1月1日至2022年12月31日。"});
    CHECK(paragraphs(Parsed{"某镇2022年\n12月工作安排\n"}).size() == 1);
    CHECK(paragraphs(Parsed{"某镇2022年\n12条\n"}).size() == 2);
}

TEST_CASE("digits on both sides of a line end stay two numbers") {
    const Parsed parsed{"全年累计公开各类政府信息，其中通过政府网站公开信息12\n34条，全部及时。\n"};
    CHECK(paragraphs(parsed) == Lines{"全年累计公开各类政府信息,其中通过政府网站公开信息12 34条,全部及时。"});
}

TEST_CASE("contact lines and lists stay apart") {
    CHECK(paragraphs(Parsed{"联系地址：江州市青石镇人民路，镇政府办公楼二楼综合办公室\n邮编：123456\n电话：0123-1234567\n"}).size() == 3);
    CHECK(paragraphs(Parsed{"现将有关情况，按照上级的统一要求和部署，公布如下：\n一是加强领导。\n二是加强培训。\n"}).size() == 3);
}

TEST_CASE("page marks in their forms, and what only looks like one") {
    CHECK(shape(Parsed{"-1-\n－ 2 －\n- 13 -\n—4—\n第 5 页\n第5页 共 9 页\n第 5 页，共 9 页\n5/9\n"}) == "--------");
    CHECK(shape(Parsed{"12\n第五项\n共同努力\n-无-\n2031/1/20\n"}) == "PPPPP");
}

TEST_CASE("blocks, paragraphs and page marks know where they stand") {
    const Parsed parsed{"甲。\n\n-1-\n　乙。 \n"};
    REQUIRE(parsed.tree.blocks.size() == 3);
    CHECK(parsed.source.slice(parsed.tree.blocks[0].span) == "甲。");
    CHECK(parsed.source.slice(parsed.tree.blocks[1].span) == "-1-");
    CHECK(parsed.source.slice(parsed.tree.blocks[2].span) == "乙。");
    CHECK(parsed.tree.blocks[2].index == 1);
}

TEST_CASE("any text gives a tree") {
    for (const char* text : {"", "\n", "\r\n\r\n", "\t", "\t\t\n", "|", "---", "|---|", "a", "（", "\f\f", "　"}) {
        CAPTURE(text);
        const Parsed parsed{text};
        CHECK(parsed.tree.prose.chars().size() >= parsed.tree.paragraphs.size());
    }
}

TEST_CASE("CR and CRLF line ends give the same tree") {
    const std::string text = "一、甲\n项目\t数量\t备注\n水\t1\t2\n\n乙乙乙，丙。\n";
    const auto with = [&](const std::string& end) {
        std::string out;
        for (const char c : text) out += c == '\n' ? end : std::string{c};
        const Parsed parsed{out};
        return std::pair{paragraphs(parsed), rows(parsed)};
    };
    CHECK(with("\r\n") == with("\n"));
    CHECK(with("\r") == with("\n"));
}
