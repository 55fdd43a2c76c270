// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "grammar/text/nearest.hpp"

using gouji::text::nearest;

TEST_SUITE("nearest name") {
    const std::vector<std::string> known{"applications-balance", "T301", "T302", "select", "severity"};

    TEST_CASE("a slip of the fingers finds the name") {
        CHECK(nearest("selcet", known) == "select");
        CHECK(nearest("sverity", known) == "severity");
        CHECK(nearest("Application-balance", known) == "applications-balance");
    }
    TEST_CASE("of equally near names the first is taken") { CHECK(nearest("T309", known) == "T301"); }
    TEST_CASE("a name too far from all has none") {
        CHECK_FALSE(nearest("qqqqqq", known).has_value());
        CHECK_FALSE(nearest("", known).has_value());
        CHECK_FALSE(nearest("x", {}).has_value());
    }
}
