// SPDX-License-Identifier: Apache-2.0
// AcrossRun: the rules on series and groups, after all reports were read. Only the records of one series or group are in
// memory at a time, and the findings of so many reports; where there are more, series are run again for the next ones, so that
// findings come out by path and memory does not grow with the reports.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "engine/app/problem_log.hpp"
#include "engine/app/record_store.hpp"
#include "engine/app/run_plan.hpp"
#include "engine/policy/judge.hpp"

namespace gouji::app {

// Whether any rule of the plan looks at more than one report.
[[nodiscard]] bool looks_across(const RunPlan& plan);

// The agencies and the hierarchy of the plan's configurations.
[[nodiscard]] cross::AgencyTable load_agency_table(const RunPlan& plan, text::Problems& problems);

class AcrossRun {
public:
    AcrossRun(const RunPlan& plan, const policy::Policy& policy, RecordStore& store, const cross::AgencyTable& table, bool english);

    using Deliver = std::function<void(const cross::Record& record, const policy::Judged& judged)>;
    void run(const Deliver& deliver, ProblemLog& log, const std::function<bool()>& stop);

private:
    enum class Kind : std::uint8_t { series, hierarchy, similar };
    struct Task {
        Kind kind = Kind::series;
        cross::Members members;
        std::vector<std::string> missing;
        std::uint32_t undated = 0;
    };
    // What a task found, with the records that its places are in.
    struct Outcome {
        std::vector<cross::Record> records;
        std::vector<finding::Finding> findings;
        text::Problems problems;
    };
    struct Hit {
        std::uint32_t report = 0;
        std::uint32_t task = 0;
        friend auto operator<=>(const Hit&, const Hit&) = default;
    };
    // A report's findings without the records: of other reports the lines that are pointed at.
    struct Kept {
        std::vector<finding::Finding> findings;
        std::vector<std::unique_ptr<text::SourceText>> sources;
    };
    using KeptByReport = std::map<std::uint32_t, Kept>;

    void find_tasks(const cross::AgencyTable& table);
    [[nodiscard]] std::vector<Hit> find_hits(KeptByReport& kept, ProblemLog& log, const std::function<bool()>& stop);
    void keep(const Task& task, Outcome& outcome, std::uint32_t first, std::uint32_t end, KeptByReport& kept) const;
    [[nodiscard]] KeptByReport run_again(const Hit* first, const Hit* last);
    [[nodiscard]] Outcome run_task(const Task& task);
    void run_rules(const Task& task, const Variant& variant, const std::vector<Variant>& variants, Outcome& outcome);
    void deliver_reports(KeptByReport kept, const Deliver& deliver);
    [[nodiscard]] script::RuleRunner& runner(const Variant& variant);

    const RunPlan& plan_;
    const policy::Policy& policy_;
    RecordStore& store_;
    bool english_;
    std::vector<Task> tasks_;
    std::map<Variant, script::RuleRunner> runners_;
};

}  // namespace gouji::app
