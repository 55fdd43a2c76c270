// SPDX-License-Identifier: Apache-2.0
// CheckRun: one run of `gouji check`, from the list of inputs to the exit status. It owns everything that outlives a report.
// Nothing is lost on the way: what could not be done is a problem, named on standard error and in the outputs.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/app/across_run.hpp"
#include "engine/app/arguments.hpp"
#include "engine/app/outputs.hpp"
#include "engine/app/pipeline.hpp"
#include "engine/app/policy_files.hpp"
#include "engine/app/problem_log.hpp"
#include "engine/app/progress.hpp"
#include "engine/app/run_plan.hpp"
#include "engine/output/summary.hpp"
#include "engine/policy/exit_status.hpp"

namespace gouji::app {

class CheckRun {
public:
    CheckRun(const CheckArguments& arguments, const std::vector<std::string>& paths, const Console& console);

    // `stop`: gives true once the user wants to end.
    [[nodiscard]] int run(const std::function<bool()>& stop);

private:
    [[nodiscard]] bool open_outputs();
    void deliver(const CheckedFile& file);
    void deliver(const CheckedReport& report);
    void keep(const CheckedReport& report);
    void deliver_records(const std::function<bool()>& stop);
    void check_across(const std::function<bool()>& stop);
    void say_interrupted();
    void write(const output::ReportView& report);
    void deliver_policy_findings();
    void write_baseline();
    void prune_baseline();
    [[nodiscard]] int finish();
    [[nodiscard]] output::RunInfo run_info() const;
    [[nodiscard]] FixMode fix_mode() const;
    [[nodiscard]] policy::FailOn fail_on() const;
    [[nodiscard]] unsigned jobs() const;

    const CheckArguments& arguments_;
    const Console& console_;
    ProblemLog log_;
    RecordStore store_;
    InputList inputs_;
    RunPlan plan_;
    PolicyFiles policy_;
    policy::Usage usage_;
    cross::AgencyTable agencies_;
    bool across_;  // rules across reports run
    Outputs outputs_;
    output::Tally tally_;
    std::optional<finding::Severity> worst_;
    std::vector<policy::BaselineEntry> new_baseline_;
    std::size_t files_ = 0;  // reports
    std::size_t seen_ = 0;   // files, unreadable ones too
    Progress progress_;
    output::Corrections corrections_;
};

}  // namespace gouji::app
