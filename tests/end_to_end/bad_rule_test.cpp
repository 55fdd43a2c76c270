// SPDX-License-Identifier: Apache-2.0
// A rule, pack or format that is wrong is named with its file and line; every other rule runs.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/end_to_end/child.hpp"

using namespace end_to_end;

namespace {

const std::string report = fixture("reports/qingshi-2022.txt");

// The report under the broken pack alone, with only the rule in question and the one that works.
Outcome check_with(const std::string& rule) {
    Outcome outcome = run({"check", "--lang", "en", "--format", "json", "--pack", fixture("broken/pack"), "--select",
                           "broken/" + rule + ",broken/L005", report});
    CHECK(outcome.status == 2);
    CHECK(outcome.shows("broken/L005"));
    return outcome;
}

}  // namespace

TEST_SUITE("bad rules") {
    TEST_CASE("a syntax error: file, line, excerpt") {
        const Outcome outcome = run({"check", "--lang", "en", "--pack", fixture("broken/pack"), "--select", "broken/L005", report});
        CHECK(outcome.status == 2);
        CHECK(outcome.says("L001-syntax-error.lua:5"));
        CHECK(outcome.says("name = ,"));
        CHECK(outcome.says("L008-no-check.lua"));
        CHECK(outcome.shows("broken/L005"));
    }
    TEST_CASE("an endless loop ends at its limit") {
        const Outcome outcome = check_with("L002");
        CHECK(outcome.says("L002-endless-loop.lua"));
        CHECK(outcome.says("qingshi-2022.txt"));
    }
    TEST_CASE("endless allocation ends at its limit") { CHECK(check_with("L003").says("L003-endless-allocation.lua")); }
    TEST_CASE("os.execute does not exist") {
        std::filesystem::remove("/tmp/gouji-was-here");
        const Outcome outcome = check_with("L004");
        CHECK(outcome.says("L004-calls-os.lua:"));
        CHECK_FALSE(std::filesystem::exists("/tmp/gouji-was-here"));
    }
    TEST_CASE("a rule that raises") { CHECK(check_with("L006").says("characters long")); }
    TEST_CASE("a message that the rule does not have") { CHECK(check_with("L007").says("lost")); }
    TEST_CASE("a failing rule stands in the SARIF too") {
        const Outcome outcome = run({"check", "--lang", "en", "--format", "sarif", "--pack", fixture("broken/pack"), "--select", "broken/L006", report});
        CHECK(outcome.status == 2);
        CHECK(outcome.shows("toolExecutionNotifications"));
        CHECK(outcome.shows("broken/L006"));
    }
    TEST_CASE("a failing rule is named once, however many reports it fails on") {
        const Outcome outcome = run({"check", "--pack", fixture("broken/pack"), "--select", "broken/L006", fixture("reports")});
        const std::size_t first = outcome.err.find("L006-raises.lua");
        REQUIRE(first != std::string::npos);
        CHECK(outcome.err.find("L006-raises.lua", first + 1) == std::string::npos);
    }
}

TEST_SUITE("bad packs and formats") {
    TEST_CASE("an unknown key of a format: line, column, nearest key") {
        const Outcome outcome = run({"check", "--lang", "en", "--pack", fixture("broken/format-pack"), report});
        CHECK(outcome.status == 2);
        CHECK(outcome.says("2031.toml:"));
        CHECK((outcome.says("colour") || outcome.says("nubmer")));
        CHECK(outcome.says("checked"));
    }
    TEST_CASE("a pack that is none") {
        CHECK(run({"check", "--pack", fixture("reports"), report}).status == 2);
        CHECK(run({"check", "--pack", fixture("no-such-pack"), report}).says("no-such-pack"));
        CHECK(run({"check", "--pack", fixture("broken/pack-without-name"), report}).says("pack.toml"));
    }
}
