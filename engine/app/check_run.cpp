// SPDX-License-Identifier: Apache-2.0
#include "engine/app/check_run.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/app/timings.hpp"

namespace gouji::app {

namespace {

const char* name_of(readers::Kind kind) {
    switch (kind) {
        case readers::Kind::html: return "html";
        case readers::Kind::docx: return "docx";
        case readers::Kind::pdf: return "pdf";
        case readers::Kind::legacy_word: return "doc";
        default: return "text";
    }
}

std::vector<std::string> shown_paths(const InputList& inputs) {
    std::vector<std::string> paths;
    paths.reserve(inputs.files.size());
    for (const InputFile& input : inputs.files) paths.push_back(input.file.shown);
    return paths;
}

RunPlan make_plan(const RuleArguments& arguments, const InputList& inputs, ProblemLog& log) {
    text::Problems problems;
    RunPlan plan{arguments, shown_paths(inputs), problems};
    log.add(std::move(problems));
    return plan;
}

PolicyFiles make_policy(const CheckArguments& arguments, const RunPlan& plan, const InputList& inputs, ProblemLog& log) {
    text::Problems problems;
    PolicyFiles files = load_policy(arguments, plan, inputs.files, problems);
    log.add(std::move(problems));
    return files;
}

}  // namespace

CheckRun::CheckRun(const CheckArguments& arguments, const std::vector<std::string>& paths, const Console& console)
    : arguments_{arguments},
      console_{console},
      inputs_{list_inputs(paths, arguments.stdin_filename)},
      plan_{make_plan(arguments.rules, inputs_, log_)},
      policy_{make_policy(arguments, plan_, inputs_, log_)},
      usage_{policy_.policy} {
    log_.add(std::exchange(inputs_.problems, {}));
}

int CheckRun::run(const std::function<bool()>& stop) {
    if (!open_outputs()) return finish();
    outputs_.begin(run_info(), console_.color_out());
    const CheckContext context{&plan_, &policy_.policy, readers::Limits{}, console_.english(), arguments_.timings, fix_mode(), !arguments_.diff};
    const PipelineResult result = run_pipeline(context, inputs_.files, jobs(), [this](const CheckedFile& file) { deliver(file); }, stop);
    if (!result.finished) {
        text::Problem problem;
        problem.message = {"被中断，其余文件未检查", "interrupted; the remaining files were not checked"};
        log_.add(std::move(problem));
    }
    deliver_policy_findings();
    if (!arguments_.write_baseline.empty()) write_baseline();
    if (arguments_.prune_baseline) prune_baseline();
    const int status = finish();
    if (arguments_.statistics) console_.note(output::statistics(tally_, console_.english()));
    if (arguments_.timings) console_.note(timings_table(plan_.rules(), result.timings, console_.english()));
    return status;
}

bool CheckRun::open_outputs() {
    const auto& configured = plan_.configuration().format;
    const std::string format = !arguments_.format.empty() ? arguments_.format : configured ? configured->value : std::string{};
    auto targets = output_targets(format, arguments_.outputs);
    // The diff takes the place of what would go to standard output.
    if (targets && arguments_.diff) std::erase_if(*targets, [](const OutputTarget& target) { return target.file.empty(); });
    auto outputs = targets ? Outputs::open(*targets) : tl::unexpected{targets.error()};
    if (outputs) {
        outputs_ = std::move(*outputs);
    } else {
        log_.add(std::move(outputs.error()));
    }
    return outputs.has_value();
}

void CheckRun::deliver(const CheckedFile& file) {
    for (const auto& report : file.reports) deliver(*report);
    log_.add(file.problems);
}

void CheckRun::deliver(const CheckedReport& report) {
    ++files_;
    corrections_.made += report.corrected;
    corrections_.files += report.corrected == 0 ? 0 : 1;
    corrections_.refused += report.refused;
    console_.out(report.diff);
    for (const text::Problem& problem : report.problems) log_.add_failure(problem, report.input.path);
    usage_.add(report.judged);
    if (!arguments_.write_baseline.empty()) {
        auto entries = policy::baseline_entries(report.judged);
        std::move(entries.begin(), entries.end(), std::back_inserter(new_baseline_));
    }
    write({&report.input.path, &report.input.source, &report.document, &report.judged.findings, report.input.sha256,
           report.input.byte_count, name_of(report.input.kind), &report.input.landmarks});
}

void CheckRun::write(const output::ReportView& report) {
    tally_.add(report);
    worst_ = std::max(worst_, policy::worst(*report.findings));
    outputs_.write(report);
}

// What the waiver files and the baseline themselves give rise to stands behind the reports.
void CheckRun::deliver_policy_findings() {
    auto files = usage_.waiver_findings(console_.english());
    auto stale = usage_.stale_finding(console_.english());
    const bool told = stale && !arguments_.prune_baseline;  // else they are taken out of the file
    if (told) files.push_back({"baseline", {std::move(*stale)}});
    for (const auto& [name, findings] : files) {
        const text::SourceText* source = policy_.find(name);
        if (source != nullptr) write({&name, source, nullptr, &findings, {}, source->utf8().size(), "text", nullptr});
    }
}

void CheckRun::write_baseline() {
    const policy::Baseline baseline{std::move(new_baseline_)};
    if (auto written = write_file(arguments_.write_baseline, baseline.write()); !written) log_.add(std::move(written.error()));
}

// Only of reports that were checked: what was not looked at may still be there.
void CheckRun::prune_baseline() {
    if (policy_.baseline_file.empty()) {
        text::Problem problem;
        problem.kind = text::ProblemKind::usage;
        problem.message = {"--prune-baseline 需要 --baseline 或配置里的 baseline", "--prune-baseline needs --baseline, or baseline in a configuration"};
        return log_.add(std::move(problem));
    }
    const auto stale = usage_.stale_entries();
    if (stale.empty()) return;
    const std::string left = policy_.policy.baseline.without(stale).write();
    if (auto written = write_file(policy_.baseline_file, left); !written) log_.add(std::move(written.error()));
}

int CheckRun::finish() {
    const bool forgiven = !arguments_.write_baseline.empty();  // what was found is known from now on
    const policy::FailOn threshold = forgiven ? policy::FailOn::never : fail_on();
    output::RunEnd end;
    end.exit_code = policy::exit_status(threshold, worst_, !log_.empty());
    end.problems = log_.problems();
    end.files = files_;
    end.suppressed = tally_.waived() + tally_.known();
    text::Problems late = outputs_.end(end);
    if (!late.empty()) end.exit_code = exit_trouble;
    std::move(late.begin(), late.end(), std::back_inserter(end.problems));
    for (const text::Problem& problem : end.problems) console_.problem(problem);
    end.corrections = corrections_;
    end.corrections.pending = arguments_.diff;
    if (!arguments_.quiet) console_.note(output::summary_line(tally_, end, console_.english()));
    return end.exit_code;
}

output::RunInfo CheckRun::run_info() const {
    output::RunInfo info;
    info.version = GOUJI_VERSION;
    info.packs = plan_.packs().packs;
    info.rules = &plan_.rules();
    info.severities = plan_.settings({}).severities;
    info.english = console_.english();
    info.show_suppressed = arguments_.show_suppressed;
    info.quiet = arguments_.quiet;
    info.baselined = !policy_.policy.baseline.entries().empty();
    return info;
}

FixMode CheckRun::fix_mode() const {
    if (!arguments_.fix && !arguments_.diff) return FixMode::none;
    return arguments_.unsafe_fixes ? FixMode::all : FixMode::safe;
}

policy::FailOn CheckRun::fail_on() const {
    const auto& configured = plan_.configuration().fail_on;
    const std::string& name = !arguments_.fail_on.empty() || !configured ? arguments_.fail_on : configured->value;
    return policy::fail_on_from(name).value_or(policy::FailOn::warning);
}

unsigned CheckRun::jobs() const {
    const auto& configured = plan_.configuration().jobs;
    return job_count(arguments_.jobs != 0 || !configured ? arguments_.jobs : static_cast<unsigned>(configured->value));
}

}  // namespace gouji::app
