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
        CHECK(in(folder, {"new", "rule", "hotline-missing", "--pack", "ningxia"}).says("ningxia/L001"));
        CHECK(in(folder, {"new", "rule", "other-name", "--pack", "ningxia", "--id", "L001"}).says("ningxia/L001"));
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
    TEST_CASE("--only runs the cases of one rule, --update rewrites what they expect") {
        const Folder folder;
        CHECK(in(folder, {"new", "pack", "ningxia"}).status == 0);
        CHECK(in(folder, {"new", "rule", "window-missing", "--pack", "ningxia"}).status == 0);
        const std::string file = "ningxia/cases/L001.case";
        const std::string right = read(folder / file);
        std::string wrong = right;
        const std::size_t at = wrong.find("section:other at section:other");
        REQUIRE(at != std::string::npos);
        folder.write(file, wrong.replace(at, 13, "section:problems"));
        CHECK(in(folder, {"test", "ningxia"}).status == 1);
        CHECK(in(folder, {"test", "ningxia", "--only", "L002"}).status == 0);
        CHECK(in(folder, {"test", "ningxia", "--only", "L001"}).status == 1);
        CHECK(in(folder, {"test", "ningxia", "--update"}).shows("L001.case"));
        CHECK(in(folder, {"test", "ningxia"}).status == 0);
        CHECK(read(folder / file) == right);
    }
    TEST_CASE("a folder that is no pack has status 2") {
        const Folder folder;
        CHECK(in(folder, {"test", "."}).status == 2);
        CHECK(in(folder, {"test"}).status == 2);
    }
}

TEST_SUITE("packs") {
    const std::string demo = fixture("reports/qingshi-2022.txt");

    TEST_CASE("a lock holds until a file changes, comes or goes") {
        const Folder folder;
        CHECK(in(folder, {"new", "pack", "ningxia"}).status == 0);
        CHECK(in(folder, {"lock", "ningxia"}).shows("ningxia/pack.lock"));
        CHECK(in(folder, {"test", "ningxia"}).status == 0);
        const std::string rule = "ningxia/rules/L001-hotline-missing.lua";
        const std::string text = read(folder.path() / rule);
        folder.write(rule, text + "-- changed\n");
        const Outcome changed = in(folder, {"rules", "--pack", "ningxia", "--lang", "en"});
        CHECK(changed.status == 2);
        CHECK(changed.says("sha256 of rules/L001-hotline-missing.lua"));
        CHECK(!changed.shows("ningxia/L001"));
        CHECK(changed.shows("T301"));
        folder.write(rule, text);
        CHECK(in(folder, {"rules", "--pack", "ningxia"}).status == 0);
        folder.write("ningxia/rules/stray.lua", "return {}");
        CHECK(in(folder, {"rules", "--pack", "ningxia", "--lang", "en"}).says("rules/stray.lua is not in pack.lock"));
        std::filesystem::remove(folder.path() / "ningxia/rules/stray.lua");
        std::filesystem::remove(folder.path() / rule);
        CHECK(in(folder, {"rules", "--pack", "ningxia", "--lang", "en"}).says("lacks rules/L001-hotline-missing.lua"));
        CHECK(in(folder, {"lock", "nowhere"}).status == 2);
    }
    TEST_CASE("a pack for another engine is named and left out") {
        const Folder folder;
        folder.write("p/pack.toml", "name = \"p\"\nversion = \"1\"\nengine = \">=9\"\n");
        const Outcome outcome = in(folder, {"rules", "--pack", "p", "--lang", "en"});
        CHECK(outcome.status == 2);
        CHECK(outcome.says("p/pack.toml:3"));
        CHECK(outcome.says("needs engine >=9"));
        folder.write("p/pack.toml", "name = \"p\"\nversion = \"1\"\nengine = \"new\"\n");
        CHECK(in(folder, {"rules", "--pack", "p", "--lang", "en"}).says("engine has to be written"));
    }
    TEST_CASE("a pack extends another and sets its rules") {
        const Folder folder;
        folder.write("base/pack.toml", "name = \"base\"\nversion = \"1\"\n");
        CHECK(in(folder, {"new", "rule", "some-rule", "--pack", "base"}).status == 0);
        folder.write("p/pack.toml", "name = \"p\"\nversion = \"1\"\nextends = [\"../base\", \"official\"]\n[rules.\"base/L001\"]\nseverity = \"error\"\n[rules.T301]\nseverity = \"off\"\n");
        const Outcome outcome = in(folder, {"rules", "--pack", "p", "--no-official-pack"});
        CHECK_MESSAGE(outcome.status == 0, outcome.err);
        CHECK(outcome.shows("base/L001 error"));
        CHECK(outcome.shows("T302"));
        CHECK(!outcome.shows("T301"));
        folder.write("p/pack.toml", "name = \"p\"\nversion = \"1\"\nextends = [\"../none\"]\n[rules.T999]\nseverity = \"off\"\n");
        const Outcome wrong = in(folder, {"rules", "--pack", "p", "--lang", "en"});
        CHECK(wrong.status == 2);
        CHECK(wrong.says("../none"));
        CHECK(wrong.says("T999"));
    }
    TEST_CASE("a rule of a family that the pack does not name") {
        const Folder folder;
        folder.write("p/pack.toml", "name = \"p\"\nversion = \"1\"\nfamilies = [\"K\"]\n");
        CHECK(in(folder, {"new", "rule", "some-rule", "--pack", "p"}).status == 0);
        CHECK(in(folder, {"rules", "--pack", "p", "--lang", "en"}).says("family L of rule p/L001"));
    }
    TEST_CASE("the example pack runs beside the official one") {
        const Outcome outcome = run({"check", "--isolated", "--pack", GOUJI_ROOT "/rules/province", "--select", "province/L001", demo});
        CHECK(outcome.status == 1);
        CHECK(outcome.shows("province/L001"));
    }
}

TEST_SUITE("reference") {
    TEST_CASE("the basis shown is the one in force for the report's year") {
        const Outcome later = run({"check", "--isolated", fixture("reports/hekou-2023.txt")});
        CHECK(later.shows("2021〕30号"));
        CHECK(!later.shows("2019〕60号"));
    }
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
    TEST_CASE("what pack.toml sets for rules holds for the pack's cases, and those of the official pack are as ever") {
        const Folder folder;
        CHECK(in(folder, {"new", "pack", "ningxia"}).status == 0);
        const std::string pack = read(folder / "ningxia/pack.toml");
        const std::string rule = "id = \"L002\"\nname = \"fees-high\"\nseverity = \"note\"\ntitle = { zh = \"题\" }\nwhat = { zh = \"查\" }\nwhy = { zh = \"因\" }\n"
                                 "bad = { zh = \"坏\" }\ngood = { zh = \"好\" }\nadvice = { zh = \"改\" }\n[[range]]\nfigure = \"disclosure.fees.amount\"\nleast = 1000000\n"
                                 "message = { zh = \"少\" }\n";
        folder.write("ningxia/rules/L002-fees-high.toml", rule);
        folder.write("ningxia/cases/L002.case", "rule L002\n\ncase x\nbase 2021\nfind L002 disclosure.fees.amount\n");
        CHECK(in(folder, {"test", "ningxia", "--only", "L002"}).status == 0);
        folder.write("ningxia/pack.toml", pack + "[rules.\"ningxia/L002\"]\nseverity = \"off\"\n");
        CHECK(in(folder, {"test", "ningxia", "--only", "L002"}).status == 1);
        const Outcome shown = in(folder, {"config", "--pack", "ningxia"});
        CHECK(shown.shows("[rules.ningxia/L002]"));
        CHECK(shown.shows("severity = \"off\""));
        CHECK(shown.shows("pack.toml:"));
        folder.write("gouji.toml", "[rules.\"ningxia/L002\"]\nseverity = \"error\"\n");
        CHECK(in(folder, {"config", "--pack", "ningxia"}).shows("severity = \"error\""));
        CHECK_FALSE(in(folder, {"config", "--pack", "ningxia"}).shows("severity = \"off\""));
    }
    TEST_CASE("options that a pack sets hold in its cases, and a case may set them otherwise") {
        const Folder folder;
        folder.write("deep/pack.toml", "name = \"deep\"\nversion = \"0.1.0\"\nextends = [\"official\"]\n[rules.S112]\nlimit = 1\n");
        folder.write("deep/cases/S112.case", "rule S112\n\ncase short\nbase 2021\nfind S112 section:overview\n\ncase long\nbase 2021\noption limit = 5000\nsilent\n");
        CHECK(in(folder, {"test", "deep"}).status == 0);
        CHECK(in(folder, {"config", "--pack", "deep"}).shows("limit = 1"));
    }
    TEST_CASE("a figure that no format has is told when a rule in TOML is loaded, with its place and the nearest name") {
        const Folder folder;
        CHECK(in(folder, {"new", "pack", "ningxia"}).status == 0);
        folder.write("ningxia/rules/L002-fees-high.toml",
                     "id = \"L002\"\nname = \"fees-high\"\nseverity = \"note\"\ntitle = { zh = \"题\" }\nwhat = { zh = \"查\" }\nwhy = { zh = \"因\" }\n"
                     "bad = { zh = \"坏\" }\ngood = { zh = \"好\" }\nadvice = { zh = \"改\" }\n[[range]]\nfigure = \"disclosure.fee.amount\"\nmost = 1\nmessage = { zh = \"多\" }\n");
        const Outcome rules = in(folder, {"--lang", "en", "rules", "--pack", "ningxia"});
        CHECK(rules.says("L002-fees-high.toml:11"));
        CHECK(rules.says("disclosure.fees.amount"));
        CHECK(rules.says("figure = \"disclosure.fee.amount\""));
        CHECK_FALSE(rules.shows("ningxia/L002"));
    }
}
