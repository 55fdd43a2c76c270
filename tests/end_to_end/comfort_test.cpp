// SPDX-License-Identifier: Apache-2.0
// gouji init, schemas, completions, the manual page, colour, statistics: each made from the one definition it speaks of.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "tests/end_to_end/child.hpp"

using namespace end_to_end;

namespace {

const std::vector<std::string> keys{"extends", "lang", "color", "format", "fail_on", "jobs", "official_pack", "packs",
                                    "baseline", "waivers", "select", "ignore", "select_expr", "rules", "overrides"};

bool succeeds(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

}  // namespace

TEST_SUITE("init") {
    TEST_CASE("writes a commented file that is valid as it is and with every line uncommented; an old one stays") {
        const Folder folder;
        CHECK(run({"init", folder.path().string()}).shows("gouji.toml"));
        const std::string text = read(folder / "gouji.toml");
        for (const std::string& key : keys) CHECK_MESSAGE(text.find(key) != std::string::npos, key);
        CHECK(run(Call{{"config"}, {}, folder.path(), {}}).status == 0);
        folder.write("gouji.toml", "lang = \"en\"\n");
        CHECK(run({"init", folder.path().string()}).status == 2);
        CHECK(read(folder / "gouji.toml") == "lang = \"en\"\n");
        CHECK(run({"init", "--waivers", folder.path().string()}).shows("gouji.waivers.toml"));
        CHECK(read(folder / "gouji.waivers.toml").find("# reason") != std::string::npos);
    }
}

TEST_SUITE("schema") {
    TEST_CASE("has every key, and refuses others") {
        const std::string schema = run({"config", "--schema", "configuration"}).out;
        for (const std::string& key : keys) CHECK_MESSAGE(schema.find("\"" + key + "\"") != std::string::npos, key);
        CHECK(schema.find("\"additionalProperties\":false") != std::string::npos);
        const std::string waivers = run({"config", "--schema", "waivers"}).out;
        for (const char* key : {"rule", "files", "figure", "section", "reason", "until", "approver"}) CHECK(waivers.find(key) != std::string::npos);
        CHECK(run({"config", "--schema", "other"}).status == 2);
    }
}

TEST_SUITE("completion") {
    TEST_CASE("has every command and is good syntax for its shell") {
        const Folder folder;
        for (const char* shell : {"bash", "zsh", "fish"}) {
            CAPTURE(shell);
            const Outcome outcome = run({"completion", shell});
            CHECK(outcome.status == 0);
            for (const char* word : {"check", "parse", "rules", "explain", "test", "new", "config", "init", "completion", "man", "select-expr", "sarif"}) CHECK(outcome.shows(word));
            folder.write(shell, outcome.out);
            if (succeeds("command -v " + std::string{shell})) CHECK(succeeds(std::string{shell} + " -n " + (folder / shell)));
        }
        CHECK(run({"completion", "tcsh"}).status == 2);
    }
    TEST_CASE("bash completes commands, options and values") {
        const Folder folder;
        folder.write("c.bash", run({"completion", "bash"}).out);
        const auto completes = [&](const std::string& words, const std::string& last, int count, const std::string& expected) {
            return succeeds("bash -c 'source " + (folder / "c.bash") + "; COMP_WORDS=(" + words + " \"" + last + "\"); COMP_CWORD=" + std::to_string(count) +
                            "; _gouji; [[ \" ${COMPREPLY[*]} \" == *\" " + expected + " \"* ]]'");
        };
        CHECK(completes("gouji", "ch", 1, "check"));
        CHECK(completes("gouji check", "--sel", 2, "--select-expr"));
        CHECK(completes("gouji check --format", "sa", 3, "sarif"));
        CHECK_FALSE(completes("gouji check --format", "sa", 3, "html"));
    }
}

TEST_SUITE("manual page") {
    TEST_CASE("names every command, option, key and variable, in both languages") {
        for (const char* language : {"zh", "en"}) {
            const std::string page = run({"man", "--lang", language}).out;
            for (const std::string& key : keys) CHECK_MESSAGE(page.find(".B " + key) != std::string::npos, key);
            for (const char* word : {".SS gouji check", "\\-\\-select\\-expr", "\\-\\-unsafe\\-fixes", "GOUJI_FORMAT", "NO_COLOR"}) CHECK_MESSAGE(page.find(word) != std::string::npos, word);
        }
        const Folder folder;
        folder.write("gouji.1", run({"man", "--lang", "en"}).out);
        if (succeeds("command -v mandoc")) CHECK(succeeds("mandoc -T lint -W error " + (folder / "gouji.1")));
    }
}

TEST_SUITE("did you mean") {
    TEST_CASE("commands, options, ids, families, formats and files") {
        const Folder folder;
        folder.write("reports/hekou-2023.txt", read(fixture("reports/hekou-2023.txt")));
        for (const auto& [arguments, meant] : std::vector<std::pair<std::vector<std::string>, std::string>>{
                 {{"chekc", "x"}, "check"}, {{"check", "--fromat", "json"}, "--format"}, {{"explain", "T3O1"}, "T301"},
                 {{"check", "--select", "totls", "reports"}, "totals"}, {{"check", "--format", "jsno", "reports"}, "json"},
                 {{"check", "reports/hekuo-2023.txt"}, "reports/hekou-2023.txt"}, {{"check", "report"}, "reports"}}) {
            const Outcome outcome = run(Call{arguments, {}, folder.path(), {}});
            CAPTURE(outcome.err);
            CHECK(outcome.status == 2);
            CHECK(outcome.says("是否指 " + meant + "？"));
        }
    }
}

TEST_SUITE("colour") {
    TEST_CASE("--color, NO_COLOR") {
        const std::string report = fixture("reports/hekou-2023.txt");
        CHECK(run({"check", "--color", "always", report}).shows("\x1b["));
        CHECK(run({"check", "--color=never", report}).out.find('\x1b') == std::string::npos);
        CHECK(run({"check", report}).out.find('\x1b') == std::string::npos);
        CHECK(run(Call{{"check", "--color", "always", report}, {}, {}, {"NO_COLOR=1"}}).shows("\x1b["));
        CHECK(run({"check", "--color", "always", "--format", "json", report}).out.find('\x1b') == std::string::npos);
        CHECK(run({"check", "--color", "sometimes", report}).status == 2);
    }
}

TEST_SUITE("statistics") {
    TEST_CASE("by rule and, as a grading, by agency") {
        const Outcome outcome = run({"check", "--isolated", "--statistics", fixture("reports")});
        CHECK(outcome.says("C405"));
        CHECK(outcome.says("云岭县河口镇人民政府  · C"));
        CHECK(outcome.says("2021  云岭县人民政府办公室"));
        const Outcome json = run({"check", "--isolated", "--format", "json", fixture("reports")});
        CHECK(json.shows("\"agencies\":[{\"agency\":\"云岭县"));
    }
}
