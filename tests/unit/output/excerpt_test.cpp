// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "engine/output/excerpt.hpp"
#include "engine/output/region.hpp"
#include "engine/output/visible.hpp"
#include "grammar/text/character.hpp"

namespace gouji::output {
namespace {

text::SourceText source_of(std::string text) { return {"a.txt", std::move(text)}; }

text::Span span_of(const text::SourceText& source, std::string_view words) {
    const auto at = static_cast<std::uint32_t>(source.utf8().find(words));
    return {at, at + static_cast<std::uint32_t>(words.size())};
}

}  // namespace

TEST_CASE("carets stand below the place, two for a wide character") {
    const auto source = source_of("第一行\n共收到abc申请２件。\n");
    const Excerpt shown = excerpt_of(source, span_of(source, "c申请"));
    CHECK(shown.line == 2);
    CHECK(shown.text == "共收到abc申请２件。");
    CHECK(shown.carets == "        ^^^^^");
    CHECK(excerpt_of(source, span_of(source, "２")).carets == "             ^^");
}

TEST_CASE("tabs show as │ and an empty place has one caret") {
    const auto source = source_of("自然人\t\t2\n");
    const auto cell = span_of(source, "\t2");
    const Excerpt shown = excerpt_of(source, {cell.begin, cell.begin});
    CHECK(shown.text == "自然人││2");
    CHECK(shown.carets == "       ^");
}

TEST_CASE("the end of a text is a place too") {
    const auto source = source_of("甲\n");
    CHECK(excerpt_of(source, {4, 4}).line == 2);
    CHECK(excerpt_of(source, {4, 4}).carets == "^");
    CHECK(excerpt_of(source_of(""), {0, 0}).carets == "^");
    CHECK(excerpt_of(source, {900, 4000}).line == 2);
}

TEST_CASE("a place of several lines shows its first words and where it ends") {
    const auto source = source_of("甲\n\n  乙丙\n丁\n");
    const Excerpt shown = excerpt_of(source, {3, static_cast<std::uint32_t>(source.utf8().size())});
    CHECK(shown.line == 3);
    CHECK(shown.text == "  乙丙");
    CHECK(shown.carets == "  ^^^^");
    CHECK(shown.last_line == 4);
}

TEST_CASE("a long line is cut around the place") {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "长";
    text += "此处";
    for (int i = 0; i < 500; ++i) text += "尾";
    const auto source = source_of(text + "\n");
    const Excerpt shown = excerpt_of(source, span_of(source, "此处"), 30);
    CHECK(shown.text == "…长长长长长此处尾尾尾尾尾尾尾尾…");
    CHECK(shown.carets == "            ^^^^");
    const Excerpt at_end = excerpt_of(source, {3, 6}, 30);
    CHECK(at_end.text.starts_with("长长"));
    const Excerpt whole = excerpt_of(source, {0, static_cast<std::uint32_t>(text.size())}, 30);
    CHECK(whole.carets == std::string(30, '^'));
    CHECK(whole.text.ends_with("长…"));
}

TEST_CASE("a line of megabytes costs no more than what is shown") {
    const auto source = source_of(std::string(8'000'000, 'x'));
    for (int i = 0; i < 200; ++i) CHECK(excerpt_of(source, {4'000'000, 4'000'001}).text.size() < 120);
}

TEST_CASE("what cannot be seen is named, and carets still stand right") {
    const auto source = source_of("甲\x1b[31m\u200b乙");
    const Excerpt shown = excerpt_of(source, span_of(source, "乙"));
    CHECK(shown.text == "甲<U+001B>[31m<U+200B>乙");
    CHECK(shown.carets == std::string(22, ' ') + "^^");
    CHECK(visible("a\tb\nc\u202ed\uE123\u00ad") == "a b c<U+202E>d<U+E123><U+00AD>");
    CHECK(visible("“甲”　2—3\U00020BB7") == "“甲”　2—3\U00020BB7");
}

TEST_CASE("regions count code points, or UTF-16 units for SARIF") {
    const auto source = source_of("\U00020BB7甲\r\n乙\U00020BB7丙");
    const Region points = region_of(source, span_of(source, "丙"));
    CHECK(points.start.line == 2);
    CHECK(points.start.column == 3);
    CHECK(points.end.column == 4);
    const Region units = region_utf16(source, span_of(source, "丙"));
    CHECK(units.start.column == 4);
    CHECK(units.end.column == 5);
    CHECK(region_utf16(source, span_of(source, "甲")).start.column == 3);
}

TEST_CASE("a place that cuts a character is widened to whole ones") {
    const auto source = source_of("甲乙丙");
    CHECK(aligned(source, {4, 5}) == text::Span{3, 6});
    CHECK(text_of(source, {4, 7}) == "乙丙");
    CHECK(aligned(source, {20, 10}) == text::Span{9, 9});
    CHECK(excerpt_of(source, {4, 5}).carets == "  ^^");
}

}  // namespace gouji::output
