// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "engine/config/pack.hpp"

using gouji::config::read_format;
using gouji::model::FigureKind;
using gouji::model::Format;

namespace {

std::string read_file(const std::string& path) {
    std::ifstream in{path, std::ios::binary};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

Format official(const std::string& id) {
    const std::string path = std::string{GOUJI_ROOT} + "/rules/official/formats/" + id + ".toml";
    const auto format = read_format(read_file(path), path);
    if (!format) FAIL(format.error().file << ':' << format.error().line << ": " << format.error().message.en);
    return *format;
}

// The smallest format there is.
const std::string tiny = R"(id = "2031"
name = "试行"
first_year = 2031
report_name = "年度报告"

[[section]]
id = "water"
number = 1
title = "用水情况"

[[table]]
id = "water"
section = "water"
name = "用水"

[[table.block]]
columns = [{ id = "in", label = "进" }, { id = "out", label = "出" }, { id = "sum", label = "合计" }]
rows = [
    { id = "spring", label = "春" },
    { id = "rest", label = "其余", rows = [{ id = "summer", label = "夏" }, { id = "winter", label = "冬" }] },
]

[[table.identity]]
kind = "water_total"
each = "row"
parts = ["in", "out"]
total = "sum"
)";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

gouji::text::Problem problem_of(const std::string& toml) {
    const auto format = read_format(toml, "formats/2031.toml");
    REQUIRE_FALSE(format.has_value());
    return format.error();
}

}  // namespace

TEST_SUITE("formats") {
    TEST_CASE("the official formats have the figures that the contract names") {
        const Format now = official("2021");
        CHECK(now.figures.size() == 2 * 3 + 1 + 2 + 1 + 25 * 7 + 15);
        CHECK(now.find_figure("applications.denied.third_party.natural_person") != gouji::model::no_figure);
        CHECK(now.find_figure("applications.other.fee_unpaid.total") != gouji::model::no_figure);
        CHECK(now.find_figure("applications.other.total") == gouji::model::no_figure);
        CHECK(now.find_figure("proceedings.litigation_after_review.pending") != gouji::model::no_figure);
        CHECK(now.figures[now.find_figure("disclosure.fees.amount")].kind == FigureKind::amount);
        CHECK(now.figures[now.find_figure("disclosure.fees.amount")].unit == "万元");
        CHECK(now.covers(2021));
        CHECK_FALSE(now.covers(2020));

        const Format before = official("2019");
        CHECK(before.figures.size() == 2 * 3 + 2 * 3 + 2 * 3 + 2 + 2 + 23 * 7 + 15);
        CHECK(before.find_figure("applications.other.total") != gouji::model::no_figure);
        CHECK(before.find_figure("disclosure.procurement.amount") != gouji::model::no_figure);
        CHECK(before.figures[before.find_figure("disclosure.services.change")].kind == FigureKind::change);
        CHECK(before.covers(2020));
        CHECK_FALSE(before.covers(2021));
    }

    TEST_CASE("identities carry the keys that findings are about") {
        const Format format = official("2021");
        const auto& identities = format.tables[1].identities;
        CHECK(identities.size() == 7 + 7 + 25);
        CHECK(identities.front().key == "applications.balance.natural_person");
        CHECK_FALSE(identities.front().right_is_total);
        CHECK(identities[7].key == "applications.results_total.natural_person");
        CHECK(identities[7].left.size() == 21);
        CHECK(identities[14].key == "applications.received.total");
        CHECK(identities[14].left.size() == 6);
        CHECK(format.tables[2].identities.back().key == "proceedings.litigation_after_review.total");
    }

    TEST_CASE("groups with an id make aggregates, and know what their totals are made of") {
        const Format format = official("2021");
        const auto find = [&](std::string_view id) {
            for (const auto& sum : format.aggregates) {
                if (sum.id == id) return sum;
            }
            FAIL("no aggregate " << id);
            return format.aggregates.front();
        };
        const auto denied = find("applications.denied.total");
        CHECK(denied.totals.size() == 8);
        CHECK(denied.parts.front().size() == 6);
        CHECK(denied.label == "（三）不予公开 · 总计");
        CHECK(find("proceedings.litigation.total").totals.size() == 2);
    }

    TEST_CASE("labels for people name the group and the column") {
        const Format format = official("2021");
        CHECK(format.figures[format.find_figure("applications.denied.third_party.natural_person")].label ==
              "（三）不予公开 4.保护第三方合法权益 · 自然人");
    }

    TEST_CASE("a format is read from TOML alone") {
        const auto format = read_format(tiny, "2031.toml");
        REQUIRE(format.has_value());
        CHECK(format->find_figure("water.rest.winter.out") != gouji::model::no_figure);
        CHECK(format->tables[0].identities.size() == 3);
        CHECK(format->aggregates.size() == 3);
    }
}

TEST_SUITE("problems of a format file") {
    TEST_CASE("an unknown key names the nearest known one, with its place") {
        const auto problem = problem_of(replaced(tiny, "first_year", "frist_year"));
        CHECK(problem.kind == gouji::text::ProblemKind::format);
        CHECK(problem.line == 3);
        CHECK(problem.column == 1);
        CHECK(problem.excerpt == "frist_year = 2031");
        CHECK(problem.message.en.find("first_year") != std::string::npos);
    }

    TEST_CASE("an unknown key deep inside a row") {
        const auto problem = problem_of(replaced(tiny, R"({ id = "spring", label)", R"({ id = "spring", lable)"));
        CHECK(problem.line == 19);
        CHECK(problem.message.en.find("'label'") != std::string::npos);
    }

    TEST_CASE("a missing key") {
        const auto problem = problem_of(replaced(tiny, "title = \"用水情况\"\n", ""));
        CHECK(problem.line == 6);
        CHECK(problem.message.en.find("'title'") != std::string::npos);
    }

    TEST_CASE("a value of another type") {
        const auto problem = problem_of(replaced(tiny, "number = 1", "number = \"1\""));
        CHECK(problem.line == 8);
        CHECK(problem.subject == "number");
    }

    TEST_CASE("doubled ids") {
        CHECK(problem_of(replaced(tiny, R"(id = "winter")", R"(id = "summer")")).message.en.find("water.rest.summer.in") != std::string::npos);
        CHECK(problem_of(tiny + "[[section]]\nid = \"water\"\nnumber = 2\ntitle = \"二\"\n").message.en.find("'water'") != std::string::npos);
    }

    TEST_CASE("references to what is not there") {
        CHECK(problem_of(replaced(tiny, R"(section = "water")", R"(section = "watre")")).message.en.find("'water'") != std::string::npos);
        const auto problem = problem_of(replaced(tiny, R"(total = "sum")", R"(total = "sums")"));
        CHECK(problem.line == 27);
        CHECK(problem.message.en.find("did you mean 'sum'") != std::string::npos);
    }

    TEST_CASE("text that is not TOML") {
        const auto problem = problem_of("id = \"2031\"\nname = \n");
        CHECK(problem.line == 2);
        CHECK_FALSE(problem.excerpt.empty());
    }
}
