// SPDX-License-Identifier: Apache-2.0
// Mutation: how much a pack's rules notice. One thing at a time is made wrong in a clean report - a figure of a table, a number
// in the prose, a section - and the rules are run on the result. A mutant is killed where a rule says something it did not say
// of the clean report, else it has survived. Reads no file, prints nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/kit/case_runner.hpp"

namespace gouji::kit {

enum class MutantKind : std::uint8_t { figure, claim, section };

// Whether the findings name the figure that was changed, with its old value.
// ambiguous: another single figure would explain as much, so that none may be named, and none is
enum class SuspectVerdict : std::uint8_t { none, right, wrong, ambiguous };

struct Mutant {
    MutantKind kind = MutantKind::figure;
    std::string what;                 // figure id, quantity of the claim, section id
    std::string change;               // "20 → 21"
    std::uint32_t line = 0;           // in the report
    bool has_identity = false;        // a figure that an identity of its format adds up
    bool allowed = false;             // a claim changed to another value that the table bears out: it has to survive
    std::vector<std::string> noticed; // rule ids, sorted
    SuspectVerdict suspects = SuspectVerdict::none;

    [[nodiscard]] bool killed() const { return !noticed.empty(); }
    // What a pack answers for: figures that an identity adds up, claims that a rule can compare, sections.
    [[nodiscard]] bool missed() const { return !killed() && !allowed && (kind != MutantKind::figure || has_identity); }
};

struct MutationResult {
    std::string base;                // name of the base report; file:line of a case
    bool is_case = false;
    std::vector<Mutant> mutants;
    std::vector<std::string> clean;  // findings on the base itself, which should have none
    std::size_t not_compared = 0;    // numbers of the prose that no rule may compare: another scope, no figure for them
    text::Problems problems;

    [[nodiscard]] bool good() const;
};

[[nodiscard]] MutationResult mutate(const Workbench& bench, const std::string& name, const BoundReport& base);

// The claims of the cases in which no rule has anything to say: the phrasings that the pack says it understands. Sentences that
// stand in several cases count once.
[[nodiscard]] std::vector<MutationResult> mutate_cases(const Workbench& bench, const Bases& bases, const std::vector<CaseFile>& files);

// For people: counts by kind, what survived, and killed and survived mutants of each rule.
[[nodiscard]] std::string describe(const std::vector<MutationResult>& results, bool english);

}  // namespace gouji::kit
