// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "grammar/text/character.hpp"
#include "grammar/text/folded_text.hpp"
#include "grammar/text/utf8.hpp"

using namespace gouji::text;

namespace {

std::string folded(std::string_view source) { return std::string{fold(source).chars()}; }

// Where `part` of the folded text stands in the source.
std::string source_of(const std::string& source, std::string_view part) {
    const FoldedText text = fold(source);
    const auto at = static_cast<std::uint32_t>(text.chars().find(part));
    REQUIRE(at != std::string_view::npos);
    const Span span = text.to_source({at, at + static_cast<std::uint32_t>(part.size())});
    return source.substr(span.begin, span.size());
}

}  // namespace

TEST_CASE("full-width forms fold to half-width ones") {
    CHECK(folded("１２３，（ａ）：；！？％") == "123,(a):;!?%");
    CHECK(folded("“甲”‘乙’") == "\"甲\"'乙'");
    CHECK(folded("－—–−‐") == "-----");
    CHECK(folded("。、《》〔〕【】") == "。、《》〔〕【】");
}

TEST_CASE("white space goes, but parts letters and digits") {
    CHECK(folded("12  0") == "12 0");
    CHECK(folded("2031 年 1 月") == "2031年1月");
    CHECK(folded("总　　计") == "总计");
    CHECK(folded("甲\u00A0 \u30001") == "甲1");
    CHECK(folded("OA 系统") == "OA系统");
    CHECK(folded("  甲  ") == "甲");
    CHECK(folded("\f甲") == "甲");
    CHECK(folded("1\u200B2\uFEFF3\u00AD4 \u200B5") == "1234 5");
    CHECK(source_of("甲\u00AD乙丙", "乙") == "乙");
    CHECK(folded("零\u200B宽\uFEFF") == "零宽");
}

TEST_CASE("line ends and tabs stay") {
    CHECK(folded("甲\r\n乙\r丙\n丁") == "甲\n乙\n丙\n丁");
    CHECK(folded("甲 \t 乙") == "甲\t乙");
    CHECK(folded("1\t2") == "1\t2");
}

TEST_CASE("what word processors write for a new line or page is a line end") {
    CHECK(folded("甲\v乙\f丙\u0085丁\u2028戊\u2029己") == "甲\n乙\n丙\n丁\n戊\n己");
    CHECK(folded("甲\n\f乙\r\n\f丙") == "甲\n乙\n丙");  // a new page behind a line end
    CHECK(source_of("甲\u2028乙", "\n") == "\u2028");
    CHECK(line_end_at("a\r\nb", 1) == 2);
    CHECK(line_end_at("“", 0) == 0);
    CHECK(find_line_end("甲\u2028乙", 0) == 3);
    CHECK(find_line_end("甲乙", 0) == 6);
}

TEST_CASE("compatibility characters fold, numbers in circles do not") {
    CHECK(folded("⽼⻓⺠") == "老长民");
    CHECK(folded("㈠⑴") == "(一)(1)");
    CHECK(folded("①⒈②3件") == "①⒈②3件");
    CHECK(folded("…") == "...");
}

TEST_CASE("traditional characters fold to simplified ones, and nothing that the simplified script has") {
    CHECK(folded("政府信息公開工作年度報告") == "政府信息公开工作年度报告");
    CHECK(folded("結轉下年度繼續辦理") == "结转下年度继续办理");
    CHECK(folded("行政復議、行政訴訟情況，後續") == "行政复议、行政诉讼情况,后续");
    CHECK(folded("乾县著作") == "乾县著作");
    CHECK(source_of("甲縣主動公開情況", "主动公开") == "主動公開");
}

TEST_CASE("the way back to the source") {
    const std::string source = "全年１２３　件，占 9 0.４％。\r\n⑴ 甲⽼";
    CHECK(source_of(source, "123") == "１２３");
    CHECK(source_of(source, "件,") == "件，");
    CHECK(source_of(source, "9 0.4%") == "9 0.４％");
    CHECK(source_of(source, "\n") == "\r\n");
    CHECK(source_of(source, "(1)") == "⑴");
    CHECK(source_of(source, "甲老") == "甲⽼");
}

TEST_CASE("spans map there and back") {
    const std::string source = "一、收到 申请　１２ 件（含 3 件）\n\t甲  乙";
    const FoldedText text = fold(source);
    for (std::uint32_t i = 0; i < text.chars().size(); ++i) {
        if ((static_cast<unsigned char>(text.chars()[i]) & 0xC0U) == 0x80U) continue;
        const Span back = text.to_source({i, i + 1});
        CHECK(text.to_folded({back.begin, back.begin}).begin == i);
    }
    CHECK(text.to_source({0, 0}) == Span{0, 0});
    const auto end = static_cast<std::uint32_t>(text.chars().size());
    CHECK(text.to_source({end, end}) == Span{static_cast<std::uint32_t>(source.size()), static_cast<std::uint32_t>(source.size())});
}

TEST_CASE("an empty text folds to nothing") {
    const FoldedText text = fold("");
    CHECK(text.chars().empty());
    CHECK(text.to_source({0, 0}) == Span{});
}

TEST_CASE("appended pieces keep pointing to the source") {
    const std::string source = "甲乙\n　丙１\n2丁";
    const FoldedText whole = fold(source);  // 甲乙⏎丙1⏎2丁
    FoldedText joined;
    joined.append(whole, {0, 6});
    joined.append(whole, {7, 11});
    joined.append(' ', 14);
    joined.append(whole, {12, 16});
    CHECK(joined.chars() == "甲乙丙1 2丁");
    const auto slice = [&](std::uint32_t from, std::uint32_t to) {
        const Span span = joined.to_source({from, to});
        return source.substr(span.begin, span.size());
    };
    CHECK(slice(3, 9) == "乙\n　丙");
    CHECK(slice(9, 10) == "１");
    CHECK(slice(9, 15) == "１\n2丁");
}

TEST_CASE("a label folds without any white space") { CHECK(fold_label(" 结果 \n维持\t1 2") == "结果维持12"); }

TEST_CASE("characters: decoding, width, Han") {
    CHECK(code_point_at("a", 0).value == U'a');
    CHECK(code_point_at("é", 0).bytes == 2);
    CHECK(code_point_at("汉", 0).value == U'汉');
    CHECK(code_point_at("𠀀", 0).value == U'𠀀');
    CHECK(display_width("ab汉，“") == 8);
    CHECK(display_width("e\u0301") == 1);
    CHECK(is_han(U'汉'));
    CHECK(is_han(U'𠀀'));
    CHECK_FALSE(is_han(U'、'));
    CHECK_FALSE(is_han(U'a'));
}
