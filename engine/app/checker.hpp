// SPDX-License-Identifier: Apache-2.0
// Checker: takes one input all the way from bytes to judged findings. One for each worker: it keeps a Lua state for every
// variant of settings it meets, nothing of a report. Knows no other report and no output.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "engine/app/correction.hpp"
#include "engine/app/inputs.hpp"
#include "engine/app/run_plan.hpp"

namespace gouji::app {

// What all checkers share.
struct CheckContext {
    const RunPlan* plan = nullptr;
    const policy::Policy* policy = nullptr;
    readers::Limits limits;
    bool english = false;
    bool measure_time = false;
    FixMode fix = FixMode::none;
    bool rewrite = false;  // put corrections into the files, and judge what is left; else only show them
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
    [[nodiscard]] std::unique_ptr<CheckedReport> correct(std::unique_ptr<CheckedReport> report, const InputFile& file);
    [[nodiscard]] script::RuleRunner& runner(const Variant& variant);

    const CheckContext* context_;
    std::map<Variant, script::RuleRunner> runners_;
};

}  // namespace gouji::app
