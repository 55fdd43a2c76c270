// SPDX-License-Identifier: Apache-2.0
#include "engine/app/check_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/app/timings.hpp"

namespace gouji::app {

namespace {

std::vector<std::string> shown_paths(const InputList& inputs) {
    std::vector<std::string> paths;
    paths.reserve(inputs.files.size());
    for (const InputFile& input : inputs.files) paths.push_back(input.file.shown);
    return paths;
}

// Reports known by their records are inputs too, although nothing is read of them: configurations lie beside them.
InputList find_inputs(const CheckArguments& arguments, const std::vector<std::string>& paths, RecordStore& store) {
    if (!arguments.from_records) return list_inputs(paths, arguments.stdin_filename);
    InputList inputs;
    for (const std::string& file : paths) store.take(file, inputs.problems);
    for (const std::string& path : store.paths()) inputs.files.push_back({{path, path}, false});
    return inputs;
}

cross::AgencyTable make_agencies(const RunPlan& plan, ProblemLog& log) {
    text::Problems problems;
    cross::AgencyTable table = load_agency_table(plan, problems);
    log.add(std::move(problems));
    return table;
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
      inputs_{find_inputs(arguments, paths, store_)},
      plan_{make_plan(arguments.rules, inputs_, log_)},
      policy_{make_policy(arguments, plan_, inputs_, log_)},
      usage_{policy_.policy},
      agencies_{make_agencies(plan_, log_)},
      across_{looks_across(plan_)},
      progress_{inputs_.files.size(), arguments.quiet || arguments.from_records, console.english()} {
    log_.add(std::exchange(inputs_.problems, {}));
    store_.use(plan_.packs().knowledge.formats);
}

int CheckRun::run(const std::function<bool()>& stop) {
    if (!open_outputs()) return finish();
    outputs_.begin(run_info(), console_.color_out());
    const CheckContext context{&plan_, &policy_.policy, readers::Limits{}, console_.english(), arguments_.timings, fix_mode(), !arguments_.diff,
                               across_ || outputs_.want_records()};
    PipelineResult result;
    if (arguments_.from_records) {
        deliver_records(stop);
    } else {
        result = run_pipeline(context, inputs_.files, jobs(), [this](const CheckedFile& file) { deliver(file); }, stop);
    }
    if (across_ && result.finished) check_across(stop);
    progress_.end();
    if (!result.finished || stop()) say_interrupted();
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
    if (targets && !arguments_.records.empty()) targets->push_back({"record", arguments_.records});
    // Records alone are a map over single reports; joining them is the next step's work.
    const auto is_record = [](const OutputTarget& target) { return target.format == "record"; };
    if (targets && std::all_of(targets->begin(), targets->end(), is_record)) across_ = false;
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
    ++seen_;
    progress_.show(seen_, tally_.findings());
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
           report.input.byte_count, name_of(report.input.kind), &report.input.landmarks, &report.record.line});
    if (across_) keep(report);
}

void CheckRun::keep(const CheckedReport& report) {
    cross::Entry entry{report.input.path, agencies_.key_of(report.document.agency), report.document.year, report.record.prose};
    if (auto kept = store_.add(report.record.line, std::move(entry)); !kept) log_.add(std::move(kept.error()));
}

// The reports themselves have no findings here: those were told when the records were made.
void CheckRun::deliver_records(const std::function<bool()>& stop) {
    text::Problems problems;
    store_.read(plan_.packs().knowledge.formats, agencies_, problems);
    store_.sort();
    log_.add(std::move(problems));
    static const finding::JudgedFindings none;
    for (std::uint32_t i = 0; i < store_.size() && !stop(); ++i) {
        const cross::Record record = store_.load(i);
        const model::Document document = cross::outline_of(record);
        ++files_;
        write({&record.path(), record.source.get(), &document, &none, record.sha256, record.byte_count, record.kind});
    }
}

void CheckRun::check_across(const std::function<bool()>& stop) {
    AcrossRun run{plan_, policy_.policy, store_, agencies_, console_.english()};
    run.run([this](const cross::Record& record, const policy::Judged& judged) {
        const model::Document document = cross::outline_of(record);
        usage_.add(judged);
        if (!arguments_.write_baseline.empty()) {
            auto entries = policy::baseline_entries(judged);
            std::move(entries.begin(), entries.end(), std::back_inserter(new_baseline_));
        }
        write({&record.path(), record.source.get(), &document, &judged.findings, record.sha256, record.byte_count, record.kind, nullptr, nullptr, true});
    }, log_, stop);
}

void CheckRun::say_interrupted() {
    const std::size_t left = inputs_.files.size() - std::min(inputs_.files.size(), arguments_.from_records ? files_ : seen_);
    text::Problem problem;
    problem.message = {fmt::format("被中断：检查了 {} 个文件，其余 {} 个没有检查", inputs_.files.size() - left, left),
                       fmt::format("interrupted: {} files were checked, the other {} were not", inputs_.files.size() - left, left)};
    log_.add(std::move(problem));
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
