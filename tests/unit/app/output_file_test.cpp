// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "engine/app/output_file.hpp"
#include "engine/app/outputs.hpp"
#include "engine/app/problem_log.hpp"

using namespace gouji;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& file) {
    std::ifstream stream{file};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

}  // namespace

TEST_SUITE("output file") {
    TEST_CASE("appears whole, or not at all") {
        std::string name = (fs::temp_directory_path() / "gouji-output-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        const fs::path folder = name, file = folder / "out";
        {
            auto output = app::OutputFile::open(file.string());
            REQUIRE(output.has_value());
            output->write("half");
            CHECK_FALSE(fs::exists(file));
        }
        CHECK(fs::is_empty(folder));
        REQUIRE(app::write_file(file.string(), "whole").has_value());
        CHECK(read(file) == "whole");
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
        REQUIRE(app::write_file(file.string(), "anew").has_value());
        CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read));
        fs::create_symlink("out", folder / "link");
        REQUIRE(app::write_file((folder / "link").string(), "through").has_value());
        CHECK(fs::is_symlink(folder / "link"));
        CHECK(read(file) == "through");
        fs::remove_all(folder);
    }
    TEST_CASE("a folder that is not there is a problem") { CHECK_FALSE(app::write_file("/no/such/folder/x", "").has_value()); }
}

TEST_SUITE("output targets") {
    TEST_CASE("one, several, unknown") {
        const auto one = app::output_targets("", {});
        REQUIRE(one.has_value());
        CHECK(one->front().format == "text");
        CHECK(one->front().file.empty());
        const auto two = app::output_targets("json", {"sarif=a=b.sarif", "plain"});
        REQUIRE(two.has_value());
        CHECK(two->at(0).format == "sarif");
        CHECK(two->at(0).file == "a=b.sarif");
        CHECK(two->at(1).format == "json");
        CHECK(two->at(1).file == "plain");
        CHECK(app::output_targets("srif", {}).error().message.en.find("sarif") != std::string::npos);
    }
}

TEST_SUITE("problem log") {
    TEST_CASE("a rule that fails again and again is one problem") {
        app::ProblemLog log;
        text::Problem problem;
        problem.subject = "X1";
        problem.message = {"失败", "failed"};
        log.add_failure(problem, "a.txt");
        CHECK(log.problems().at(0).message.en == "failed (while checking a.txt)");
        log.add_failure(problem, "b.txt");
        log.add_failure(problem, "c.txt");
        problem.subject = "X2";
        log.add_failure(problem, "a.txt");
        REQUIRE(log.problems().size() == 2);
        CHECK(log.problems().at(0).message.en == "failed (while checking a.txt and 2 more)");
        CHECK(log.problems().at(1).message.en == "failed (while checking a.txt)");
    }
}
