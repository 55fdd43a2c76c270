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

struct Mutant {
    MutantKind kind = MutantKind::figure;
    std::string what;                 // figure id, quantity of the claim, section id
    std::string change;               // "20 → 21"
    std::uint32_t line = 0;           // in the base report
    bool has_identity = false;        // a figure that an identity of its format adds up
    std::vector<std::string> noticed; // rule ids, sorted
    // Suspects that the findings name: none, the mutated figure with its old value, or something else.
    enum class Suspects : std::uint8_t { none, right, wrong } suspects = Suspects::none;

    [[nodiscard]] bool killed() const { return !noticed.empty(); }
};

struct MutationResult {
    std::string base;
    std::vector<Mutant> mutants;
    std::vector<std::string> clean;  // findings on the base itself, which should have none
    text::Problems problems;
};

[[nodiscard]] MutationResult mutate(const Workbench& bench, const std::string& name, const BoundReport& base);

// For people: counts by kind, what survived, and how many mutants each rule noticed.
[[nodiscard]] std::string describe(const std::vector<MutationResult>& results, bool english);

}  // namespace gouji::kit
