// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/unit/load_pack.hpp"

using namespace gouji;
namespace fs = std::filesystem;

namespace {

// A pack's folder that goes away with the test.
class PackFolder {
public:
    PackFolder() : root_{fs::temp_directory_path() / ("gouji-pack-" + std::to_string(++count_) + "-" + std::to_string(::getpid()))} {
        fs::create_directories(root_);
    }
    ~PackFolder() { fs::remove_all(root_); }
    PackFolder(const PackFolder&) = delete;
    PackFolder& operator=(const PackFolder&) = delete;

    void write(const std::string& path, const std::string& content) const {
        fs::create_directories((root_ / path).parent_path());
        std::ofstream{root_ / path} << content;
    }
    [[nodiscard]] const fs::path& root() const { return root_; }

private:
    static inline int count_ = 0;
    fs::path root_;
};

constexpr auto description = "name = \"demo\"\nversion = \"1.0\"\ntitle = \"示例\"\n";

}  // namespace

TEST_SUITE("pack") {
    TEST_CASE("rules and library are told apart and sorted, cases are left out") {
        const PackFolder folder;
        folder.write("pack.toml", description);
        folder.write("totals/b.lua", "return 2");
        folder.write("totals/a.lua", "return 1");
        folder.write("lib/law.lua", "return {}");
        folder.write("cases/totals/case.lua", "return 3");
        folder.write("totals/notes.txt", "");
        text::Problems problems;
        const auto pack = tests::load_pack(folder.root(), problems);
        REQUIRE(pack.has_value());
        CHECK(problems.empty());
        CHECK(pack->name == "demo");
        CHECK(pack->title.zh == "示例");
        REQUIRE(pack->rules.size() == 2);
        CHECK(pack->rules[0].path == "totals/a.lua");
        CHECK(pack->rules[0].text == "return 1");
        CHECK(pack->rules[1].path == "totals/b.lua");
        REQUIRE(pack->library.size() == 1);
        CHECK(pack->library[0].path == "lib/law.lua");
    }
    TEST_CASE("a format or lexicon that fails becomes a problem, the rest is loaded") {
        const PackFolder folder;
        folder.write("pack.toml", description);
        folder.write("formats/broken.toml", "id = ");
        folder.write("claims.toml", "unknown = 1\n");
        folder.write("a/rule.lua", "return 1");
        text::Problems problems;
        const auto pack = tests::load_pack(folder.root(), problems);
        REQUIRE(pack.has_value());
        CHECK(pack->rules.size() == 1);
        REQUIRE(problems.size() == 2);
        CHECK(problems[0].file == (folder.root() / "formats/broken.toml").string());
        CHECK(problems[0].line == 1);
        CHECK(problems[1].file == (folder.root() / "claims.toml").string());
        CHECK(problems[1].message.zh == "未知的键“unknown”");
    }
    TEST_CASE("without pack.toml, or with a wrong one, there is no pack") {
        const PackFolder folder;
        text::Problems problems;
        const auto missing = tests::load_pack(folder.root(), problems);
        REQUIRE_FALSE(missing.has_value());
        CHECK(missing.error().message.en == "not a rule pack: there is no pack.toml");
        folder.write("pack.toml", "name = \"demo\"\nverzion = \"1\"\n");
        const auto wrong = tests::load_pack(folder.root(), problems);
        REQUIRE_FALSE(wrong.has_value());
        CHECK(wrong.error().line != 0);
    }
    TEST_CASE("the official pack loads without a problem") {
        text::Problems problems;
        const auto pack = tests::load_pack(fs::path{GOUJI_ROOT} / "rules/official", problems);
        REQUIRE(pack.has_value());
        for (const auto& problem : problems) MESSAGE(problem.file << ":" << problem.line << ": " << problem.message.en);
        CHECK(problems.empty());
        CHECK(pack->formats.size() >= 2);
        CHECK(pack->lexicon.claims.size() > 40);
    }
}
