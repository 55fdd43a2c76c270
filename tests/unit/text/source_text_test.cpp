// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "grammar/text/source_text.hpp"

using namespace gouji::text;

TEST_CASE("lines end at LF, CR and CRLF") {
    const SourceText text{"t", "甲\r\n乙\r丙\n\n丁"};
    CHECK(text.line_count() == 5);
    CHECK(text.slice(text.line_span(1)) == "甲");
    CHECK(text.slice(text.line_span(2)) == "乙");
    CHECK(text.slice(text.line_span(3)) == "丙");
    CHECK(text.slice(text.line_span(4)).empty());
    CHECK(text.slice(text.line_span(5)) == "丁");
    CHECK(text.line_of(0) == 1);
    CHECK(text.line_of(5) == 2);
}

TEST_CASE("columns count characters, or UTF-16 units") {
    const SourceText text{"t", "a汉𠀀b\nc"};
    const std::uint32_t at_b = 1 + 3 + 4;
    CHECK(text.position(at_b).column == 4);
    CHECK(text.position_utf16(at_b).column == 5);
    CHECK(text.position(at_b + 2).line == 2);
    CHECK(text.position(at_b + 2).column == 1);
}

TEST_CASE("the end of a text has a position") {
    const SourceText text{"t", "甲\n"};
    CHECK(text.position(4).line == 2);
    CHECK(text.position(4).column == 1);
    const SourceText empty{"e", ""};
    CHECK(empty.line_count() == 1);
    CHECK(empty.position(0).line == 1);
}

TEST_CASE("spans") {
    CHECK(cover({3, 5}, {1, 4}) == Span{1, 5});
    CHECK(Span{1, 5}.contains({2, 5}));
    CHECK_FALSE(Span{1, 5}.overlaps({5, 6}));
}
