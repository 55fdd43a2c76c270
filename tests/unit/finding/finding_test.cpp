// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <set>

#include "engine/finding/own_rules.hpp"
#include "engine/finding/waiver.hpp"

namespace gouji::finding {

TEST_CASE("a severity reads back from its name") {
    for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
        CHECK(severity_from(to_string(severity)) == severity);
    }
    CHECK_FALSE(severity_from("Error").has_value());
    CHECK_FALSE(severity_from("").has_value());
    CHECK(Severity::note < Severity::error);
}

TEST_CASE("a day is read from ISO and written back") {
    const auto day = read_day("2024-02-29");
    REQUIRE(day);
    CHECK(to_string(*day) == "2024-02-29");
    CHECK(*read_day("2024-02-29") < *read_day("2024-03-01"));
}

TEST_CASE("a day that does not exist is not read") {
    for (const char* text : {"2023-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "20240101", "2024/01/01", "2024-01-1x", "2024--1-01", ""}) {
        CAPTURE(text);
        CHECK_FALSE(read_day(text).has_value());
    }
}

TEST_CASE("the program's own rules are complete and named apart from every pack's families") {
    std::set<std::string> ids;
    for (const RuleInfo& rule : own_rules()) {
        CHECK(ids.insert(rule.id).second);
        CHECK(rule.family == "G");
        for (const text::Bilingual* part : {&rule.title, &rule.what, &rule.why, &rule.bad, &rule.good, &rule.advice}) {
            CHECK_FALSE(part->zh.empty());
            CHECK_FALSE(part->en.empty());
        }
    }
    CHECK(own_rule(OwnRule::waiver_unused).name == "waiver-unused");
    CHECK(own_rule(OwnRule::waiver_expired).name == "waiver-expired");
    CHECK(own_rule(OwnRule::baseline_stale).name == "baseline-stale");
}

}  // namespace gouji::finding
