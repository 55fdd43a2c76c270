// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/grammar/tree_text.hpp"

using namespace gouji;
using namespace gouji::tests;
using grammar::MarkKind;

namespace {

Lines marks(const Parsed& parsed, MarkKind kind) {
    Lines lines;
    for (const auto& m : parsed.tree.marks) {
        if (m.kind == kind) lines.emplace_back(parsed.source.slice(m.span));
    }
    return lines;
}
Lines marks(const char* text, MarkKind kind) { return marks(Parsed{text}, kind); }

}  // namespace

TEST_CASE("doubled punctuation") {
    CHECK(marks("民生保障、、疫情，，防控。。完。", MarkKind::doubled_punctuation) == Lines{"、、", "，，", "。。"});
    CHECK(marks("甲,,乙；；丙::丁", MarkKind::doubled_punctuation) == Lines{",,", "；；", "::"});
    CHECK(marks("好……的，。——", MarkKind::doubled_punctuation) == Lines{});
}

TEST_CASE("half-width punctuation between Chinese characters") {
    CHECK(marks("加强领导,完善制度;落实 , 责任:如下:", MarkKind::halfwidth_punctuation) == Lines{",", ";", ",", ":", ":"});
    CHECK(marks("根据《条例》,落实（要求）,完成“目标”,推进", MarkKind::halfwidth_punctuation) == Lines{",", ",", ","});
    CHECK(marks("第二十条第(一)项规定(以下简称《条例》)。", MarkKind::halfwidth_punctuation) == Lines{"(", ")", "(", ")"});
    CHECK(marks("12:30，1,234件，http://a.cn，电话:0123，公告(2031年)，见(a)。", MarkKind::halfwidth_punctuation) == Lines{});
    CHECK(marks("(一)加强领导\n(二) 完善制度\n1)学习\n", MarkKind::halfwidth_punctuation) == Lines{});
    CHECK(marks("项目,名称\t数量,个\t备注\n甲,乙\t1\t2\n", MarkKind::halfwidth_punctuation) == Lines{});
}

TEST_CASE("control and compatibility characters") {
    CHECK(marks("甲\x01乙\u200B丙\uE001丁\uFFFD", MarkKind::control_character).size() == 4);
    CHECK(marks("甲\t乙\r\n\f丙\n", MarkKind::control_character) == Lines{});
    CHECK(marks("⽼年⻓⻓人", MarkKind::compatibility_character) == Lines{"⽼", "⻓⻓"});
}

TEST_CASE("residue of a conversion") {
    CHECK(marks("管理。**一是**加强。[bookmark: _GoBack]按照", MarkKind::markup) == Lines{"**", "**", "[bookmark: _GoBack]"});
    CHECK(marks("见错误!未找到引用源。和错误！未定义书签。", MarkKind::markup) == Lines{"错误!未找到引用源。", "错误！未定义书签。"});
    CHECK(marks("## 标题\n正文<br>换行<br/>&nbsp;HYPERLINK \"http://a.cn\"链接{ PAGE }\n", MarkKind::markup) ==
          Lines{"##", "<br>", "<br/>", "&nbsp;", "HYPERLINK \"http://a.cn\"", "{ PAGE }"});
    CHECK(marks("李**、王**同志，138****1234，#政务公开#，<http://a.cn>，a*b", MarkKind::markup) == Lines{});
}

TEST_CASE("pairs without a partner") {
    CHECK(marks("根据《条例（以下简称条例）的规定。", MarkKind::unbalanced_pair) == Lines{"《"});
    CHECK(marks("根据条例》的规定（详见附件。", MarkKind::unbalanced_pair) == Lines{"》", "（"});
    CHECK(marks("国发〔2031〕7号【通知】(甲）“乙”", MarkKind::unbalanced_pair) == Lines{});
    CHECK(marks("1）加强领导\n三）完善制度\n措施：1)学习；2)落实。\n", MarkKind::unbalanced_pair) == Lines{});
    CHECK(marks("他说：“要公开。\n还要解读。”\n", MarkKind::unbalanced_pair) == Lines{});
    CHECK(marks("（一加强领导。\n", MarkKind::unbalanced_pair) == Lines{"（"});
}

TEST_CASE("blanks of a template") {
    CHECK(marks("XX镇人民政府20XX年，××县____号，20××年X月X日（填写）【请填写单位名称】", MarkKind::placeholder) ==
          Lines{"XX", "20XX", "××", "____", "20××", "X", "X", "（填写）", "【请填写单位名称】"});
    CHECK(marks("5×8小时，XXL号，A-XX型，2×3，BOXX软件，认真填写，MAX，x轴", MarkKind::placeholder) == Lines{});
    CHECK(marks("项目\t数量\t单位\nXX县\t1\t2\n", MarkKind::placeholder) == Lines{"XX"});
}

TEST_CASE("marks stand in text order and know their paragraph") {
    const Parsed parsed{"甲,乙（丙。\n项目\t1\t、、\n丁、、戊\n"};
    REQUIRE(parsed.tree.marks.size() == 4);
    CHECK(parsed.tree.marks[0].paragraph == 0);
    CHECK(parsed.tree.marks[1].kind == MarkKind::unbalanced_pair);
    CHECK(parsed.tree.marks[2].paragraph == grammar::none);
    CHECK(parsed.tree.marks[3].paragraph == 1);
}
