// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "engine/config/pack.hpp"

using namespace gouji;

namespace {

std::string with_sum(const std::string& sum) {
    return "id = \"x\"\nname = \"x\"\nfirst_year = 2031\nreport_name = \"年报\"\n[[section]]\nid = \"s\"\nnumber = 1\ntitle = \"数据\"\n"
           "[[table]]\nid = \"t\"\nsection = \"s\"\nname = \"表\"\n[[table.block]]\n"
           "columns = [{ id = \"a\", label = \"甲\" }, { id = \"b\", label = \"乙\" }, { id = \"total\", label = \"总计\" }]\n"
           "rows = [{ id = \"in\", label = \"收\" }, { id = \"out\", label = \"办\" }]\n"
           "[[table.identity]]\nkind = \"across\"\neach = \"row\"\nparts = [\"a\", \"b\"]\ntotal = \"total\"\n" + sum;
}

}  // namespace

TEST_SUITE("sums of a format") {
    TEST_CASE("figures to add up, and what each is made of") {
        const auto format = config::read_format(with_sum("[[sum]]\nid = \"t.both.total\"\nlabel = \"收与办\"\nof = [\"t.in.total\", \"t.out.a\"]\n"), "f.toml");
        REQUIRE(format.has_value());
        REQUIRE(format->aggregates.size() == 1);
        const auto& sum = format->aggregates[0];
        CHECK(sum.id == "t.both.total");
        CHECK(sum.totals == std::vector{format->find_figure("t.in.total"), format->find_figure("t.out.a")});
        REQUIRE(sum.parts.size() == 2);
        CHECK(sum.parts[0] == std::vector{format->find_figure("t.in.a"), format->find_figure("t.in.b")});
        CHECK(sum.parts[1].empty());
    }
    TEST_CASE("an unknown figure is told") {
        const auto format = config::read_format(with_sum("[[sum]]\nid = \"x\"\nlabel = \"x\"\nof = [\"t.in.totale\"]\n"), "f.toml");
        REQUIRE_FALSE(format.has_value());
        CHECK(format.error().message.en == "unknown figure 't.in.totale'; did you mean 't.in.total'?");
    }
}
