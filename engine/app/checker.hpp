// SPDX-License-Identifier: Apache-2.0
// Checker: takes one input all the way from bytes to judged findings. One for each worker: it keeps a Lua state for every
// variant of settings it meets, nothing of a report. Knows no other report and no output.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "engine/app/cache.hpp"
#include "engine/app/correction.hpp"
#include "engine/app/inputs.hpp"
#include "engine/app/run_plan.hpp"
#include "engine/stored/stored_report.hpp"

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
    bool records = false;  // records are written
    bool across = false;   // rules across reports run: records and reports are needed again
    bool trees = false;    // an output shows whole reports
    const Cache* cache = nullptr;
};

// A report from what engine/stored kept of it, judged anew.
[[nodiscard]] std::unique_ptr<CheckedReport> restore(stored::StoredReport report, const CheckContext& context);

class Checker {
public:
    explicit Checker(const CheckContext& context) : context_{&context} {}

    [[nodiscard]] CheckedFile check(const InputFile& file);
    // Adds this worker's times to `sums`, by index in RuleBook::rules().
    void add_timings(std::vector<script::RuleTiming>& sums) const;

private:
    [[nodiscard]] CheckedFile check(const InputFile& file, readers::Reading reading);
    [[nodiscard]] CheckedFile check_or_remember(const InputFile& file, std::string bytes);
    [[nodiscard]] std::optional<CheckedFile> remembered(const std::string& entry) const;
    [[nodiscard]] std::unique_ptr<CheckedReport> check(readers::Input input);
    void keep(CheckedReport& report) const;
    [[nodiscard]] std::unique_ptr<CheckedReport> correct(std::unique_ptr<CheckedReport> report, const InputFile& file);
    [[nodiscard]] script::RuleRunner& runner(const Variant& variant);

    const CheckContext* context_;
    std::map<Variant, script::RuleRunner> runners_;
};

}  // namespace gouji::app
