// SPDX-License-Identifier: Apache-2.0
#include "engine/kit/case_runner.hpp"

#include "unit/kit/kit_fixture.hpp"

using namespace gouji;
using namespace gouji::kit;
using namespace gouji::kit::testing;

namespace {

struct Ran {
    CaseFile file;
    std::vector<CaseResult> results;
    text::Problems problems;
};

std::unique_ptr<Ran> run(const Kit& kit, const std::string& text) {
    auto ran = std::make_unique<Ran>();
    ran->file = read_cases("cases/x.case", text, ran->problems);
    CaseRunner runner{kit.bench(), kit.bases};
    for (const Case& example : ran->file.cases) ran->results.push_back(runner.run(example, ran->file.path));
    return ran;
}

// What a failing case says; "" where it holds.
std::string verdict(const Kit& kit, const std::string& text) {
    const auto ran = run(kit, text);
    REQUIRE(ran->problems.empty());
    REQUIRE(ran->results.size() == 1);
    return describe(ran->results[0], "cases/x.case", true);
}

bool says(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("cases that hold") {
    const auto kit = make_kit({rule("L001", balance_check), rule("L002", mark_check)});
    const char* holding[] = {
        "case a\nbase 2021\nset applications.received.natural_person = 21\n"
        "find L001 applications.balance.natural_person at applications.received.natural_person\n  says 21 + 2\n  suspects applications.received.natural_person = 20\n",
        "case b\nbase 2021\nsilent all\n",
        "case c\nbase 2019\nsilent all\n",
        "rule L002\ncase d\nbase 2021\nreplace \"各项政府信息公开\" by \"各项⟦、、⟧政府信息公开\"\nfind local/L002 section:overview at ⟦、、⟧\n",
        "rule L002\ncase e\nbase 2021\nreplace \"各项政府信息公开\" by \"各项、、政府信息公开\"\nfind L002 * at ⟦、、⟧\n",
        "rule L002\ncase f\ntext\n---\n甲乙镇2023年政府信息公开工作年度报告\n一、总体情况\n公开、、公开⟦、、⟧。\n---\nfind L002 * at ⟦、、⟧\nfind L002 * at ⟦、、⟧#1\n",
        "rule L001\ncase g\nbase 2021\nset applications.received.natural_person =\nset applications.received.total = 8\nfind L001 applications.balance.natural_person\nfind L001 applications.balance.total\n",
        "rule L001\ncase h\nbase 2021\ndelete section applications\nsilent\n",
        "rule L002\ncase i\nbase 2021\ndelete lines \"（一）主动公开\" to \"（五）监督保障\"\ninsert \"、、\" after \"平稳有序\"\nfind L002 * at ⟦、、⟧\n",
    };
    for (const char* text : holding) {
        CAPTURE(std::string{text});
        CHECK(verdict(*kit, text) == "");
    }
}

TEST_CASE("cases that fail say what is missing and what is too much") {
    const auto kit = make_kit({rule("L001", balance_check), rule("L002", mark_check)});
    const std::string broken = "rule L001\ncase a\nbase 2021\nset applications.received.natural_person = 21\n";
    const std::string silent = verdict(*kit, broken + "silent\n");
    CHECK(says(silent, "cases/x.case:2: a\n"));
    CHECK(says(silent, "found and not expected:\n    find L001 applications.balance.natural_person at applications.received.natural_person\n      41:20  "));
    CHECK(says(silent, "自然人：23 与 22"));
    const std::string elsewhere = verdict(*kit, broken + "find L001 applications.balance.natural_person at applications.received.total\n");
    CHECK(says(elsewhere, "expected and not found:\n    find L001 applications.balance.natural_person at applications.received.total\n"));
    CHECK(says(elsewhere, "（实际检出：位置是 applications.received.natural_person）"));
    CHECK(says(elsewhere, "found and not expected:"));
    CHECK(says(verdict(*kit, broken + "find L002 *\n"), "（这条规则没有别的检出）"));
    CHECK(says(verdict(*kit, broken + "find L001 * review\n"), "expected and not found"));
    CHECK(says(verdict(*kit, broken + "find L001 *\n  says nothing of the kind\n"), "says nothing of the kind"));
    CHECK(says(verdict(*kit, broken + "find L001 *\n  suspects applications.received.natural_person = 19\n"), "suspects"));
    CHECK(says(verdict(*kit, broken + "find L001 *\nfind L001 *\n"), "expected and not found"));
    CHECK(says(verdict(*kit, broken + "silent L002\nfind L001 *\nfind L002 *\n"), "find L002"));
}

TEST_CASE("edits that cannot be made are told with their line") {
    const auto kit = make_kit({rule("L001", balance_check)});
    const auto trouble = [&](const std::string& edit) { return verdict(*kit, "rule L001\ncase a\nbase 2021\n" + edit + "\nsilent\n"); };
    CHECK(says(trouble("replace \"没有这句\" by \"x\""), "x.case:4: “没有这句” is not in the base"));
    CHECK(says(trouble("replace \"政府信息\" by \"x\""), "more than once"));
    CHECK(says(trouble("set applications.nothing = 5"), "no figure “applications.nothing”"));
    CHECK(says(trouble("set disclosure.procurement.items = 5"), "no figure"));
    CHECK(says(trouble("delete section appendix"), "no section “appendix”"));
    CHECK(says(trouble("replace \"总体情况\" by \"⟦x\""), "a ⟦ without its ⟧"));
    CHECK(says(trouble("replace \"28件\" by \"x\"\nreplace \"申请28件，其中\" by \"y\""), "overlaps"));
    CHECK(says(verdict(*kit, "rule L001\ncase a\nbase 1999\nsilent\n"), "no base report cases/base/1999.txt"));
    CHECK(says(verdict(*kit, "rule L001\ncase a\nbase 2021\nset applications.received.natural_person = 21\nfind L001 * at ⟦政府信息⟧\n"), "标出"));
}

TEST_CASE("options of a rule") {
    const auto kit = make_kit({rule("L001", "report{at = doc, message = 'found', data = {what = options.limit .. options.words[#options.words]}}",
                                    "options = {limit = {type = 'integer', default = 1, zh = '限'}, words = {type = 'strings', default = {'a'}, zh = '词'}},")});
    CHECK(verdict(*kit, "rule L001\ncase a\nbase 2021\nfind L001 *\n  says 发现1a\n") == "");
    CHECK(verdict(*kit, "rule L001\ncase a\nbase 2021\noption limit = 7\noption words = [\"x\", \"甲乙\"]\nfind L001 *\n  says 发现7甲乙\n") == "");
    CHECK(says(verdict(*kit, "rule L001\ncase a\nbase 2021\noption limit = seven\nfind L001 *\n"), "wrong type"));
    CHECK(says(verdict(*kit, "rule L001\ncase a\nbase 2021\noption limits = 7\nfind L001 *\n"), "no option “limits”"));
}

TEST_CASE("a rule that fails makes its case fail") {
    const auto kit = make_kit({rule("L001", "error('broken')")});
    CHECK(says(verdict(*kit, "rule L001\ncase a\nbase 2021\nsilent\n"), "local/L001 packs/local/rules/0.lua:5: the rule failed: broken"));
}

TEST_CASE("update writes what is found, and then the case holds") {
    const auto kit = make_kit({rule("L001", balance_check), rule("L002", mark_check)});
    const std::string text = "# 注释\nrule L001\n\ncase a\nbase 2021\nset applications.received.natural_person = 21\nsilent\n\n"
                             "case b\nbase 2021\nfind L001 x at ⟦28件⟧\n  says nothing\n\nrule L002\ncase c\ntext\n---\n公开、、公开、、。\n---\nsilent\n";
    const auto ran = run(*kit, text);
    const std::string updated = update_cases(ran->file, ran->results);
    CHECK(updated == "# 注释\nrule L001\n\ncase a\nbase 2021\nset applications.received.natural_person = 21\n"
                     "find L001 applications.balance.natural_person at applications.received.natural_person\n\n"
                     "case b\nbase 2021\nsilent\n\nrule L002\ncase c\ntext\n---\n公开、、公开、、。\n---\nfind L002 document at ⟦、、⟧#1\nfind L002 document at ⟦、、⟧#2\n");
    const auto again = run(*kit, updated);
    for (const CaseResult& result : again->results) CHECK(describe(result, "x", true) == "");
}

TEST_CASE("needs that hide a finding are told") {
    const auto kit = make_kit({rule("L001", mark_check, "needs = {'figures.blank'},"), rule("L002", mark_check, "needs = {'marks.doubled_punctuation'},")});
    const std::string report = "case x\ntext\n---\n甲乙镇2023年政府信息公开工作年度报告\n一、总体情况\n公开、、公开。\n---\nfind L002 * at ⟦、、⟧\n";
    const auto ran = run(*kit, report);
    REQUIRE(ran->results.size() == 1);
    REQUIRE(ran->results[0].problems.size() == 1);
    CHECK(says(ran->results[0].problems[0].message.en, "the needs of local/L001 are wrong"));
    CHECK(!ran->results[0].passed());
    const auto honest = make_kit({rule("L002", mark_check, "needs = {'marks.doubled_punctuation'},")});
    CHECK(verdict(*honest, report).empty());
}
