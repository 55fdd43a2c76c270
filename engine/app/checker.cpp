// SPDX-License-Identifier: Apache-2.0
#include "engine/app/checker.hpp"

#include "engine/fix/diff.hpp"
#include "engine/readers/sha256.hpp"
#include "grammar/parse.hpp"

namespace gouji::app {

CheckedFile Checker::check(const InputFile& file) {
    readers::Reading reading = read_input(file, context_->limits);
    CheckedFile checked;
    checked.problems = std::move(reading.problems);
    for (readers::Input& input : reading.inputs) checked.reports.push_back(correct(check(std::move(input)), file));
    return checked;
}

std::unique_ptr<CheckedReport> Checker::check(readers::Input input) {
    auto report = std::make_unique<CheckedReport>();
    report->input = std::move(input);
    report->tree = grammar::parse(report->input.source, report->input.grids);
    report->document = binding::bind(report->input.source, report->tree, context_->plan->packs().knowledge);
    std::vector<finding::Finding> findings;
    runner(context_->plan->variant(report->input.path, report->document.year, report->document.agency)).run(report->document, findings, report->problems);
    const policy::ReportIdentity identity{report->input.path, report->document.agency, report->document.year};
    report->judged = policy::judge(std::move(findings), identity, *context_->policy);
    if (context_->records) {
        const readers::Input& read = report->input;
        report->record = cross::write_record({&read.path, name_of(read.kind), read.sha256, read.byte_count, &report->document});
    }
    return report;
}

// Only a text that is a file of its own: what was extracted from another kind can't be put back.
std::unique_ptr<CheckedReport> Checker::correct(std::unique_ptr<CheckedReport> report, const InputFile& file) {
    const bool own_file = report->input.kind == readers::Kind::text && report->input.path == file.file.shown;
    if (context_->fix == FixMode::none || !own_file) return report;
    Corrected corrected = app::correct(*report, context_->fix, [this](readers::Input input) { return check(std::move(input)); });
    report->refused = corrected.refused;
    if (corrected.report == nullptr) return report;
    report->corrected = corrected.made;
    if (!context_->rewrite) {
        report->diff = fix::unified_diff(report->input.source.utf8(), corrected.report->input.source.utf8(), report->input.path);
        return report;
    }
    auto written = rewrite_file(file.file.file, report->input.source, corrected.report->input.source);
    if (!written) {
        report->corrected = 0;
        report->problems.push_back(std::move(written.error()));
        report->problems.back().file = report->input.path;
        return report;
    }
    corrected.report->input.sha256 = written->sha256;
    corrected.report->input.byte_count = written->byte_count;
    corrected.report->corrected = corrected.made;
    corrected.report->refused = corrected.refused;
    return std::move(corrected.report);
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
