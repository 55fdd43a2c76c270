// SPDX-License-Identifier: Apache-2.0
// AcrossRun: the rules on series and groups, after all reports were read. Only the records of a few series or groups are in
// memory at a time; what they find waits in a spool until the report that it is about is written.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "engine/app/problem_log.hpp"
#include "engine/app/record_store.hpp"
#include "engine/app/run_plan.hpp"
#include "engine/stored/stored_finding.hpp"

namespace gouji::app {

// Whether any rule of the plan looks at more than one report.
[[nodiscard]] bool looks_across(const RunPlan& plan);

// The agencies and the hierarchy of the plan's configurations.
[[nodiscard]] cross::AgencyTable load_agency_table(const RunPlan& plan, text::Problems& problems);

// What a rule across reports is run on.
struct AcrossTask {
    enum class Kind : std::uint8_t { series, hierarchy, similar } kind = Kind::series;
    cross::Members members;
    std::vector<std::string> missing;
    std::uint32_t undated = 0;
};

// Runs tasks on one thread.
class AcrossWorker {
public:
    AcrossWorker(const RunPlan& plan, const RecordStore& store, bool english) : plan_{&plan}, store_{&store}, english_{english} {}

    // Findings as bytes, by the report that they are about.
    struct Found {
        std::map<std::uint32_t, std::string> by_report;
        text::Problems problems;
    };
    [[nodiscard]] Found run(const AcrossTask& task);

private:
    [[nodiscard]] std::vector<finding::Finding> run_rules(const AcrossTask& task, const std::vector<cross::Record>& records, const Variant& variant,
                                                          text::Problems& problems);
    [[nodiscard]] script::RuleRunner& runner(const Variant& variant);

    const RunPlan* plan_;
    const RecordStore* store_;
    bool english_;
    std::map<Variant, script::RuleRunner> runners_;
};

class AcrossRun {
public:
    AcrossRun(const RunPlan& plan, RecordStore& store, const cross::AgencyTable& table, bool english, unsigned jobs);

    // False where `stop` ended it.
    [[nodiscard]] bool run(ProblemLog& log, const std::function<bool()>& stop);

    [[nodiscard]] bool found_any() const { return !hits_.empty(); }
    // The findings about one report, whose text is `whole`.
    [[nodiscard]] std::vector<finding::Finding> findings_of(std::uint32_t report, const text::SourceText& whole, stored::Sources& sources) const;

private:
    struct Hit {
        std::uint32_t report = 0;
        Spool::Place place;
    };
    void find_tasks(const cross::AgencyTable& table);
    void keep(const AcrossTask& task, AcrossWorker::Found found, ProblemLog& log);

    const RunPlan& plan_;
    RecordStore& store_;
    bool english_;
    unsigned jobs_;
    std::vector<AcrossTask> tasks_;
    Spool spool_;
    std::vector<Hit> hits_;  // by report, then task
};

}  // namespace gouji::app
