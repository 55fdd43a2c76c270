// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "engine/app/selection.hpp"

using namespace gouji;
using app::Selection;

namespace {

std::vector<finding::RuleInfo> some_rules() {
    std::vector<finding::RuleInfo> rules(3);
    const char* entries[3][4] = {{"T301", "applications-balance", "T", "official"}, {"T302", "results-total", "T", "official"},
                                 {"ningxia/L001", "hotline", "L", "ningxia"}};
    for (int i = 0; i < 3; ++i) {
        rules[i].id = entries[i][0];
        rules[i].name = entries[i][1];
        rules[i].family = entries[i][2];
        rules[i].pack = entries[i][3];
        rules[i].severity = finding::Severity::error;
    }
    return rules;
}

std::string chosen(const Selection& selection) {
    std::string out;
    for (const finding::RuleInfo& rule : some_rules()) {
        if (app::is_selected(selection, rule)) out += rule.id + ' ';
    }
    return out;
}

script::RuleSettings all_on() { return {{true, true, true}, std::vector(3, finding::Severity::error), {}, false}; }

}  // namespace

TEST_SUITE("selection") {
    TEST_CASE("nothing named: all") { CHECK(chosen({}) == "T301 T302 ningxia/L001 "); }
    TEST_CASE("id, name, family, pack, ALL") {
        CHECK(chosen({{"T301"}, {}}) == "T301 ");
        CHECK(chosen({{"results-total"}, {}}) == "T302 ");
        CHECK(chosen({{"T"}, {}}) == "T301 T302 ");
        CHECK(chosen({{"ningxia"}, {}}) == "ningxia/L001 ");
        CHECK(chosen({{"ALL"}, {"official"}}) == "ningxia/L001 ");
    }
    TEST_CASE("the more exact selector wins, ignore wins between equals") {
        CHECK(chosen({{}, {"T"}}) == "ningxia/L001 ");
        CHECK(chosen({{"T301"}, {"T"}}) == "T301 ");
        CHECK(chosen({{"T"}, {"T301"}}) == "T302 ");
        CHECK(chosen({{"T301"}, {"applications-balance"}}).empty());
    }
    TEST_CASE("an unknown selector names the nearest") {
        CHECK_FALSE(app::check_selector("T301", some_rules()).has_value());
        const auto problem = app::check_selector("T3O1", some_rules());
        REQUIRE(problem.has_value());
        CHECK(problem->message.en == "there is no rule T3O1; did you mean T301?");
    }
}

TEST_SUITE("severity on the command line") {
    TEST_CASE("a level, off, a whole family") {
        script::RuleSettings settings = all_on();
        CHECK_FALSE(app::apply_severity("T301=note", some_rules(), settings).has_value());
        CHECK(settings.severities[0] == finding::Severity::note);
        CHECK(settings.severities[1] == finding::Severity::error);
        CHECK_FALSE(app::apply_severity("T=off", some_rules(), settings).has_value());
        CHECK_FALSE(settings.enabled[0]);
        CHECK_FALSE(settings.enabled[1]);
        CHECK(settings.enabled[2]);
    }
    TEST_CASE("nonsense changes nothing and is told") {
        script::RuleSettings settings = all_on();
        for (const char* wrong : {"T301", "T301=", "T301=grave", "T999=note", "=note"}) {
            CAPTURE(wrong);
            CHECK(app::apply_severity(wrong, some_rules(), settings).has_value());
        }
        CHECK(settings.severities == all_on().severities);
        CHECK(settings.enabled == all_on().enabled);
    }
}
