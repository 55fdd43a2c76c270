// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "grammar/parse.hpp"
#include "grammar/text/folded_text.hpp"

using namespace gouji;

namespace {

std::string folded(const char* text) { return std::string{text::fold(text).chars()}; }

}  // namespace

TEST_CASE("cells that hold one number") {
    struct Case {
        const char* cell;
        const char* value;
        const char* unit;
    };
    const Case cases[] = {{"0", "0", ""},           {"０", "0", ""},         {"12,345", "12345", ""},      {"1,234,567.89", "1234567.89", ""},
                          {"１２３", "123", ""},    {"+3", "3", ""},         {"−2", "-2", ""},             {"-2", "-2", ""},
                          {"－ 2", "-2", ""},       {"三十二", "32", ""},    {"一百零五", "105", ""},      {"零", "0", ""},
                          {"1.2万", "12000", ""},   {"3亿", "300000000", ""}, {"251000元", "251000", "元"}, {"7730.28万元", "77302800", "万元"},
                          {"0件", "0", "件"},       {"三十二件", "32", "件"}, {"90.4％", "90.4", "%"},      {"十", "10", ""},
                          {"一万二千", "12000", ""}, {"　 7 \u00A0", "7", ""}};
    for (const Case& c : cases) {
        CAPTURE(c.cell);
        const std::string cell = folded(c.cell);  // the unit is a view into it
        const auto number = grammar::read_cell_number(cell);
        REQUIRE(number.has_value());
        CHECK(number->value.to_string() == c.value);
        CHECK(number->unit == c.unit);
    }
    const std::string cell = "2万元";
    CHECK(grammar::read_cell_number(cell)->unit_factor == text::Decimal::of(10'000));
    CHECK(grammar::read_cell_number("12,345")->grouped);
    CHECK_FALSE(grammar::read_cell_number("12345")->grouped);
}

TEST_CASE("cells that hold no certain number") {
    for (const char* cell : {"", "1 2", "70余", "约70", "70多件", "12,34", "1,2345", "0,123", "1.2.3", "12.", ".5", "+-1", "1、2", "12/34", "(5)", "5（注）", "一",
                             "十二五", "一百二", "无", "-", "一、", "3-5", "O", "12a", "99999999999999"}) {
        CAPTURE(cell);
        CHECK_FALSE(grammar::read_cell_number(folded(cell)).has_value());
    }
}

TEST_CASE("marks that stand for no number") {
    for (const char* cell : {"-", "--", "—", "——", "－－", "/", "//", "\\", "无", "暂无", "（无）", "（空）"}) {
        CAPTURE(cell);
        CHECK(grammar::is_cell_mark(folded(cell)));
    }
    for (const char* cell : {"", "0", "无数", "-1", "一", "/1", "-/"}) {
        CAPTURE(cell);
        CHECK_FALSE(grammar::is_cell_mark(folded(cell)));
    }
}
