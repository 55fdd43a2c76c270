// SPDX-License-Identifier: Apache-2.0
// Rule files that are wrong in one way: each has to be told with its line, and the other rules have to stay.
#include <doctest/doctest.h>

#include "unit/script/script_fixture.hpp"

using namespace gouji::script;
using namespace gouji::script::testing;

namespace {

// A sound rule in which one piece is replaced.
std::string rule_with(const std::string& piece, const std::string& other) {
    std::string text = R"(return {
  id = "L001",
  name = "sample-rule",
  severity = "warning",
  title = {zh = "样例", en = "Sample"},
  basis = {
    {id = "b", instrument = "文件", since = "2020-01-01", zh = "写明。", en = "State it."},
  },
  what = {zh = "样例", en = "Sample"},
  why = {zh = "样例", en = "Sample"},
  bad = {zh = "坏"},
  good = {zh = "好"},
  advice = {zh = "改", en = "Mend it"},
  applies = {formats = {"2021"}, from_year = 2021},
  options = {
    limit = {type = "integer", default = 5, zh = "上限", en = "Limit"},
  },
  phrases = {wanted = {"监督电话"}},
  needs = {"wanted"},
  messages = {
    found = {zh = "有{count}处", en = "{count} places"},
  },
  check = function(doc, report) end,
}
)";
    const std::size_t at = text.find(piece);
    REQUIRE(at != std::string::npos);
    return text.replace(at, piece.size(), other);
}

gouji::text::Problems problems_of(const std::string& text) { return load({{"rules/a.lua", text}, {"rules/b.lua", rule_text("", "  id = 'L002', name = 'second',")}}).problems; }

}  // namespace

TEST_CASE("a sound rule gives its information") {
    Loaded loaded = load({{"rules/a.lua", rule_with("L001", "L001")}});
    REQUIRE(loaded.problems.empty());
    REQUIRE(loaded.book.rules().size() == 1);
    const gouji::finding::RuleInfo& rule = loaded.book.rules()[0];
    CHECK(rule.id == "local/L001");
    CHECK(rule.family == "L");
    CHECK(rule.pack == "local");
    CHECK(rule.name == "sample-rule");
    CHECK(rule.severity == gouji::finding::Severity::warning);
    CHECK(rule.title.en == "Sample");
    REQUIRE(rule.basis.size() == 1);
    CHECK(rule.basis[0].says.zh == "写明。");
    REQUIRE(rule.options.size() == 1);
    CHECK(std::get<std::int64_t>(rule.options[0].initial) == 5);
    CHECK(rule.file == "rules/a.lua");
    CHECK(loaded.phrases.set_count() == 1);
}

TEST_CASE("what is wrong is told with its line") {
    struct Wrong {
        const char* piece;
        const char* other;
        std::uint32_t line;
        const char* says;
    };
    const Wrong cases[] = {
        {"id = \"L001\"", "id = \"l1\"", 2, "one or two capital letters"},
        {"  id = \"L001\",\n", "", 0, "“id” is missing"},
        {"name = \"sample-rule\"", "name = \"Sample Rule\"", 3, "lower-case"},
        {"severity = \"warning\"", "severity = \"fatal\"", 4, "error, warning or note"},
        {"severity = \"warning\"", "severity = 3", 4, "has to be a string"},
        {"title = {zh = \"样例\", en = \"Sample\"}", "title = \"样例\"", 5, "has to be a table"},
        {"advice = {zh = \"改\", en = \"Mend it\"}", "advice = {en = \"Mend it\"}", 13, "“advice.zh” is missing"},
        {"advice =", "advise =", 13, "did you mean “advice”?"},
        {"since = \"2020-01-01\", ", "", 6, "“basis[1].since” is missing"},
        {"from_year = 2021", "from_year = 2021.5", 14, "whole number"},
        {"from_year = 2021", "form_year = 2021", 14, "did you mean “from_year”?"},
        {"formats = {\"2021\"}", "formats = {2021}", 14, "item 1 of “applies.formats”"},
        {"default = 5", "default = \"5\"", 16, "not of type integer"},
        {"type = \"integer\"", "type = \"int\"", 16, "has to be integer"},
        {"needs = {\"wanted\"}", "needs = {\"wnated\"}", 19, "not among the phrases"},
        {"needs = {\"wanted\"}", "needs = {\"figures.blnak\"}", 19, "did you mean “figures.blank”?"},
        {"found = {zh = \"有{count}处\", en = \"{count} places\"}", "found = {en = \"{count} places\"}", 21, "“messages.found.zh” is missing"},
        {"en = \"{count} places\"", "en = \"{cuont} places\"", 21, "do not match"},
        {"有{count}处", "有{count处", 21, "no placeholder"},
        {"有{count}处", "有{1}处", 21, "no placeholder"},
        {"有{count}处", "有}处{count}", 21, "no placeholder"},
        {"check = function(doc, report) end", "chekc = function(doc, report) end", 23, "did you mean “check”?"},
        {"  check = function(doc, report) end,\n", "", 0, "“check” is missing"},
    };
    for (const Wrong& wrong : cases) {
        CAPTURE(std::string{wrong.other});
        const auto problems = problems_of(rule_with(wrong.piece, wrong.other));
        REQUIRE(!problems.empty());
        CHECK(problems[0].kind == gouji::text::ProblemKind::rule);
        CHECK(problems[0].file == "packs/local/rules/a.lua");
        CHECK(problems[0].line == wrong.line);
        CAPTURE(problems[0].message.en);
        CHECK(problems[0].message.en.find(wrong.says) != std::string::npos);
        CHECK(!problems[0].message.zh.empty());
        CHECK((wrong.line == 0 || !problems[0].excerpt.empty()));
    }
}

TEST_CASE("a syntax error is told with line and excerpt") {
    Loaded loaded = load({{"rules/a.lua", "return {\n  id = \"L001\",\n  name = = \"x\",\n}\n"}, {"rules/b.lua", rule_text("")}});
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0].line == 3);
    CHECK(loaded.problems[0].excerpt == "  name = = \"x\",");
    CHECK(loaded.problems[0].message.en.find("unexpected symbol near '='") != std::string::npos);
    CHECK(loaded.book.rules().size() == 1);
}

TEST_CASE("a file that returns no table is no rule") {
    for (const char* text : {"", "return 5", "return function() end", "return nil"}) {
        CAPTURE(text);
        const auto problems = problems_of(text);
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].message.en.find("has to return a table") != std::string::npos);
    }
}

TEST_CASE("ids and names are given once") {
    Loaded loaded = load({{"rules/a.lua", rule_text("")}, {"rules/b.lua", rule_text("", "  name = 'other',")}, {"rules/c.lua", rule_text("", "  id = 'L003',")}});
    REQUIRE(loaded.problems.size() == 2);
    CHECK(loaded.problems[0].message.en == "“local/L001” is already used by rules/a.lua");
    CHECK(loaded.problems[1].message.en == "“sample” is already used by rules/a.lua");
    CHECK(loaded.book.rules().size() == 1);
}

TEST_CASE("the official pack owes English too, and its ids have no prefix") {
    const std::string text = rule_with("advice = {zh = \"改\", en = \"Mend it\"}", "advice = {zh = \"改\"}");
    CHECK(load({{"rules/a.lua", text}}).problems.empty());
    Loaded loaded = load({{"rules/a.lua", text}}, {}, {}, "official");
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0].message.en == "“advice.en” is missing (a string)");
    CHECK(load({{"rules/a.lua", rule_with("L001", "L001")}}, {}, {}, "official").book.rules()[0].id == "L001");
}

TEST_CASE("rules are in order of id") {
    Loaded loaded = load({{"a.lua", rule_text("", "  id = 'T301', name = 'b',")}, {"b.lua", rule_text("", "  id = 'C401', name = 'c',")}, {"c.lua", rule_text("", "  id = 'T102', name = 'd',")}});
    REQUIRE(loaded.book.rules().size() == 3);
    CHECK(loaded.book.rules()[0].id == "local/C401");
    CHECK(loaded.book.rules()[1].id == "local/T102");
    CHECK(loaded.book.rules()[2].id == "local/T301");
}
