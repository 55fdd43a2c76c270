// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "engine/config/configuration.hpp"

using namespace gouji;
namespace fs = std::filesystem;

namespace {

// A folder of its own, removed behind the test.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "gouji-config-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = fs::canonical(name);
    }
    ~Folder() { fs::remove_all(path_); }
    fs::path write(const std::string& name, const std::string& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream{path_ / name} << text;
        return path_ / name;
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

config::Configuration read(const Folder& folder, const std::string& toml, text::Problems& problems) {
    return config::read_configuration(folder.write("gouji.toml", toml), problems);
}

text::Problem only_problem(const std::string& toml) {
    const Folder folder;
    text::Problems problems;
    (void)read(folder, toml, problems);
    REQUIRE(problems.size() == 1);
    return problems.front();
}

}  // namespace

TEST_SUITE("configuration") {
    TEST_CASE("values and where they came from") {
        const Folder folder;
        text::Problems problems;
        const auto configuration = read(folder,
                                        "lang = \"en\"\n"
                                        "select = [\"T\", \"claim-received\"]\n"
                                        "packs = [\"local\"]\n"
                                        "[rules.S112]\n"
                                        "severity = \"warning\"\n"
                                        "limit = 1200\n",
                                        problems);
        CHECK(problems.empty());
        REQUIRE(configuration.lang.has_value());
        CHECK(configuration.lang->value == "en");
        CHECK(configuration.lang->origin.line == 1);
        REQUIRE(configuration.choice.select.has_value());
        CHECK(configuration.choice.select->at(1).value == "claim-received");
        CHECK(configuration.choice.select->at(1).origin.column == 16);
        CHECK(configuration.packs.at(0).value == (folder.path() / "local").generic_string());
        const config::RuleSetting& rule = configuration.choice.rules.at(0);
        CHECK(rule.rule.value == "S112");
        CHECK(rule.severity->value == "warning");
        CHECK(rule.options.at(0).name == "limit");
        CHECK(std::get<std::int64_t>(rule.options.at(0).value) == 1200);
        CHECK(rule.options.at(0).origin.line == 6);
    }
    TEST_CASE("an unknown key is told with line, column and the nearest known one") {
        const text::Problem problem = only_problem("lang = \"zh\"\nslect = [\"T\"]\n");
        CHECK(problem.line == 2);
        CHECK(problem.column == 1);
        CHECK(problem.message.en.find("select") != std::string::npos);
        CHECK(problem.excerpt == "slect = [\"T\"]");
    }
    TEST_CASE("a value of another type, a word that is no choice, what is no TOML") {
        CHECK(only_problem("jobs = \"many\"\n").line == 1);
        CHECK(only_problem("fail_on = \"warnings\"\n").message.en.find("warning") != std::string::npos);
        CHECK(only_problem("jobs = \n").line == 1);
    }
    TEST_CASE("extends: the nearer file wins, paths belong to the file they stand in") {
        const Folder folder;
        folder.write("base/gouji.toml", "lang = \"en\"\nfail_on = \"note\"\npacks = [\"p\"]\nignore = [\"W\"]\n");
        text::Problems problems;
        const auto configuration = read(folder, "extends = \"base/gouji.toml\"\nfail_on = \"error\"\nignore = [\"P505\"]\n", problems);
        CHECK(problems.empty());
        CHECK(configuration.fail_on->value == "error");
        CHECK(configuration.lang->value == "en");
        CHECK(configuration.packs.at(0).value == (folder.path() / "base/p").generic_string());
        CHECK(configuration.choice.ignore.size() == 2);
        CHECK(configuration.files.size() == 2);
        CHECK(configuration.files.front().find("base") == std::string::npos);
    }
    TEST_CASE("a circle of extends ends") {
        const Folder folder;
        text::Problems problems;
        (void)read(folder, "extends = \"gouji.toml\"\n", problems);
        CHECK_FALSE(problems.empty());
        CHECK(problems.size() <= 2);
    }
    TEST_CASE("a base that does not exist") { CHECK(only_problem("extends = \"nowhere.toml\"\n").file.find("nowhere.toml") != std::string::npos); }
    TEST_CASE("overrides") {
        const Folder folder;
        text::Problems problems;
        const auto configuration = read(folder, "[[overrides]]\nfiles = [\"2019/**\"]\nyears = [2019, 2020]\nignore = [\"P509\"]\n[overrides.rules.T]\nseverity = \"off\"\n", problems);
        CHECK(problems.empty());
        const config::Override& entry = configuration.overrides.at(0);
        CHECK(entry.files.at(0) == "2019/**");
        CHECK(entry.years == std::vector<std::int64_t>{2019, 2020});
        CHECK(entry.choice.rules.at(0).severity->value == "off");
    }
    TEST_CASE("searched upward, the nearest wins") {
        const Folder folder;
        folder.write("gouji.toml", "");
        folder.write("a/b/report.txt", "");
        CHECK(config::find_configuration(folder.path() / "a/b/report.txt") == folder.path() / "gouji.toml");
        folder.write("a/.gouji.toml", "");
        CHECK(config::find_configuration(folder.path() / "a/b/report.txt") == folder.path() / "a/.gouji.toml");
        CHECK(config::find_configuration(folder.path() / "a") == folder.path() / "a/.gouji.toml");
        CHECK_FALSE(config::find_waivers(folder.path() / "a/b").has_value());
    }
}

TEST_SUITE("waiver file") {
    TEST_CASE("a whole waiver") {
        text::Problems problems;
        const auto waivers = config::read_waivers(
            "[[waivers]]\nrule = \"T301\"\nfiles = \"2020/*.txt\"\nfigure = \"applications.balance.total\"\nreason = \"已核实\"\nuntil = 2026-03-31\n", "w.toml",
            "2020", problems);
        CHECK(problems.empty());
        REQUIRE(waivers.size() == 1);
        CHECK(waivers[0].rule == "T301");
        CHECK(waivers[0].folder == "2020");
        CHECK(waivers[0].last_day == finding::Day{2026, 3, 31});
        CHECK(waivers[0].span.begin == 0);
    }
    TEST_CASE("one without a reason, with a day that does not exist, with an unknown key: named, kept with its fault") {
        for (const char* wrong : {"[[waivers]]\nrule = \"T301\"\n", "[[waivers]]\nrule = \"T301\"\nreason = \"  \"\n",
                                  "[[waivers]]\nrule = \"T301\"\nreason = \"x\"\nuntil = \"2026-02-30\"\n",
                                  "[[waivers]]\nrule = \"T301\"\nreason = \"x\"\nfile = \"a\"\n"}) {
            CAPTURE(wrong);
            text::Problems problems;
            const std::string right = "[[waivers]]\nrule = \"T302\"\nreason = \"x\"\n";
            const auto waivers = config::read_waivers(wrong + right, "w.toml", "", problems);
            CHECK(problems.size() == 1);
            CHECK(problems.at(0).file == "w.toml");
            REQUIRE(waivers.size() == 2);
            CHECK(waivers[0].fault.zh == problems.at(0).message.zh);
            CHECK(waivers[1].fault.zh.empty());
            CHECK(waivers[1].rule == "T302");
        }
    }
}
