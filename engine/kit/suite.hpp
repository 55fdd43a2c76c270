// SPDX-License-Identifier: Apache-2.0
// A pack's suite: the case files below its cases/ folder, with the base reports they start from. The part of the kit that reads
// and writes files; it prints nothing.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/kit/case_runner.hpp"

namespace gouji::kit {

// cases/base/*.txt of the folders, in order; of two with one name the later folder's stays.
[[nodiscard]] Bases load_bases(const std::vector<std::filesystem::path>& pack_roots, const binding::Knowledge& knowledge, text::Problems& problems);

// cases/**/*.case of one pack, sorted by path. `shown_root` leads the paths in messages.
[[nodiscard]] std::vector<CaseFile> load_case_files(const std::filesystem::path& pack_root, const std::string& shown_root, text::Problems& problems);

struct SuiteOptions {
    bool english = false;
    bool update = false;      // rewrite the expectations of cases that fail
    std::string only;         // rule id; empty: all
};

struct RuleCoverage {
    std::string rule;
    std::size_t found = 0;      // cases in which it has to find something
    std::size_t placed = 0;     // of these, cases that say where
    std::size_t silent = 0;     // cases in which it must not
    std::size_t near_miss = 0;  // of these, cases named as a near miss (差一点, near miss)

    [[nodiscard]] bool enough() const;  // two to find with their places, three to be silent, one of them a near miss
};

struct SuiteResult {
    std::size_t cases = 0;
    std::size_t passed = 0;
    std::vector<std::string> failures;       // described
    std::vector<std::string> updated;        // files rewritten
    std::vector<RuleCoverage> coverage;      // of the pack's rules, in order
    text::Problems problems;                 // files that cannot be read
    [[nodiscard]] bool covered() const;      // every rule has cases enough
    [[nodiscard]] bool good() const { return passed == cases && problems.empty(); }
};

// Runs one pack's cases. `pack` is its name, `bases` may come from other packs too.
[[nodiscard]] SuiteResult run_suite(const Workbench& bench, const std::string& pack, const std::filesystem::path& root, const std::string& shown_root,
                                    const Bases& bases, const SuiteOptions& options);

// The result for people: failures, then a line of counts, then rules with too few cases (two to find, three to be silent).
[[nodiscard]] std::string describe(const SuiteResult& result, bool english);

}  // namespace gouji::kit
