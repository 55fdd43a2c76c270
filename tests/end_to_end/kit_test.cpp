// SPDX-License-Identifier: Apache-2.0
// What a rule editor does: a pack from a template, a rule in it, its cases; the reference made from rules.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/end_to_end/child.hpp"

using namespace end_to_end;

namespace {

Outcome in(const Folder& folder, std::vector<std::string> arguments) { return run(Call{std::move(arguments), {}, folder.path(), {}}); }

}  // namespace

TEST_SUITE("new") {
    TEST_CASE("a pack and a rule work as they are written") {
        const Folder folder;
        const Outcome pack = in(folder, {"new", "pack", "ningxia"});
        CHECK(pack.status == 0);
        CHECK(pack.shows("ningxia/pack.toml"));
        const Outcome rule = in(folder, {"new", "rule", "window-missing", "--pack", "ningxia"});
        CHECK(rule.status == 0);
        CHECK(rule.shows("window-missing.lua"));
        const Outcome tested = in(folder, {"test", "ningxia"});
        CHECK_MESSAGE(tested.status == 0, tested.out, tested.err);
        CHECK(in(folder, {"rules", "--pack", "ningxia"}).shows("ningxia/L002"));
    }
    TEST_CASE("never over what is there, never outside a pack, never under an odd name") {
        const Folder folder;
        CHECK(in(folder, {"new", "pack", "ningxia"}).status == 0);
        CHECK(in(folder, {"new", "pack", "ningxia"}).status == 2);
        CHECK(in(folder, {"new", "rule", "some-rule"}).says("pack.toml"));
        CHECK(in(folder, {"new", "rule", "Some Rule", "--pack", "ningxia"}).status == 2);
        CHECK(in(folder, {"new", "rule", "some-rule", "--pack", "ningxia", "--id", "L9"}).status == 2);
        CHECK(in(folder, {"new", "table", "x"}).status == 2);
    }
}

TEST_SUITE("test") {
    TEST_CASE("a rule that does not keep its word has status 1 and is shown") {
        const Folder folder;
        CHECK(in(folder, {"new", "pack", "ningxia"}).status == 0);
        for (const auto& entry : std::filesystem::recursive_directory_iterator{folder.path()}) {
            if (entry.path().extension() != ".lua") continue;
            std::string text = read(entry.path());
            const std::size_t body = text.find("check = function");
            text = text.substr(0, body) + "check = function() end,\n}\n";
            folder.write(entry.path().lexically_relative(folder.path()).string(), text);
        }
        const Outcome tested = in(folder, {"test", "ningxia"});
        CHECK(tested.status == 1);
        CHECK(tested.shows(".case"));
    }
    TEST_CASE("a folder that is no pack has status 2") {
        const Folder folder;
        CHECK(in(folder, {"test", "."}).status == 2);
        CHECK(in(folder, {"test"}).status == 2);
    }
}

TEST_SUITE("reference") {
    TEST_CASE("a page for each rule, and an index") {
        const Folder folder;
        CHECK(run({"rules", "--isolated", "--write-docs", folder / "docs"}).status == 0);
        CHECK(read(folder / "docs/T301.md").find("applications-balance") != std::string::npos);
        CHECK(read(folder / "docs/README.md").find("[T301](T301.md)") != std::string::npos);
    }
    TEST_CASE("rules as JSON") {
        const Outcome outcome = run({"rules", "--format", "json", "--select", "T301"});
        CHECK(outcome.status == 0);
        CHECK(outcome.shows("\"id\": \"T301\""));
        CHECK(run({"rules", "--format", "json", "--ignore", "ALL"}).out == "[]\n");
    }
}
