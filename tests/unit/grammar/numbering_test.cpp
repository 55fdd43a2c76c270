// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "grammar/text/folded_text.hpp"
#include "unit/grammar/tree_text.hpp"

using namespace gouji;
using grammar::Numbering;

namespace {

struct Case {
    const char* line;
    Numbering style;
    int value;
    const char* rest;
};

}  // namespace

TEST_CASE("numbering in every style") {
    const Case cases[] = {
        {"一、总体情况", Numbering::chinese, 1, "总体情况"},
        {"十二．其他", Numbering::chinese, 12, "其他"},
        {"二十一、附件", Numbering::chinese, 21, "附件"},
        {"九十九、末", Numbering::chinese, 99, "末"},
        {"三，情况", Numbering::chinese, 3, "情况"},
        {"1、总体情况", Numbering::arabic, 1, "总体情况"},
        {"12. 总体情况", Numbering::arabic, 12, "总体情况"},
        {"3．属于国家秘密", Numbering::arabic, 3, "属于国家秘密"},
        {"1.2031年工作", Numbering::arabic, 1, "2031年工作"},
        {"（一）主动公开", Numbering::chinese_parenthesised, 1, "主动公开"},
        {"(十一) 主动公开", Numbering::chinese_parenthesised, 11, "主动公开"},
        {"㈡主动公开", Numbering::chinese_parenthesised, 2, "主动公开"},
        {"三）主动公开", Numbering::chinese_parenthesised, 3, "主动公开"},
        {"（一）、主动公开", Numbering::chinese_parenthesised, 1, "主动公开"},
        {"（1）主动公开", Numbering::arabic_parenthesised, 1, "主动公开"},
        {"2）主动公开", Numbering::arabic_parenthesised, 2, "主动公开"},
        {"⑶主动公开", Numbering::arabic_parenthesised, 3, "主动公开"},
        {"第一部分 概述", Numbering::part, 1, "概述"},
        {"第三章：概述", Numbering::part, 3, "概述"},
        {"第2节 概述", Numbering::part, 2, "概述"},
        {"一是加强领导", Numbering::step, 1, "加强领导"},
        {"第二，加强领导", Numbering::step, 2, "加强领导"},
        {"首先，加强领导", Numbering::step, 1, "加强领导"},
        {"其次，加强领导", Numbering::step, 2, "加强领导"},
        {"①加强领导", Numbering::circled, 1, "加强领导"},
        {"⒊加强领导", Numbering::circled, 3, "加强领导"},
        {"❷加强领导", Numbering::circled, 2, "加强领导"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.line);
        const std::string line{text::fold(c.line).chars()};
        const auto number = grammar::read_leading_number(line);
        REQUIRE(number.has_value());
        CHECK(number->style == c.style);
        CHECK(number->value == c.value);
        CHECK(line.substr(number->size) == c.rest);
    }
}

TEST_CASE("what is no numbering") {
    for (const char* line : {"2031年工作", "1.5万件", "5个问题", "12345", "一些问题", "一方面", "第二十条第（一）项", "123、文件", "0、文件", "三十天", "十十、情况",
                             "（2031）12号", "统一是", "", "总体情况", "1", "（一", "二〇三一年", "首先加强", "第一时间"}) {
        CAPTURE(line);
        CHECK_FALSE(grammar::read_leading_number(std::string{text::fold(line).chars()}).has_value());
    }
}

TEST_CASE("a paragraph knows its number and its title") {
    const tests::Parsed parsed{"一、总体情况\n（二）加强管理。完善制度，落实责任。\n**三、其他**\n\n四 情况\n## 五、标题\n六、\t事项\n"};
    const auto& p = parsed.tree.paragraphs;
    REQUIRE(p.size() == 6);
    CHECK(p[0].number.value == 1);
    CHECK(parsed.source.slice(p[0].number.span) == "一、");
    CHECK(parsed.prose(p[0].title) == "总体情况");
    CHECK(p[1].number.style == Numbering::chinese_parenthesised);
    CHECK(parsed.source.slice(p[1].number.span) == "（二）");
    CHECK(parsed.prose(p[1].title) == "加强管理");
    CHECK(p[2].number.value == 3);
    CHECK(parsed.prose(p[2].title) == "其他");
    CHECK(p[3].number.value == 4);
    CHECK(p[3].number.style == Numbering::chinese);
    CHECK(parsed.prose(p[3].title) == "情况");
    CHECK(p[4].number.value == 5);
    CHECK(parsed.prose(p[4].title) == "标题");
    CHECK(p[5].number.value == 6);
    CHECK(parsed.prose(p[5].title) == "事项");
}
