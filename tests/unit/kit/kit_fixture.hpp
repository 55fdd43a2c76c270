// SPDX-License-Identifier: Apache-2.0
// A pack with one or two rules of the test's own, on the official formats and base reports.
#pragma once

#include <doctest/doctest.h>

#include <memory>

#include "engine/kit/suite.hpp"
#include "tests/unit/load_pack.hpp"

namespace gouji::kit::testing {

struct Kit {
    binding::Knowledge knowledge;
    script::RuleBook book;
    Bases bases;
    text::Problems problems;

    [[nodiscard]] Workbench bench() const { return {&knowledge, &book}; }
};

inline std::string rule(const std::string& id, const std::string& check, const std::string& more = "") {
    return "return { id = '" + id + "', name = 'rule-" + std::string{id[1], id[2], id[3]} +
           "', severity = 'error', title = {zh = '题'}, basis = {}, what = {zh = '查'}, why = {zh = '因'}, bad = {zh = '坏'}, good = {zh = '好'}, advice = {zh = '改'},\n"
           "messages = {found = {zh = '发现{what}'}, sum = {zh = '{label}：{left} 与 {right}'}},\n" + more + "\ncheck = function(doc, report, options)\n" + check + "\nend }\n";
}

inline const char* const balance_check = "for _, i in ipairs(doc:identities('balance')) do report{at = i, message = 'sum'} end";
inline const char* const mark_check = "for _, m in ipairs(doc:marks('doubled_punctuation')) do report{at = m, message = 'found', data = {what = m.text}} end";

inline std::unique_ptr<Kit> make_kit(const std::vector<std::string>& rules) {
    auto kit = std::make_unique<Kit>();
    auto pack = tests::load_pack(GOUJI_ROOT "/rules/official", kit->problems);
    kit->problems.clear();
    kit->knowledge.formats = std::move(pack->formats);
    kit->knowledge.lexicon = std::move(pack->lexicon);
    script::ScriptPack mine{"local", "packs/local", {}, {}};
    for (std::size_t i = 0; i < rules.size(); ++i) mine.rules.push_back({"rules/" + std::to_string(i) + ".lua", rules[i]});
    kit->book = script::RuleBook::load({std::move(mine)}, {}, kit->knowledge.phrases, kit->problems);
    binding::compile(kit->knowledge);
    kit->bases = load_bases({GOUJI_ROOT "/rules/official"}, kit->knowledge, kit->problems);
    for (const auto& problem : kit->problems) MESSAGE(problem.message.en);
    REQUIRE(kit->problems.empty());
    REQUIRE(kit->bases.contains("2021"));
    return kit;
}

}  // namespace gouji::kit::testing
