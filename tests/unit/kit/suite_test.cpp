// SPDX-License-Identifier: Apache-2.0
#include "engine/kit/suite.hpp"

#include <unistd.h>

#include <fstream>
#include <set>

#include "engine/kit/mutation.hpp"
#include "engine/kit/template.hpp"
#include "engine/model/identity.hpp"
#include "unit/kit/kit_fixture.hpp"

using namespace gouji;
using namespace gouji::kit;
using namespace gouji::kit::testing;
namespace fs = std::filesystem;

namespace {

// A folder that goes when the test ends.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("gouji-kit-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }

    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((path / name).parent_path());
        std::ofstream{path / name, std::ios::binary} << text;
    }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream stream{path / name, std::ios::binary};
        return {std::istreambuf_iterator<char>{stream}, {}};
    }
};

}  // namespace

TEST_CASE("the base reports are clean") {
    const auto kit = make_kit({rule("L001", balance_check)});
    for (const auto& [name, base] : kit->bases) {
        CAPTURE(name);
        REQUIRE(base->document.format != nullptr);
        CHECK(base->document.format->id == name);
        for (std::size_t i = 0; i < base->document.figures.size(); ++i) {
            CAPTURE(base->document.format->figures[i].id);
            CHECK(base->document.figures[i].state == model::FigureState::value);
        }
        for (const auto& table : base->document.tables) CHECK(table.defects.empty());
        CHECK(model::judge_identities(base->document).empty());
    }
}

TEST_CASE("a suite runs, counts and updates") {
    const Folder folder;
    folder.write("cases/T/a.case", "rule L001\ncase a\nbase 2021\nset applications.received.natural_person = 21\nsilent\n");
    folder.write("cases/b.case", "rule L001\ncase b\nbase 2021\nsilent\ncase c\nbase 2021\nsilent\n");
    const auto kit = make_kit({rule("L001", balance_check)});
    SuiteOptions options;
    options.english = true;
    SuiteResult result = run_suite(kit->bench(), "local", folder.path, "packs/local", kit->bases, options);
    CHECK(result.cases == 3);
    CHECK(result.passed == 2);
    CHECK(!result.good());
    REQUIRE(result.failures.size() == 1);
    CHECK(result.failures[0].starts_with("packs/local/cases/T/a.case:2: a\n"));
    REQUIRE(result.coverage.size() == 1);
    CHECK(result.coverage[0].silent == 3);
    CHECK(describe(result, true).find("2 of 3 cases hold") != std::string::npos);
    options.update = true;
    result = run_suite(kit->bench(), "local", folder.path, "packs/local", kit->bases, options);
    CHECK(result.updated == std::vector<std::string>{"packs/local/cases/T/a.case"});
    CHECK(folder.read("cases/T/a.case").ends_with("find L001 applications.balance.natural_person at applications.received.natural_person\n"));
    CHECK(run_suite(kit->bench(), "local", folder.path, "packs/local", kit->bases, options).good());
}

TEST_CASE("a pack's own base comes before another pack's of the same name") {
    const Folder folder;
    folder.write("cases/base/2021.txt", "另一份底稿\n");
    folder.write("cases/base/mine.txt", "自己的底稿\n");
    const auto kit = make_kit({rule("L001", balance_check)});
    text::Problems problems;
    const Bases bases = load_bases({GOUJI_ROOT "/rules/official", folder.path}, kit->knowledge, problems);
    CHECK(bases.at("2021")->source.utf8() == "另一份底稿\n");
    CHECK(bases.contains("2019"));
    CHECK(bases.contains("mine"));
}

TEST_CASE("places are written for expectations that hold and name none") {
    const Folder folder;
    folder.write("cases/a.case", "rule L001\ncase a\nbase 2021\nset applications.received.natural_person = 21\nfind L001 applications.balance.natural_person\n  says 23\n");
    const auto kit = make_kit({rule("L001", balance_check)});
    SuiteOptions options;
    CHECK(run_suite(kit->bench(), "local", folder.path, "packs/local", kit->bases, options).good());
    options.update = true;
    CHECK(run_suite(kit->bench(), "local", folder.path, "packs/local", kit->bases, options).updated.size() == 1);
    CHECK(folder.read("cases/a.case").ends_with("find L001 applications.balance.natural_person at applications.received.natural_person\n  says 23\n"));
    CHECK(run_suite(kit->bench(), "local", folder.path, "packs/local", kit->bases, options).updated.empty());
}

TEST_CASE("a rule has cases enough: two places to find, three silent, a near miss") {
    const Folder folder;
    const auto kit = make_kit({rule("L001", balance_check)});
    const std::string wrong = "base 2021\nset applications.received.natural_person = 21\nfind L001 * at applications.received.natural_person\n";
    const std::string right = "base 2021\nsilent\n";
    const std::string four = "rule L001\ncase a\n" + wrong + "case b\n" + wrong + "case c\n" + right + "case d\n" + right;
    folder.write("cases/a.case", four);
    SuiteResult result = run_suite(kit->bench(), "local", folder.path, "packs/local", kit->bases, {});
    CHECK(result.good());
    CHECK(!result.covered());
    CHECK(describe(result, true).find("local/L001  finds 2 (with places 2), silent 2 (near misses 0)") != std::string::npos);
    folder.write("cases/a.case", four + "case near miss: e\n" + right);
    result = run_suite(kit->bench(), "local", folder.path, "packs/local", kit->bases, {});
    CHECK(result.covered());
}

TEST_CASE("mutation: what is noticed is killed, what is not survives") {
    const auto kit = make_kit({rule("L001", balance_check)});
    const MutationResult result = mutate(kit->bench(), "2021", *kit->bases.at("2021"));
    CHECK(result.problems.empty());
    CHECK(result.clean.empty());
    CHECK(!result.good());
    std::set<std::string> figures;
    for (const Mutant& mutant : result.mutants) {
        CAPTURE(mutant.what);
        CAPTURE(mutant.change);
        if (mutant.kind != MutantKind::figure) {
            CHECK((mutant.kind == MutantKind::section || !mutant.killed()));
            continue;
        }
        figures.insert(mutant.what);
        const bool balanced = mutant.what.starts_with("applications.received.") || mutant.what.starts_with("applications.carried_") || mutant.what.starts_with("applications.results_total.");
        CHECK(mutant.killed() == balanced);
        CHECK(mutant.suspects == (balanced ? SuspectVerdict::right : SuspectVerdict::none));
        CHECK(mutant.missed() == (mutant.has_identity && !balanced));
    }
    CHECK(figures.size() == kit->bases.at("2021")->document.figures.size());
    const std::string text = describe({result}, true);
    CHECK(text.find("local/L001 killed") != std::string::npos);
    CHECK(text.find("survived  figures 2021:") != std::string::npos);
}

TEST_CASE("mutation: where several figures explain as much, none may be named") {
    const auto kit = make_kit({rule("L001", "for _, i in ipairs(doc:identities('proceedings_total')) do report{at = i, message = 'sum'} end")});
    const MutationResult result = mutate(kit->bench(), "2021", *kit->bases.at("2021"));
    std::size_t ambiguous = 0;
    for (const Mutant& mutant : result.mutants) {
        CHECK(mutant.suspects != SuspectVerdict::wrong);
        ambiguous += mutant.suspects == SuspectVerdict::ambiguous ? 1 : 0;
    }
    CHECK(ambiguous >= 15);
}

TEST_CASE("mutation of cases: their claims, once each, and only where nothing else is wrong") {
    const auto kit = make_kit({rule("L001", "for _, c in ipairs(doc:claims('applications.received.total')) do if c.comparable and not c:agrees(doc:figure(c.quantity)) then report{at = c, message = 'found', data = {what = c.text}} end end")});
    text::Problems problems;
    const std::string clean = "rule L001\ncase a\nbase 2021\nsilent\n";
    const CaseFile file = read_cases("a.case", clean + "case b\nbase 2021\nsilent\ncase c\nbase 2021\nset applications.received.total = 30\nsilent T303\n", problems);
    REQUIRE(problems.empty());
    const auto results = mutate_cases(kit->bench(), kit->bases, {file});
    REQUIRE(results.size() == 1);
    CHECK(results[0].base == "a.case:2");
    std::size_t killed = 0;
    for (const Mutant& mutant : results[0].mutants) {
        CHECK(mutant.kind == MutantKind::claim);
        if (mutant.what == "applications.received.total") killed += mutant.killed() ? 1 : 0;
        else CHECK(!mutant.killed());
    }
    CHECK(killed == 2);
}

TEST_CASE("a fresh rule loads and its cases hold") {
    const auto files = new_rule("hotline-missing", "L007");
    REQUIRE(files.has_value());
    REQUIRE(files->size() == 2);
    CHECK((*files)[0].path == "rules/L007-hotline-missing.lua");
    const auto kit = make_kit({(*files)[0].text});
    REQUIRE(kit->book.rules().size() == 1);
    CHECK(kit->book.rules()[0].id == "local/L007");
    const Folder folder;
    folder.write((*files)[1].path, (*files)[1].text);
    const SuiteResult result = run_suite(kit->bench(), "local", folder.path, "packs/local", kit->bases, {});
    for (const auto& failure : result.failures) MESSAGE(failure);
    CHECK(result.good());
    CHECK(result.cases == 5);
    CHECK(describe(result, false) == "5 个用例，5 个符合\n");
    CHECK(result.covered());
}

TEST_CASE("names and ids of new rules and packs") {
    CHECK(!new_rule("Bad Name", "L001").has_value());
    CHECK(!new_rule("good-name", "l1").has_value());
    CHECK(!new_pack("宁夏").has_value());
    CHECK(free_id({}) == "L001");
    CHECK(free_id({"ningxia/L001", "L002"}) == "L003");
    const auto files = new_pack("ningxia");
    REQUIRE(files.has_value());
    const Folder folder;
    for (const NewFile& file : *files) folder.write(file.path, file.text);
    text::Problems problems;
    const auto pack = tests::load_pack(folder.path, problems);
    REQUIRE(pack.has_value());
    CHECK(problems.empty());
    CHECK(pack->name == "ningxia");
    CHECK(pack->rules.size() == 1);
}
