// SPDX-License-Identifier: Apache-2.0
// Rules written in a test, run on a report that is bound with the official formats and phrases.
#pragma once

#include <fstream>
#include <iterator>
#include <memory>

#include "engine/binding/bind.hpp"
#include "grammar/parse.hpp"
#include "tests/unit/load_pack.hpp"
#include "unit/script/script_fixture.hpp"

namespace gouji::script::testing {

inline std::string read_base(const std::string& name) {
    std::ifstream stream{std::string{GOUJI_ROOT "/rules/official/cases/base/"} + name + ".txt", std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

// `text` with `piece` replaced; the piece has to be there.
inline std::string with(std::string text, const std::string& piece, const std::string& other) {
    const std::size_t at = text.find(piece);
    if (at == std::string::npos) throw std::runtime_error("not in the base: " + piece);
    return text.replace(at, piece.size(), other);
}

struct BoundRun {
    Loaded loaded;
    binding::Knowledge knowledge;
    text::SourceText source;
    grammar::Tree tree;
    model::Document document;
    Outcome outcome;
};

inline std::unique_ptr<BoundRun> run_on(const std::string& report, std::vector<ScriptFile> rules, RuleSettings settings = {}) {
    auto run = std::make_unique<BoundRun>();
    text::Problems problems;
    auto pack = tests::load_pack(GOUJI_ROOT "/rules/official", problems);
    run->knowledge.formats = std::move(pack->formats);
    run->knowledge.lexicon = std::move(pack->lexicon);
    run->loaded.book = RuleBook::load({{"local", "packs/local", std::move(rules), {}}}, {}, run->knowledge.phrases, run->loaded.problems);
    binding::compile(run->knowledge);
    run->source = text::SourceText{"report.txt", report};
    run->tree = grammar::parse(run->source);
    run->document = binding::bind(run->source, run->tree, run->knowledge);
    settings.formats = &run->knowledge.formats;
    RuleRunner runner{run->loaded.book, std::move(settings)};
    runner.run(run->document, run->outcome.findings, run->outcome.problems);
    return run;
}

inline std::unique_ptr<BoundRun> run_check(const std::string& report, const std::string& check, const std::string& more = "", RuleSettings settings = {}) {
    return run_on(report, {{"L001.lua", rule_text(check, more)}}, std::move(settings));
}

}  // namespace gouji::script::testing
