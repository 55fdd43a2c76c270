// SPDX-License-Identifier: Apache-2.0
// The Lua host. RuleBook: the rules of all packs, checked at load, shared and read-only. RuleRunner: one Lua state with those
// rules loaded, used by one worker; nothing is kept between reports. Lua is included in this folder only.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "engine/cross/grouping.hpp"
#include "engine/finding/finding.hpp"
#include "engine/model/document.hpp"
#include "engine/model/phrase_index.hpp"
#include "engine/script/compiled_packs.hpp"
#include "engine/script/limits.hpp"
#include "engine/script/script_pack.hpp"
#include "grammar/text/problem.hpp"

namespace gouji::script {

struct BookContents;

// Which rules across reports there are: what has to be grouped for them.
struct Across {
    bool series = false;
    bool hierarchies = false;
    bool similar = false;
    [[nodiscard]] bool any() const { return series || hierarchies || similar; }
};

class RuleBook {
public:
    RuleBook();
    ~RuleBook();
    RuleBook(RuleBook&&) noexcept;
    RuleBook& operator=(RuleBook&&) noexcept;

    // Loads and checks every rule file. A file that does not load, or has the wrong shape, becomes a problem with file, line
    // and an excerpt; the others stay. The phrases that rules ask for are added to `phrases`.
    static RuleBook load(std::unique_ptr<CompiledPacks> packs, model::PhraseIndex& phrases, text::Problems& problems);
    static RuleBook load(std::vector<ScriptPack> packs, const Limits& limits, model::PhraseIndex& phrases, text::Problems& problems);

    // In order of id. Addresses are stable for the life of the book.
    [[nodiscard]] const std::vector<finding::RuleInfo>& rules() const;
    [[nodiscard]] Across across(const std::vector<bool>& enabled) const;  // `enabled` as in RuleSettings

private:
    friend class RuleRunner;
    std::unique_ptr<BookContents> contents_;
};

// What is decided per run: which rules, how severe, with which option values, in which language.
struct RuleSettings {
    std::vector<bool> enabled;                                                       // by index in RuleBook::rules(); empty: all
    std::vector<finding::Severity> severities;                                       // likewise; empty: defaults
    std::vector<std::vector<std::pair<std::string, finding::OptionValue>>> options;  // overrides; may be empty
    bool english = false;
    bool across = false;  // only the rules on series and groups; else only those on one report
    bool without_needs = false;  // call every rule, whatever it says it needs: to see that it says the truth
    const std::vector<model::Format>* formats = nullptr;  // all that figure ids may name; null: those of the document
};

struct RuleTiming {
    std::uint64_t calls = 0;
    std::uint64_t nanoseconds = 0;
    std::uint64_t findings = 0;
};

class RuleRunner {
public:
    RuleRunner(const RuleBook& book, RuleSettings settings);
    ~RuleRunner();
    RuleRunner(RuleRunner&&) noexcept;
    RuleRunner& operator=(RuleRunner&&) noexcept;

    // Runs every enabled rule on one report. Findings are appended unordered; a rule that raises or exceeds a limit
    // becomes a problem (subject: rule id, file: the rule's file) and the others still run.
    void run(const model::Document& document, std::vector<finding::Finding>& findings, text::Problems& problems);

    // For a runner whose settings say `across`. The records live until the next call; findings' places say which one they are of.
    void run(const cross::Series& series, std::vector<finding::Finding>& findings, text::Problems& problems);
    void run(const cross::Group& group, std::vector<finding::Finding>& findings, text::Problems& problems);

    [[nodiscard]] const std::vector<RuleTiming>& timings() const;  // by index in RuleBook::rules()
    void measure_time(bool on);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace gouji::script
