// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "engine/config/pack.hpp"
#include "engine/config/pattern_reader.hpp"

using namespace gouji;
using config::read_pattern;
using model::ClaimPattern;
using model::PatternPart;

namespace {

constexpr auto number = ClaimPattern::Says::number;
constexpr auto none = ClaimPattern::Says::none;

const config::WordClasses classes{{"收到", {"收到", "受理"}}};

std::string shape(const ClaimPattern& pattern) {
    std::string out;
    for (const auto& element : pattern.elements) {
        if (!out.empty()) out += ' ';
        switch (element.part) {
            case PatternPart::gap: out += "gap"; break;
            case PatternPart::number: out += "number"; break;
            case PatternPart::clause_break: out += "break"; break;
            case PatternPart::clause_end: out += "end"; break;
            case PatternPart::words:
                for (std::size_t i = 0; i < element.words.size(); ++i) out += (i == 0 ? "" : "|") + element.words[i];
                if (element.optional) out += '?';
        }
    }
    return out;
}

std::string read(const char* written, ClaimPattern::Says says = number) {
    const auto pattern = read_pattern(written, says, classes);
    return pattern ? shape(*pattern) : "problem: " + pattern.error().message.en;
}

text::Problem problem_of(const std::string& toml) {
    const auto lexicon = config::read_lexicon(toml, "claims.toml");
    REQUIRE_FALSE(lexicon.has_value());
    return lexicon.error();
}

}  // namespace

TEST_SUITE("patterns") {
    TEST_CASE("words, classes, gaps, numbers, breaks and ends") {
        CHECK(read("$收到 … 申请|申 请书 N") == "收到|受理 gap 申请|申 请书 number");
        CHECK(read("$收到|接到 [共计] N") == "收到|受理|接到 共计? number");
        CHECK(read("$收到 ， 申请 。", none) == "收到|受理 break 申请 end");
    }
    TEST_CASE("words are folded") { CHECK(read("（其他），N N") == "(其他),N number"); }
    TEST_CASE("what can't be applied is told") {
        CHECK(read("申请") == "problem: a pattern of 'number' needs exactly one N");
        CHECK(read("N 申请 N") == "problem: a pattern of 'number' needs exactly one N");
        CHECK(read("申请 N", none) == "problem: a pattern of 'none' or 'exists' has no N");
        CHECK(read("[申请] N") == "problem: the pattern has no word that must be there");
        CHECK(read("… 申请 N") == "problem: a pattern does not begin or end with … or ，");
        CHECK(read("申请 。 N") == "problem: 。 stands only at the end of a pattern");
        CHECK(read("甲 [乙] [丙] [丁] [戊] N") == "problem: too many words that may be left out");
        CHECK(read("$办结 N") == "problem: unknown word class '$办结'");
    }
}

TEST_SUITE("lexicon") {
    TEST_CASE("reads every part") {
        const auto lexicon = config::read_lexicon(R"(
units = ["件", ""]
connecting = ["共"]
tails = ["的"]
joiners = ["、"]
each = ["均"]
totals = ["共"]
shields = ["申请人"]
period = ["统计期限"]
published = ["发布时间"]
title = { connecting = ["年度"], shared = ["人民"] }
[words]
"申请" = ["信息公开申请"]
"全部" = ["$申请", "依申请公开"]
[[scope]]
id = "last_year"
words = ["去年"]
until = ["今年"]
sentence = true
[[claim]]
quantity = ["applications.received.total", "made.up"]
number = ["收到 $全部 N"]
none = "未收到 $申请"
never = ["$申请", "留言"]
after = ["x"]
scope = "unclear"
)", "claims.toml");
        REQUIRE(lexicon.has_value());
        REQUIRE(lexicon->claims.size() == 1);
        const auto& claim = lexicon->claims[0];
        CHECK(claim.quantities == std::vector<std::string>{"applications.received.total", "made.up"});
        CHECK(claim.units == std::vector<std::string>{"件", ""});
        REQUIRE(claim.patterns.size() == 2);
        CHECK(shape(claim.patterns[0]) == "收到 信息公开申请|依申请公开 number");
        CHECK(claim.patterns[1].says == none);
        CHECK(claim.context.never == std::vector<std::string>{"信息公开申请", "留言"});
        CHECK(claim.context.after == std::vector<std::string>{"x"});
        CHECK(claim.scope == "unclear");
        REQUIRE(lexicon->scopes.size() == 1);
        CHECK(lexicon->scopes[0].sentence);
        CHECK(lexicon->scopes[0].until == std::vector<std::string>{"今年"});
        CHECK(lexicon->title.shared == std::vector<std::string>{"人民"});
        CHECK(lexicon->shields == std::vector<std::string>{"申请人"});
    }
    TEST_CASE("a problem names line, column and excerpt") {
        const auto problem = problem_of("[words]\n\"公开申请\" = [\"甲\"]\n[[claim]]\nquantity = \"x\"\nnumber = [\"$公开申清 N\"]\n");
        CHECK(problem.line == 5);
        CHECK(problem.excerpt == "number = [\"$公开申清 N\"]");
        CHECK(problem.message.en == "unknown word class '公开申清'; did you mean '公开申请'?");
    }
    TEST_CASE("an unknown key is told with the nearest known one") {
        const auto problem = problem_of("[[claim]]\nquantity = \"x\"\nnumbers = [\"甲 N\"]\n");
        CHECK(problem.line == 3);
        CHECK(problem.message.en == "unknown key 'numbers'; did you mean 'number'?");
    }
    TEST_CASE("a claim needs a quantity and a pattern") {
        CHECK(problem_of("[[claim]]\nnumber = [\"甲 N\"]\n").message.en.starts_with("'quantity' is missing"));
        CHECK(problem_of("[[claim]]\nquantity = \"x\"\n").message.en.starts_with("no pattern"));
    }
    TEST_CASE("not TOML at all") { CHECK(problem_of("claim = [").message.en.starts_with("not valid TOML")); }
    TEST_CASE("lexicons of several packs add up") {
        auto first = config::read_lexicon("joiners = [\"、\"]\n[[claim]]\nquantity = \"x\"\nnumber = [\"甲 N\"]\n", "a");
        auto second = config::read_lexicon("joiners = [\"和\"]\n[[claim]]\nquantity = \"y\"\nnumber = [\"乙 N\"]\n", "b");
        REQUIRE(first.has_value());
        REQUIRE(second.has_value());
        model::add_lexicon(*first, std::move(*second));
        CHECK(first->claims.size() == 2);
        CHECK(first->joiners == std::vector<std::string>{"、", "和"});
    }
}
