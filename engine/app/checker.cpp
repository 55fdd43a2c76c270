// SPDX-License-Identifier: Apache-2.0
#include "engine/app/checker.hpp"

#include "grammar/parse.hpp"

namespace gouji::app {

CheckedFile Checker::check(const InputFile& file) {
    readers::Reading reading = read_input(file, context_->limits);
    CheckedFile checked;
    checked.problems = std::move(reading.problems);
    for (readers::Input& input : reading.inputs) checked.reports.push_back(check(std::move(input)));
    return checked;
}

std::unique_ptr<CheckedReport> Checker::check(readers::Input input) {
    auto report = std::make_unique<CheckedReport>();
    report->input = std::move(input);
    report->tree = grammar::parse(report->input.source, report->input.grids);
    report->document = binding::bind(report->input.source, report->tree, context_->plan->packs().knowledge);
    std::vector<finding::Finding> findings;
    runner(context_->plan->variant(report->input.path, report->document.year)).run(report->document, findings, report->problems);
    const policy::ReportIdentity identity{report->input.path, report->document.agency, report->document.year};
    report->judged = policy::judge(std::move(findings), identity, *context_->policy);
    if (context_->records) {
        const readers::Input& read = report->input;
        report->record = cross::write_record({&read.path, name_of(read.kind), read.sha256, read.byte_count, &report->document});
    }
    return report;
}

script::RuleRunner& Checker::runner(const Variant& variant) {
    const auto known = runners_.find(variant);
    if (known != runners_.end()) return known->second;
    script::RuleSettings settings = context_->plan->settings(variant);
    settings.english = context_->english;
    script::RuleRunner& made = runners_.emplace(variant, script::RuleRunner{context_->plan->packs().book, std::move(settings)}).first->second;
    made.measure_time(context_->measure_time);
    return made;
}

void Checker::add_timings(std::vector<script::RuleTiming>& sums) const {
    for (const auto& [variant, runner] : runners_) {
        const auto& timings = runner.timings();
        sums.resize(std::max(sums.size(), timings.size()));
        for (std::size_t i = 0; i < timings.size(); ++i) {
            sums[i].calls += timings[i].calls;
            sums[i].nanoseconds += timings[i].nanoseconds;
            sums[i].findings += timings[i].findings;
        }
    }
}

}  // namespace gouji::app
