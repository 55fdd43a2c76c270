// SPDX-License-Identifier: Apache-2.0
// Every key of gouji.toml, every variable and their options: what is set where, and which one wins.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/end_to_end/child.hpp"

using namespace end_to_end;

namespace {

class Desk : public Folder {
public:
    Desk() { write("a.txt", read(fixture("reports/hekou-2023.txt"))); }
    [[nodiscard]] Outcome check(std::vector<std::string> arguments = {}, std::vector<std::string> variables = {}) const {
        arguments.insert(arguments.begin(), {"check", "a.txt"});
        return run(Call{arguments, {}, path(), variables});
    }
    [[nodiscard]] Outcome config(std::vector<std::string> arguments = {}, std::vector<std::string> variables = {}) const {
        arguments.insert(arguments.begin(), "config");
        return run(Call{arguments, {}, path(), variables});
    }
};

}  // namespace

TEST_SUITE("--select-expr") {
    TEST_CASE("names, ids, families, packs and severities with and, or, not and parentheses") {
        const Desk desk;
        const Outcome totals = desk.check({"--select-expr", "totals and not note"});
        CHECK(totals.shows("T301"));
        CHECK_FALSE(totals.shows("W601"));
        CHECK(desk.check({"--select-expr", "W601 or applications-balance"}).shows("W601"));
        CHECK(desk.check({"--select-expr", "not (totals or claims) and official and warning"}).shows("S104"));
        CHECK_FALSE(desk.check({"--select-expr", "not (totals or claims) and official and warning"}).shows("P509"));
        CHECK(desk.check({"--select-expr", "note and error"}).status == 0);
        CHECK(desk.check({"--severity", "W601=note", "--select-expr", "note", "--fail-on", "note"}).shows("W601"));
        CHECK(desk.check({"--select", "T", "--select-expr", "not T301"}).shows("T303"));
    }
    TEST_CASE("what is wrong with one is told, with the nearest name") {
        const Desk desk;
        for (const auto& [expression, said] : {std::pair{"totls", "totals"}, {"(totals", "右括号"}, {"totals and", "此处应有"}, {"T301 T302", "多出"}, {"not", "此处应有"}}) {
            CAPTURE(expression);
            const Outcome outcome = desk.check({"--select-expr", expression});
            CHECK(outcome.status == 2);
            CHECK(outcome.says(said));
        }
        CHECK(desk.check({"--select-expr", std::string(300, '(')}).status == 2);
    }
    TEST_CASE("in gouji.toml, and the command line over it") {
        const Desk desk;
        desk.write("gouji.toml", "select_expr = \"writing\"\n");
        CHECK(desk.check().shows("W601"));
        CHECK_FALSE(desk.check().shows("T301"));
        CHECK(desk.check({"--select-expr", "totals"}).shows("T301"));
        desk.write("gouji.toml", "select_expr = \"writng\"\n");
        CHECK(desk.check().says("gouji.toml:1:15"));
        CHECK(desk.check().says("writing"));
    }
}

TEST_SUITE("keys") {
    TEST_CASE("extends: the nearer file wins") {
        const Desk desk;
        desk.write("base.toml", "fail_on = \"never\"\nignore = [\"W601\"]\n");
        desk.write("gouji.toml", "extends = \"base.toml\"\n");
        CHECK(desk.check().status == 0);
        CHECK_FALSE(desk.check().shows("W601"));
        desk.write("gouji.toml", "extends = [\"base.toml\"]\nfail_on = \"error\"\n");
        CHECK(desk.check().status == 1);
        CHECK(desk.config().shows("# base.toml:2"));
        desk.write("base.toml", "extends = \"gouji.toml\"\n");
        CHECK(desk.check().status == 2);
    }
    TEST_CASE("lang and color, unless the command line or a variable says") {
        const Desk desk;
        desk.write("gouji.toml", "lang = \"en\"\ncolor = \"always\"\n");
        CHECK(desk.check().says("report(s) checked"));
        CHECK(desk.check().shows("\x1b["));
        CHECK(desk.check({}, {"LANG=zh_CN.UTF-8"}).says("report(s) checked"));
        CHECK(desk.check({"--lang", "zh"}).says("检查了"));
        CHECK(desk.check({}, {"GOUJI_LANG=zh"}).says("检查了"));
        CHECK_FALSE(desk.check({"--color", "never"}).shows("\x1b["));
        CHECK_FALSE(desk.check({}, {"GOUJI_COLOR=never"}).shows("\x1b["));
        CHECK_FALSE(desk.check({"--isolated"}).shows("\x1b["));
    }
    TEST_CASE("jobs, official_pack, packs") {
        const Desk desk;
        desk.write("gouji.toml", "jobs = 1\n");
        CHECK(desk.check().status == 1);
        desk.write("gouji.toml", "jobs = 0\n");
        CHECK(desk.check().status == 2);
        desk.write("gouji.toml", "official_pack = false\n");
        CHECK_FALSE(desk.check().shows("T301"));
        CHECK(run(Call{{"new", "pack", "ours"}, {}, desk.path(), {}}).status == 0);
        desk.write("gouji.toml", "packs = [\"ours\"]\n");
        CHECK(run(Call{{"rules"}, {}, desk.path(), {}}).shows("ours/"));
    }
    TEST_CASE("baseline and waivers") {
        const Desk desk;
        CHECK(desk.check({"--write-baseline", "known.json"}).status == 0);
        desk.write("gouji.toml", "baseline = \"known.json\"\n");
        CHECK(desk.check().status == 0);
        desk.write("our.toml", "[[waivers]]\nrule = \"W601\"\nfiles = \"a.txt\"\nsection = \"overview\"\nreason = \"x\"\nuntil = 2099-01-31\napprover = \"张三\"\n");
        desk.write("gouji.toml", "waivers = \"our.toml\"\nselect = [\"W601\"]\n");
        CHECK(desk.check().status == 0);
        CHECK(desk.check({"--waivers", "none.toml"}).status == 2);
    }
    TEST_CASE("overrides by level of the agency, which the pack tells from its name") {
        const Desk desk;
        desk.write("gouji.toml", "[[overrides]]\nlevels = [\"township\"]\nignore = [\"ALL\"]\n");
        CHECK(desk.check().status == 0);
        desk.write("gouji.toml", "[[overrides]]\nlevels = [\"county\", \"department\"]\nignore = [\"ALL\"]\n");
        CHECK(desk.check().status == 1);
        desk.write("gouji.toml", "[[overrides]]\nlevels = \"townsip\"\n");
        CHECK(desk.check().status == 2);
        CHECK(desk.check().says("gouji.toml:2"));
        CHECK(desk.check().says("township"));
    }
    TEST_CASE("an override may have severities, options and an expression") {
        const Desk desk;
        desk.write("gouji.toml", "[[overrides]]\nyears = 2023\nselect_expr = \"writing\"\n[overrides.rules.W601]\nseverity = \"error\"\n");
        const Outcome outcome = desk.check({"--fail-on", "error"});
        CHECK(outcome.status == 1);
        CHECK_FALSE(outcome.shows("T301"));
        CHECK(desk.config().shows("select_expr = \"writing\""));
    }
}

TEST_SUITE("environment") {
    TEST_CASE("a variable stands in for its option, over gouji.toml and under the command line") {
        const Desk desk;
        desk.write("gouji.toml", "format = \"csv\"\nfail_on = \"note\"\n");
        CHECK(desk.check({}, {"GOUJI_FORMAT=json"}).out.starts_with("{"));
        CHECK(desk.check({"--format", "sarif"}, {"GOUJI_FORMAT=json"}).shows("sarif"));
        CHECK(desk.check({}, {"GOUJI_FAIL_ON=never"}).status == 0);
        CHECK(desk.check({}, {"GOUJI_FAIL_ON=sometimes"}).status == 2);
        CHECK(desk.check({}, {"GOUJI_JOBS=x"}).status == 2);
        CHECK(desk.check({}, {"GOUJI_JOBS=2", "GOUJI_SELECT=W601,T301"}).shows("W601"));
        CHECK_FALSE(desk.check({}, {"GOUJI_SELECT=W601,T301"}).shows("S104"));
        CHECK_FALSE(desk.check({}, {"GOUJI_IGNORE=W601"}).shows("W601"));
        CHECK_FALSE(desk.check({}, {"GOUJI_SELECT_EXPR=totals"}).shows("W601"));
        CHECK(desk.check({}, {"GOUJI_SEVERITY=W601=note", "GOUJI_FORMAT=json", "GOUJI_SELECT=W601"}).shows("\"note\""));
        CHECK(desk.check({}, {"GOUJI_BASELINE=none.json"}).status == 2);
        CHECK(desk.check({}, {"GOUJI_WAIVERS=none.toml"}).status == 2);
        CHECK(desk.check({}, {"GOUJI_PACK=none"}).status == 2);
        CHECK(desk.check({}, {"GOUJI_CONFIG=none.toml"}).status == 2);
        CHECK(run(Call{{"parse", "a.txt"}, {}, desk.path(), {"GOUJI_FORMAT=sarif"}}).status == 0);
    }
    TEST_CASE("gouji config names the variable or the option") {
        const Desk desk;
        desk.write("gouji.toml", "fail_on = \"note\"\nlang = \"zh\"\n");
        const Outcome outcome = desk.config({"--ignore", "W602"}, {"GOUJI_FAIL_ON=error", "GOUJI_SELECT=T", "GOUJI_LANG=en"});
        CHECK(outcome.shows("# GOUJI_FAIL_ON"));
        CHECK(outcome.shows("select = [\"T\"]                               # GOUJI_SELECT"));
        CHECK(outcome.shows("# --ignore"));
        CHECK(outcome.shows("lang = \"en\"                                  # GOUJI_LANG"));
        CHECK(outcome.shows("# default"));
    }
}

TEST_SUITE("baseline") {
    TEST_CASE("--prune-baseline takes out what is gone, and only of reports that were checked") {
        const Desk desk;
        desk.write("b.txt", read(fixture("reports/yunling-office-2021.txt")));
        CHECK(run(Call{{"check", "--write-baseline", "known.json", "a.txt", "b.txt"}, {}, desk.path(), {}}).status == 0);
        const std::string whole = read(desk / "known.json");
        desk.write("a.txt", read(fixture("reports/hekou-2023.txt")));
        CHECK(desk.check({"--fix", "--baseline", "known.json"}).status == 0);
        std::string report = read(desk / "a.txt");
        report.replace(report.find("、、"), 3, "");
        desk.write("a.txt", report);
        CHECK(desk.check({"--baseline", "known.json"}).shows("G803"));
        const Outcome pruned = desk.check({"--baseline", "known.json", "--prune-baseline"});
        CHECK(pruned.status == 0);
        CHECK_FALSE(pruned.shows("G803"));
        const std::string left = read(desk / "known.json");
        CHECK(left.find("W601") == std::string::npos);
        CHECK(left.size() < whole.size());
        CHECK(left.find("云岭县人民政府办公室") != std::string::npos);
        CHECK_FALSE(desk.check({"--baseline", "known.json"}).shows("G803"));
        CHECK(desk.check({"--prune-baseline"}).status == 2);
    }
    TEST_CASE("fingerprints survive other file names and orders, moved lines and other layouts") {
        const Desk desk;
        CHECK(desk.check({"--write-baseline", "known.json"}).status == 0);
        const std::string report = read(desk / "a.txt");
        std::string piped;
        bool in_table = false;
        for (std::size_t at = 0; at < report.size();) {
            const std::size_t end = std::min(report.find('\n', at), report.size());
            std::string line = report.substr(at, end - at);
            const bool table = line.find('\t') != std::string::npos;
            if (table) {
                for (std::size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t', tab + 3)) line.replace(tab, 1, " | ");
                line = "| " + line + " |";
            }
            piped += (table && !in_table ? "\n" : "") + line + "\n";
            in_table = table;
            at = end + 1;
        }
        for (const std::string& other : {std::string{"\n\n\n\n"} + report, piped}) {
            std::filesystem::remove(desk / "a.txt");
            desk.write("z/other-name.txt", other);
            desk.write("a/first.txt", read(fixture("reports/qingshi-2022.txt")));
            const Outcome outcome = run(Call{{"check", "--baseline", "known.json", "--select", "T,C,S,P,W", "z", "a"}, {}, desk.path(), {}});
            CAPTURE(outcome.out);
            CHECK(outcome.status == 0);
        }
    }
}
