// SPDX-License-Identifier: Apache-2.0
#include "grammar/text/light_text.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <utility>

using gouji::text::LightText;

TEST_CASE("a light text says what it was made of, wherever that lies") {
    CHECK(LightText{}.empty());
    CHECK(LightText{""}.view().empty());
    for (const char* text : {"，", "fourteen bytes", "fifteen bytes !", "sixteen bytes !!", "（三）不予公开 4.保护第三方合法权益 · 自然人"}) {
        const LightText own{text};
        const LightText lasting = LightText::lasting(text);
        CHECK(own == text);
        CHECK(lasting == own);
        CHECK(lasting.view().data() == text);
        CHECK_FALSE(own.empty());
        CHECK(fmt::format("{}", own) == text);
    }
    CHECK(LightText{"a"} < LightText{"b"});
}

TEST_CASE("copies of a light text stand on their own") {
    std::string words = "a text that is too long to lie inside";
    LightText text{words};
    LightText copy = text;
    words.assign(words.size(), 'x');
    text = LightText{"short"};
    CHECK(copy == "a text that is too long to lie inside");
    LightText moved = std::move(copy);
    CHECK(moved == "a text that is too long to lie inside");
    copy = moved;
    moved.clear();
    CHECK(moved.empty());
    CHECK(copy == "a text that is too long to lie inside");
    LightText& same = copy;
    copy = same;
    CHECK(copy == "a text that is too long to lie inside");
    copy = "short";
    CHECK(copy == "short");
}

TEST_CASE("a text with a byte 0 inside is whole") {
    const std::string text{"a\0b", 3};
    CHECK(LightText{text} == text);
}
