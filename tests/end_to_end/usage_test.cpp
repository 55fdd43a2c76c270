// SPDX-License-Identifier: Apache-2.0
// Commands, options and exit statuses.
#include <doctest/doctest.h>

#include "tests/end_to_end/child.hpp"

using namespace end_to_end;

namespace {

const std::string clean = fixture("reports/qingshi-2022.txt");
const std::string flawed = fixture("reports/hekou-2023.txt");

}  // namespace

TEST_SUITE("exit statuses") {
    TEST_CASE("0: nothing at or above the threshold") {
        const Outcome outcome = run({"check", clean});
        CHECK(outcome.status == 0);
        CHECK(outcome.out.empty());
    }
    TEST_CASE("1: findings") { CHECK(run({"check", flawed}).status == 1); }
    TEST_CASE("--fail-on moves the threshold") {
        CHECK(run({"check", "--fail-on", "never", flawed}).status == 0);
        CHECK(run({"check", "--fail-on", "error", "--select", "T", flawed}).status == 1);
        CHECK(run({"check", "--fail-on", "error", "--select", "W601", flawed}).status == 0);
        CHECK(run({"check", "--fail-on", "warning", "--select", "W601", flawed}).status == 1);
    }
    TEST_CASE("2: wrong usage") {
        CHECK(run(std::vector<std::string>{}).status == 2);
        CHECK(run({"check"}).status == 2);
        CHECK(run({"check", "--fail-on", "sometimes", clean}).status == 2);
        CHECK(run({"check", "--format", "xlm", clean}).status == 2);
        CHECK(run({"check", "--output", "/no/such/folder/out.json", clean}).status == 2);
        CHECK(run({"check", "--baseline", "/no/such/baseline", clean}).status == 2);
        CHECK(run({"check", "--config", "/no/such/gouji.toml", clean}).status == 2);
    }
}

TEST_SUITE("did you mean") {
    TEST_CASE("commands, options, rules, formats") {
        CHECK(run({"chekc", clean}).says("check"));
        CHECK(run({"check", "--selct", "T", clean}).says("--select"));
        CHECK(run({"check", "--select", "T30l", clean}).says("T301"));
        CHECK(run({"check", "--ignore", "aplications-balance", clean}).says("applications-balance"));
        CHECK(run({"check", "--format", "sarfi", clean}).says("sarif"));
        CHECK(run({"explain", "claim-recieved"}).says("claim-received"));
    }
}

TEST_SUITE("selection") {
    TEST_CASE("by id, family and name") {
        CHECK(run({"check", "--format", "json", "--select", "W601", flawed}).shows("W601"));
        CHECK_FALSE(run({"check", "--format", "json", "--select", "T", flawed}).shows("W601"));
        CHECK(run({"check", "--format", "json", "--select", "punctuation-doubled", flawed}).shows("W601"));
        CHECK_FALSE(run({"check", "--format", "json", "--ignore", "W601", flawed}).shows("W601"));
        CHECK_FALSE(run({"check", "--format", "json", "--ignore", "W", flawed}).shows("W601"));
    }
    TEST_CASE("a rule named by id stays when its family is ignored") {
        CHECK(run({"check", "--format", "json", "--select", "W601", "--ignore", "W", flawed}).shows("W601"));
    }
    TEST_CASE("severity") {
        CHECK(run({"check", "--select", "W601", "--severity", "W601=note", flawed}).status == 0);
        CHECK(run({"check", "--select", "W601", "--severity", "W601=error", "--fail-on", "error", flawed}).status == 1);
        CHECK(run({"check", "--select", "W601", "--severity", "W601=grave", flawed}).status == 2);
    }
}

TEST_SUITE("standard input") {
    TEST_CASE("is one report, named by --stdin-filename") {
        const Outcome outcome = run({"check", "--format", "json", "--stdin-filename", "inbox/a.txt", "-"}, read(flawed));
        CHECK(outcome.status == 1);
        CHECK(outcome.shows("inbox/a.txt"));
        CHECK(outcome.shows("T301"));
    }
    TEST_CASE("empty") { CHECK(run({"check", "-"}).status == 2); }
}

TEST_SUITE("other commands") {
    TEST_CASE("version") {
        const Outcome outcome = run({"--version"});
        CHECK(outcome.status == 0);
        CHECK(outcome.shows("gouji "));
        CHECK(outcome.shows("official"));
        CHECK(outcome.shows("2021"));
    }
    TEST_CASE("help goes to standard output") {
        const Outcome outcome = run({"check", "--help"});
        CHECK(outcome.status == 0);
        CHECK(outcome.shows("--fail-on"));
        CHECK(run({"check", "--help", "--lang", "en"}).shows("exit with 1"));
    }
    TEST_CASE("--timings gives time and count of each rule on standard error, --quiet leaves only the findings") {
        const Outcome timed = run({"check", "--isolated", "--timings", flawed});
        CHECK(timed.says("T301 applications-balance"));
        CHECK_FALSE(timed.shows("applications-balance          "));
        const Outcome quiet = run({"check", "--isolated", "--quiet", flawed});
        CHECK(quiet.err.empty());
        CHECK(quiet.shows(": error T301"));
        CHECK_FALSE(quiet.shows("计算"));
    }
    TEST_CASE("rules lists, explain explains") {
        const Outcome rules = run({"rules"});
        CHECK(rules.status == 0);
        CHECK(rules.shows("T301"));
        CHECK_FALSE(run({"rules", "--ignore", "T301"}).shows("T301"));
        const Outcome explained = run({"explain", "T301"});
        CHECK(explained.status == 0);
        CHECK(explained.shows("applications-balance"));
        CHECK(run({"explain", "applications-balance"}).out == explained.out);
        CHECK(run({"explain", "T301", "--lang", "en"}).out != explained.out);
    }
    TEST_CASE("parse prints figures, and the text") {
        const Outcome parsed = run({"parse", clean});
        CHECK(parsed.status == 0);
        CHECK(parsed.shows("applications.received.total"));
        CHECK(run({"parse", "--format", "text", clean}).out == read(clean));
        CHECK(run({"parse", "/no/such/report"}).status == 2);
    }
    TEST_CASE("the language comes from --lang, then the environment") {
        CHECK(run(Call{{"check", "--help"}, {}, GOUJI_ROOT, {"LANG=en_US.UTF-8"}}).shows("print this help"));
        CHECK(run(Call{{"check", "--help", "--lang", "zh"}, {}, GOUJI_ROOT, {"LANG=en_US.UTF-8"}}).shows("显示帮助"));
        CHECK(run(Call{{"check", "--help"}, {}, GOUJI_ROOT, {"LANG=C.UTF-8"}}).shows("显示帮助"));
    }
    TEST_CASE("colour only where it is asked for") {
        CHECK_FALSE(run({"check", flawed}).shows("\033["));
        CHECK(run({"check", "--color", "always", flawed}).shows("\033["));
        CHECK_FALSE(run({"check", "--color", "always", "--format", "json", flawed}).shows("\033["));
    }
}
