// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "engine/app/arguments.hpp"

using namespace gouji::app;

namespace {

tl::expected<Arguments, Answer> read(std::vector<const char*> words) {
    words.insert(words.begin(), "gouji");
    return read_arguments(static_cast<int>(words.size()), words.data());
}

CheckArguments check(std::vector<const char*> words) {
    words.insert(words.begin(), "check");
    const auto arguments = read(words);
    REQUIRE(arguments.has_value());
    return std::get<CheckArguments>(arguments->command);
}

}  // namespace

TEST_SUITE("command line") {
    TEST_CASE("lists take one word at a time, or several with commas, and leave the paths alone") {
        const CheckArguments arguments = check({"--select", "T,C401", "--select", "S101", "a.txt", "b.txt"});
        CHECK(arguments.rules.select == std::vector<std::string>{"T", "C401", "S101"});
        CHECK(arguments.paths == std::vector<std::string>{"a.txt", "b.txt"});
    }
    TEST_CASE("standard input and what follows --") {
        CHECK(check({"-"}).paths == std::vector<std::string>{"-"});
        CHECK(check({"--", "--odd-name"}).paths == std::vector<std::string>{"--odd-name"});
    }
    TEST_CASE("options not given stay empty, for the configuration to fill") {
        const CheckArguments arguments = check({"a"});
        CHECK(arguments.format.empty());
        CHECK(arguments.fail_on.empty());
        CHECK(arguments.jobs == 0);
        CHECK(arguments.rules.official_pack);
        CHECK_FALSE(check({"--no-official-pack", "a"}).rules.official_pack);
    }
    TEST_CASE("several outputs") {
        CHECK(check({"--output", "sarif=a", "--output", "html=b", "p"}).outputs == std::vector<std::string>{"sarif=a", "html=b"});
    }
    TEST_CASE("wrong usage has status 2 and the nearest name") {
        for (const std::vector<const char*>& words : {std::vector{"chekc", "a"}, {"check", "--jbos", "2"}, {"parse"}, {"check", "--color", "red"}}) {
            const auto answer = read(words);
            REQUIRE_FALSE(answer.has_value());
            CHECK(answer.error().status == 2);
        }
        CHECK(read({"chekc"}).error().text.find("check") != std::string::npos);
        CHECK(read({"check", "--jbos=2"}).error().text.find("--jobs") != std::string::npos);
    }
    TEST_CASE("help has status 0") {
        CHECK(read({"--help"}).error().status == 0);
        CHECK(read({"check", "--help", "--lang", "en"}).error().text.find("--baseline") != std::string::npos);
    }
}
