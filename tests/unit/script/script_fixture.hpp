// SPDX-License-Identifier: Apache-2.0
// Rules written in a test, run on an empty report or on one bound to the official formats.
#pragma once

#include <string>
#include <vector>

#include "engine/script/rule_book.hpp"
#include "grammar/text/source_text.hpp"
#include "grammar/tree.hpp"

namespace gouji::script::testing {

// A rule file with everything but the given fields, which come last and so win.
inline std::string rule_text(const std::string& check, const std::string& more = "", const std::string& before = "") {
    return before + R"(
return {
  id = "L001", name = "sample", severity = "warning",
  title = {zh = "样例", en = "Sample"}, basis = {},
  what = {zh = "样例", en = "Sample"}, why = {zh = "样例", en = "Sample"},
  bad = {zh = "坏"}, good = {zh = "好"}, advice = {zh = "改", en = "Mend it"},
  messages = {found = {zh = "发现{what}", en = "Found {what}"}, plain = {zh = "有问题", en = "Trouble"}},
)" + more + "\n  check = function(doc, report, options)\n" + check + "\n  end,\n}\n";
}

struct Loaded {
    RuleBook book;
    text::Problems problems;
    model::PhraseIndex phrases;
};

inline Loaded load(std::vector<ScriptFile> rules, std::vector<ScriptFile> library = {}, const Limits& limits = {}, const std::string& pack = "local") {
    Loaded loaded;
    loaded.book = RuleBook::load({{pack, "packs/local", std::move(rules), std::move(library)}}, limits, loaded.phrases, loaded.problems);
    return loaded;
}

inline Loaded load_check(const std::string& check, const std::string& more = "", const std::string& before = "", const Limits& limits = {}) {
    return load({{"L001.lua", rule_text(check, more, before)}}, {}, limits);
}

struct Outcome {
    std::vector<finding::Finding> findings;
    text::Problems problems;
};

// Runs the book's rules on a report without any text.
inline Outcome run_empty(const RuleBook& book) {
    const text::SourceText source{"empty.txt", "甲\n"};
    const grammar::Tree tree;
    model::Document document;
    document.source = &source;
    document.tree = &tree;
    RuleRunner runner{book, {}};
    Outcome outcome;
    runner.run(document, outcome.findings, outcome.problems);
    return outcome;
}

// The English message of the one problem that running this check gives; "" where there is none.
inline std::string trouble_of(const std::string& check, const Limits& limits = {}) {
    Loaded loaded = load_check(check, "", "", limits);
    if (!loaded.problems.empty()) return "load: " + loaded.problems.front().message.en;
    const Outcome outcome = run_empty(loaded.book);
    return outcome.problems.empty() ? "" : outcome.problems.front().message.en;
}

}  // namespace gouji::script::testing
