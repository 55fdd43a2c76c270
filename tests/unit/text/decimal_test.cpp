// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "grammar/text/decimal.hpp"

using gouji::text::Decimal;

TEST_CASE("decimals are read exactly") {
    CHECK(Decimal::read("0") == Decimal::of(0));
    CHECK(Decimal::read("7730.28")->units() == 7'730'280'000);
    CHECK(Decimal::read("-3") == Decimal::of(-3));
    CHECK(Decimal::read("+3") == Decimal::of(3));
    CHECK(Decimal::read("0.000001")->units() == 1);
    CHECK(Decimal::read("007") == Decimal::of(7));
    CHECK(Decimal::read("1000000000000") == Decimal::of(1'000'000'000'000));
}

TEST_CASE("what is no decimal has no value") {
    for (const char* literal : {"", "+", "-", ".", ".5", "5.", "1.2.3", "1,234", "12a", " 1", "--1", "0.0000001", "1000000000001", "99999999999999999999"}) {
        CAPTURE(literal);
        CHECK_FALSE(Decimal::read(literal).has_value());
    }
}

TEST_CASE("decimals print in their shortest form") {
    CHECK(Decimal::of(12).to_string() == "12");
    CHECK(Decimal::read("7730.280")->to_string() == "7730.28");
    CHECK(Decimal::read("-0.05")->to_string() == "-0.05");
    CHECK(Decimal{}.to_string() == "0");
}

TEST_CASE("multiplication refuses to overflow") {
    CHECK(Decimal::read("1.2")->times(10'000) == Decimal::of(12'000));
    CHECK_FALSE(Decimal::of(1'000'000'000).times(100'000'000).has_value());
    CHECK(Decimal::of(-5).times(100) == Decimal::of(-500));
}

TEST_CASE("signs, order and sums") {
    CHECK(Decimal::of(2) + Decimal::of(3) - Decimal::of(6) == Decimal::of(-1));
    CHECK(Decimal::of(-1).is_negative());
    CHECK(Decimal::of(0).is_zero());
    CHECK(Decimal::of(1) < Decimal::of(2));
    CHECK_FALSE(Decimal::read("1.5")->is_whole());
}
