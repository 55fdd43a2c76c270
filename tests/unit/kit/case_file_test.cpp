// SPDX-License-Identifier: Apache-2.0
#include "engine/kit/case_file.hpp"

#include <doctest/doctest.h>

using namespace gouji::kit;

namespace {

CaseFile read(const std::string& text, gouji::text::Problems& problems) { return read_cases("cases/x.case", text, problems); }

}  // namespace

TEST_CASE("a case with a base and edits") {
    gouji::text::Problems problems;
    const CaseFile file = read(R"(# why
rule T301 T302

case 自然人多一件
base 2021
set applications.received.natural_person = 21
replace "甲\t\"乙\"" by "⟦丙⟧\n"
replace all "a" by ""
insert "x" after "y"
insert "x" before "y"
delete "z"
delete line "l"
delete lines "f" to "t"
delete section other
option limit = 3
find T301 applications.balance.natural_person at applications.received.natural_person
  says 21 + 2
  suspects applications.received.natural_person = 20
find T302 * at ⟦丙⟧#2 review
silent T303
)",
                               problems);
    for (const auto& problem : problems) MESSAGE(problem.message.en);
    REQUIRE(problems.empty());
    REQUIRE(file.cases.size() == 1);
    const Case& example = file.cases[0];
    CHECK(example.title == "自然人多一件");
    CHECK(example.line == 4);
    CHECK(example.base == "2021");
    CHECK(example.rules == std::vector<std::string>{"T301", "T302"});
    REQUIRE(example.edits.size() == 9);
    CHECK(example.edits[0].target == "applications.received.natural_person");
    CHECK(example.edits[0].text == "21");
    CHECK(example.edits[1].target == "甲\t\"乙\"");
    CHECK(example.edits[1].text == "⟦丙⟧\n");
    CHECK(example.edits[2].kind == Edit::Kind::replace_all);
    CHECK(example.edits[3].kind == Edit::Kind::insert_after);
    CHECK(example.edits[3].target == "y");
    CHECK(example.edits[7].kind == Edit::Kind::remove_lines);
    CHECK(example.edits[7].text == "t");
    CHECK(example.options == std::vector<std::pair<std::string, std::string>>{{"limit", "3"}});
    REQUIRE(example.finds.size() == 2);
    CHECK(example.finds[0].logical == "applications.balance.natural_person");
    CHECK(example.finds[0].place.kind == ExpectedPlace::Kind::figure);
    CHECK(example.finds[0].says == std::vector<std::string>{"21 + 2"});
    CHECK(example.finds[0].suspects == std::vector<std::pair<std::string, std::string>>{{"applications.received.natural_person", "20"}});
    CHECK(example.finds[1].logical.empty());
    CHECK(example.finds[1].place.text == "丙");
    CHECK(example.finds[1].place.nth == 2);
    CHECK(example.finds[1].review);
    CHECK(example.silent == std::vector<std::string>{"T303"});
    CHECK(example.expectation_lines.size() == 5);
}

TEST_CASE("a case with its own text, and the next one behind it") {
    gouji::text::Problems problems;
    const CaseFile file = read("rule W601\ncase 一\ntext\n---\n第一行⟦、、⟧\n\n# 不是注释\n---\nfind W601 document at ⟦、、⟧\n\ncase 二\nbase 2021\nsilent all\n", problems);
    REQUIRE(problems.empty());
    REQUIRE(file.cases.size() == 2);
    CHECK(*file.cases[0].text == "第一行⟦、、⟧\n\n# 不是注释\n");
    CHECK(file.cases[1].all_silent);
    CHECK(file.cases[1].silent == std::vector<std::string>{"W601"});
}

TEST_CASE("what is wrong with a case is told with its line, and the others stay") {
    struct Wrong {
        const char* text;
        std::uint32_t line;
        const char* says;
    };
    const Wrong cases[] = {
        {"base 2021\n", 1, "before the first case"},
        {"case a\nbase 2021\n", 1, "expects nothing"},
        {"case a\nsilent W601\n", 1, "either a base or a text"},
        {"case a\nbase 2021\nfnid T301\nsilent T301\n", 3, "“fnid” is not known"},
        {"case a\nbase 2021\nset applications.x 5\nsilent T301\n", 3, "set FIGURE = VALUE"},
        {"case a\nbase 2021\nreplace \"a\" with \"b\"\nsilent T301\n", 3, "replace \"A\" by \"B\""},
        {"case a\nbase 2021\ndelete a\nsilent T301\n", 3, "delete \"A\""},
        {"case a\nbase 2021\nfind T301 x at\n", 3, "at ⟦text⟧"},
        {"case a\nbase 2021\nfind T301 x at ⟦y\n", 3, "at ⟦text⟧"},
        {"case a\nbase 2021\n  says x\nsilent T301\n", 3, "behind a find"},
        {"case a\nbase 2021\nsilent\n", 3, "silent RULE"},
        {"case a\ntext\n---\nabc\nsilent T301\n", 5, "not ended by ---"},
    };
    for (const Wrong& wrong : cases) {
        CAPTURE(std::string{wrong.text});
        gouji::text::Problems problems;
        const CaseFile file = read(wrong.text, problems);
        REQUIRE(!problems.empty());
        CHECK(problems[0].line == wrong.line);
        CHECK(problems[0].message.en.find(wrong.says) != std::string::npos);
        CAPTURE(problems[0].message.en);
        CHECK(file.cases.empty());
    }
    gouji::text::Problems problems;
    const CaseFile file = read("rule T301\ncase a\nbase 2021\nnonsense\nsilent\ncase b\nbase 2021\nsilent\n", problems);
    CHECK(problems.size() == 1);
    REQUIRE(file.cases.size() == 1);
    CHECK(file.cases[0].title == "b");
}
