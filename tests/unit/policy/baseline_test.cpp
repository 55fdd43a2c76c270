// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "engine/policy/baseline.hpp"

namespace gouji::policy {

TEST_CASE("a baseline is written for people and reads back") {
    const Baseline baseline{{{"bb", "T302", "乙镇 2023", "applications.results_total.total"},
                             {"cc", "T301", "甲镇 2023", "applications.balance.total"},
                             {"aa", "S101", "甲镇 2023", "section:\"other\""},
                             {"aa", "S101", "甲镇 2023", "again"}}};
    const std::string json = baseline.write();
    CHECK(json ==
          "{\"gouji-baseline\": 1, \"findings\": [\n"
          "{\"fingerprint\":\"bb\",\"rule\":\"T302\",\"document\":\"乙镇 2023\",\"place\":\"applications.results_total.total\"},\n"
          "{\"fingerprint\":\"aa\",\"rule\":\"S101\",\"document\":\"甲镇 2023\",\"place\":\"section:\\\"other\\\"\"},\n"
          "{\"fingerprint\":\"cc\",\"rule\":\"T301\",\"document\":\"甲镇 2023\",\"place\":\"applications.balance.total\"}\n"
          "]}\n");
    const auto again = Baseline::read(json, "b.json");
    REQUIRE(again);
    CHECK(again->write() == json);
    REQUIRE(again->find("bb"));
    CHECK(again->entries()[*again->find("bb")].document == "乙镇 2023");
    CHECK_FALSE(again->find("dd"));
    CHECK_FALSE(again->find(""));
}

TEST_CASE("an empty baseline is a baseline") {
    const auto baseline = Baseline::read(Baseline{}.write(), "b.json");
    REQUIRE(baseline);
    CHECK(baseline->entries().empty());
}

TEST_CASE("entries can be pruned") {
    const Baseline baseline{{{"c", "R", "", ""}, {"a", "R", "", ""}, {"b", "R", "", ""}}};
    const Baseline pruned = baseline.without({0, 2});
    REQUIRE(pruned.entries().size() == 1);
    CHECK(pruned.entries()[0].fingerprint == "b");
}

TEST_CASE("what is no baseline is told with its place") {
    const auto broken = Baseline::read("{\"gouji-baseline\": 1,\n \"甲\" \"findings\": []}", "b.json");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().file == "b.json");
    CHECK(broken.error().line == 2);
    CHECK(broken.error().column == 6);
    CHECK(broken.error().excerpt == " \"甲\" \"findings\": []}");
    CHECK(broken.error().kind == text::ProblemKind::configuration);
    for (const char* foreign : {"", "[]", "{}", "{\"gouji-baseline\": 2, \"findings\": []}", "{\"gouji-baseline\": 1}",
                                "{\"gouji-baseline\": 1, \"findings\": [{\"rule\": \"T301\"}]}",
                                "{\"gouji-baseline\": 1, \"findings\": [3]}"}) {
        CAPTURE(foreign);
        CHECK_FALSE(Baseline::read(foreign, "b.json"));
    }
}

TEST_CASE("a deeply nested file does not exhaust the stack") {
    CHECK_FALSE(Baseline::read(std::string(2'000'000, '['), "b.json"));
}

}  // namespace gouji::policy
