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
#include "engine/app/cache.hpp"
#include "engine/app/delivery.hpp"
#include "engine/app/pipeline.hpp"
#include "engine/app/policy_files.hpp"
#include "engine/app/problem_log.hpp"
#include "engine/app/progress.hpp"
#include "engine/app/run_plan.hpp"
#include "engine/policy/exit_status.hpp"

namespace gouji::app {

class CheckRun {
public:
    CheckRun(const CheckArguments& arguments, const std::vector<std::string>& paths, const Console& console);

    // `stop`: gives true once the user wants to end.
    [[nodiscard]] int run(const std::function<bool()>& stop);

private:
    [[nodiscard]] text::Result<std::vector<OutputTarget>> targets() const;
    [[nodiscard]] bool begin();
    [[nodiscard]] std::optional<Delivery> open_delivery();
    [[nodiscard]] CheckContext context() const;
    void deliver(const CheckedFile& file);
    void deliver(const CheckedReport& report);
    void keep(const CheckedReport& report);
    void deliver_records(const std::function<bool()>& stop);
    void check_across(const std::function<bool()>& stop);
    void deliver_again(const AcrossRun& across, const std::function<bool()>& stop);
    void say_interrupted();
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
    cross::AgencyTable agencies_;
    std::vector<OutputTarget> targets_;
    std::optional<Cache> cache_;
    bool across_ = false;  // rules across reports run
    std::optional<Delivery> delivery_;
    std::size_t seen_ = 0;  // files, unreadable ones too
    Progress progress_;
    output::Corrections corrections_;
};

}  // namespace gouji::app
