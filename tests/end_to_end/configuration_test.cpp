// SPDX-License-Identifier: Apache-2.0
// gouji.toml, gouji.waivers.toml and baselines, as an office uses them.
#include <doctest/doctest.h>

#include "tests/end_to_end/child.hpp"

using namespace end_to_end;

namespace {

// A folder with one flawed report in a sub-folder.
class Office : public Folder {
public:
    Office() { write("2023/hekou.txt", read(fixture("reports/hekou-2023.txt"))); }
    [[nodiscard]] Outcome check(std::vector<std::string> more = {}) const {
        std::vector<std::string> arguments{"check", "--format", "json", "2023"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(Call{arguments, {}, path(), {}});
    }
    [[nodiscard]] Outcome config() const { return run(Call{{"config"}, {}, path(), {}}); }
};

}  // namespace

TEST_SUITE("configuration") {
    TEST_CASE("the nearest file above the input decides") {
        const Office office;
        office.write("gouji.toml", "ignore = [\"W601\"]\n");
        CHECK_FALSE(office.check().shows("W601"));
        office.write("2023/gouji.toml", "");
        CHECK(office.check().shows("W601"));
        CHECK(office.check({"--config", "gouji.toml"}).shows("W601") == false);
        CHECK(office.check({"--isolated"}).shows("W601"));
    }
    TEST_CASE("severities, and options of the command line over them") {
        const Office office;
        office.write("gouji.toml", "select = [\"W601\"]\n[rules.W601]\nseverity = \"error\"\n");
        CHECK(office.check({"--fail-on", "error"}).status == 1);
        CHECK(office.check({"--fail-on", "error", "--severity", "W601=note"}).status == 0);
        CHECK(office.check({"--select", "T301"}).shows("T301"));
    }
    TEST_CASE("fail_on, format") {
        const Office office;
        office.write("gouji.toml", "fail_on = \"never\"\nformat = \"csv\"\n");
        CHECK(office.check().status == 0);
        CHECK(run(Call{{"check", "2023"}, {}, office.path(), {}}).shows(","));
    }
    TEST_CASE("overrides by file and year") {
        const Office office;
        office.write("2022/hekou.txt", read(fixture("reports/hekou-2023.txt")));
        office.write("gouji.toml", "[[overrides]]\nfiles = [\"2022/**\"]\nignore = [\"ALL\"]\n");
        CHECK(run(Call{{"check", "2022"}, {}, office.path(), {}}).status == 0);
        CHECK(office.check().status == 1);
        office.write("gouji.toml", "[[overrides]]\nyears = [2023]\nignore = [\"ALL\"]\n");
        CHECK(office.check().status == 0);
    }
    TEST_CASE("what is unknown is told with its place and the nearest name; the check goes on") {
        const Office office;
        for (const auto& [toml, place, near] : {std::tuple{"slect = []\n", "gouji.toml:1:1", "select"},
                                                {"\nignore = [\"W6O1\"]\n", "gouji.toml:2:11", "W601"},
                                                {"[rules.T3011]\nseverity = \"note\"\n", "gouji.toml:1", "T301"},
                                                {"[rules.S112]\nlimt = 3\n", "gouji.toml:2", "limit"},
                                                {"lang = \"cn\"\n", "gouji.toml:1", "zh"}}) {
            CAPTURE(toml);
            office.write("gouji.toml", toml);
            const Outcome outcome = office.check();
            CHECK(outcome.status == 2);
            CHECK(outcome.says(place));
            CHECK(outcome.says(near));
            CHECK(outcome.shows("T301"));
        }
    }
    TEST_CASE("gouji config names the origin of each value") {
        const Office office;
        office.write("gouji.toml", "fail_on = \"error\"\n[rules.W601]\nseverity = \"note\"\n");
        const Outcome outcome = office.config();
        CHECK(outcome.status == 0);
        CHECK(outcome.shows("fail_on = \"error\""));
        CHECK(outcome.shows("# gouji.toml:1"));
        CHECK(outcome.shows("# gouji.toml:3"));
    }
}

TEST_SUITE("waivers") {
    TEST_CASE("a waived finding is left out, and shown on demand with its reason") {
        const Office office;
        office.write("gouji.waivers.toml", "[[waivers]]\nrule = \"W601\"\nfiles = \"2023/*.txt\"\nreason = \"原文如此\"\n");
        CHECK_FALSE(office.check({"--select", "W601"}).shows("\"W601\""));
        CHECK(office.check({"--select", "W601"}).status == 0);
        CHECK(office.check({"--select", "W601", "--show-suppressed"}).shows("原文如此"));
    }
    TEST_CASE("one that waives nothing, or is past its day, is a finding") {
        const Office office;
        office.write("gouji.waivers.toml", "[[waivers]]\nrule = \"W602\"\nreason = \"x\"\n");
        CHECK(office.check({"--select", "W602"}).shows("waiver-unused"));
        office.write("gouji.waivers.toml", "[[waivers]]\nrule = \"W601\"\nreason = \"x\"\nuntil = 2020-01-31\n");
        CHECK(office.check({"--select", "W601"}).shows("waiver-expired"));
        CHECK(office.check({"--select", "W601"}).shows("\"W601\""));
    }
    TEST_CASE("one without a reason is a problem and waives nothing") {
        const Office office;
        office.write("gouji.waivers.toml", "[[waivers]]\nrule = \"W601\"\n");
        const Outcome outcome = office.check({"--select", "W601"});
        CHECK(outcome.status == 2);
        CHECK(outcome.says("gouji.waivers.toml:1"));
        CHECK(outcome.shows("waiver-malformed"));
        CHECK(outcome.shows("\"W601\""));
    }
}

TEST_SUITE("baseline") {
    TEST_CASE("known findings pass, new ones fail") {
        const Office office;
        CHECK(office.check({"--write-baseline", "known.json"}).status == 0);
        CHECK(office.check({"--baseline", "known.json"}).status == 0);
        std::string changed = read(office / "2023/hekou.txt");
        changed.replace(changed.find("总体情况较好"), 0, "。。");
        office.write("2023/hekou.txt", "\n\n" + changed);
        const Outcome outcome = office.check({"--baseline", "known.json", "--select", "W601"});
        CHECK(outcome.status == 1);
    }
    TEST_CASE("what is no baseline is a problem") {
        const Office office;
        office.write("known.json", "[1, 2");
        const Outcome outcome = office.check({"--baseline", "known.json"});
        CHECK(outcome.status == 2);
        CHECK(outcome.says("known.json"));
    }
}
