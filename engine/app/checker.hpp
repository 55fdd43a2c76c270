// SPDX-License-Identifier: Apache-2.0
// Checker: takes one input all the way from bytes to judged findings. One for each worker: it keeps a Lua state for every
// variant of settings it meets, nothing of a report. Knows no other report and no output.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/app/inputs.hpp"
#include "engine/app/run_plan.hpp"
#include "engine/cross/record.hpp"
#include "engine/policy/judge.hpp"
#include "grammar/tree.hpp"

namespace gouji::app {

// A report with everything made of it; each part refers to those before it, so it stays where it was made.
struct CheckedReport {
    readers::Input input;
    grammar::Tree tree;
    model::Document document;
    policy::Judged judged;
    text::Problems problems;  // of rules that failed on it
    cross::WrittenRecord record;  // where records are wanted

    CheckedReport() = default;
    CheckedReport(const CheckedReport&) = delete;
    CheckedReport& operator=(const CheckedReport&) = delete;
};

// What became of one file: an archive holds several reports, an unreadable file none.
struct CheckedFile {
    std::vector<std::unique_ptr<CheckedReport>> reports;
    text::Problems problems;  // of reading
};

// What all checkers share.
struct CheckContext {
    const RunPlan* plan = nullptr;
    const policy::Policy* policy = nullptr;
    readers::Limits limits;
    bool english = false;
    bool measure_time = false;
    bool records = false;  // for rules across reports, or to be written
};

class Checker {
public:
    explicit Checker(const CheckContext& context) : context_{&context} {}

    [[nodiscard]] CheckedFile check(const InputFile& file);
    // Adds this worker's times to `sums`, by index in RuleBook::rules().
    void add_timings(std::vector<script::RuleTiming>& sums) const;

private:
    [[nodiscard]] std::unique_ptr<CheckedReport> check(readers::Input input);
    [[nodiscard]] script::RuleRunner& runner(const Variant& variant);

    const CheckContext* context_;
    std::map<Variant, script::RuleRunner> runners_;
};

}  // namespace gouji::app
