// SPDX-License-Identifier: Apache-2.0
#include "engine/app/check_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
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
      agencies_{make_agencies(plan_, log_)},
      progress_{inputs_.files.size(), arguments.quiet || arguments.from_records, console.english()} {
    log_.add(std::exchange(inputs_.problems, {}));
    store_.use(plan_.packs().knowledge.formats);
    // Corrections change what would be remembered, and times are those of rules that run.
    const bool remembers = !arguments.cache.empty() && fix_mode() == FixMode::none && !arguments.timings;
    if (remembers) cache_.emplace(arguments.cache, plan_, console.english());
}

int CheckRun::run(const std::function<bool()>& stop) {
    if (!begin()) return finish();
    PipelineResult result;
    if (arguments_.from_records) {
        deliver_records(stop);
    } else {
        result = run_pipeline(context(), inputs_.files, jobs(), [this](const CheckedFile& file) { deliver(file); }, stop);
        if (across_ && result.finished) check_across(stop);
    }
    progress_.end();
    if (!result.finished || stop()) say_interrupted();
    deliver_policy_findings();
    if (!arguments_.write_baseline.empty()) write_baseline();
    if (arguments_.prune_baseline) prune_baseline();
    const int status = finish();
    if (arguments_.statistics) console_.note(output::statistics(delivery_->tally(), console_.english()));
    if (arguments_.timings) console_.note(timings_table(plan_.rules(), result.timings, console_.english()));
    return status;
}

text::Result<std::vector<OutputTarget>> CheckRun::targets() const {
    const auto& configured = plan_.configuration().format;
    const std::string format = !arguments_.format.empty() ? arguments_.format : configured ? configured->value : std::string{};
    auto targets = output_targets(format, arguments_.outputs);
    // The diff takes the place of what would go to standard output.
    if (targets && arguments_.diff) std::erase_if(*targets, [](const OutputTarget& target) { return target.file.empty(); });
    if (targets && !arguments_.records.empty()) targets->push_back({"record", arguments_.records});
    return targets;
}

bool CheckRun::begin() {
    auto wanted = targets();
    if (!wanted) {
        log_.add(std::move(wanted.error()));
        return false;
    }
    targets_ = std::move(*wanted);
    // Records alone are a map over single reports; joining them is the next step's work.
    const auto is_record = [](const OutputTarget& target) { return target.format == "record"; };
    across_ = looks_across(plan_) && !std::all_of(targets_.begin(), targets_.end(), is_record);
    delivery_ = open_delivery();
    return delivery_.has_value();
}

// Where rules across reports may add to what was written, standard output waits for the end, too.
std::optional<Delivery> CheckRun::open_delivery() {
    const bool wait = across_ && !arguments_.from_records && inputs_.files.size() > 1;
    auto outputs = Outputs::open(targets_, wait);
    if (!outputs) {
        log_.add(std::move(outputs.error()));
        return std::nullopt;
    }
    std::optional<Delivery> delivery{std::in_place, std::move(*outputs), run_info(), console_.color_out(), policy_.policy};
    if (!arguments_.write_baseline.empty()) delivery->want_baseline();
    return delivery;
}

CheckContext CheckRun::context() const {
    const auto is = [](std::string_view format) { return [format](const OutputTarget& target) { return target.format == format; }; };
    CheckContext context;
    context.plan = &plan_;
    context.policy = &policy_.policy;
    context.english = console_.english();
    context.measure_time = arguments_.timings;
    context.fix = fix_mode();
    context.rewrite = !arguments_.diff;
    context.records = std::any_of(targets_.begin(), targets_.end(), is("record"));
    context.across = across_;
    context.trees = std::any_of(targets_.begin(), targets_.end(), is("html"));
    context.cache = cache_ ? &*cache_ : nullptr;
    return context;
}

void CheckRun::deliver(const CheckedFile& file) {
    for (const auto& report : file.reports) deliver(*report);
    log_.add(file.problems);
    ++seen_;
    progress_.show(seen_, delivery_->tally().findings());
}

void CheckRun::deliver(const CheckedReport& report) {
    corrections_.made += report.corrected;
    corrections_.files += report.corrected == 0 ? 0 : 1;
    corrections_.refused += report.refused;
    console_.out(report.diff);
    for (const text::Problem& problem : report.problems) log_.add_failure(problem, report.input.path);
    delivery_->write(view_of(report), report.judged);
    if (across_) keep(report);
}

// Without room for all reports the rules across them do not run: on some of them they would say what is not so.
void CheckRun::keep(const CheckedReport& report) {
    auto kept = store_.add(report.stored_record, report.stored, cross::entry_of(*report.record, agencies_));
    if (kept) return;
    across_ = false;
    kept.error().message.zh += "；跨报告的检查没有进行";
    kept.error().message.en += "; rules across reports did not run";
    log_.add(std::move(kept.error()));
}

// The reports themselves have no findings of their own here: those were told when the records were made.
void CheckRun::deliver_records(const std::function<bool()>& stop) {
    text::Problems problems;
    store_.read(agencies_, problems);
    log_.add(std::move(problems));
    AcrossRun across{plan_, store_, agencies_, console_.english(), jobs()};
    if (across_ && !across.run(log_, stop)) return;
    for (std::uint32_t i = 0; i < store_.size() && !stop(); ++i) {
        const cross::Record record = store_.load(i);
        const model::Document document = cross::outline_of(record);
        stored::Sources sources;
        const auto judged = policy::judge(across.findings_of(i, *record.source, sources), {record.path(), record.agency, record.year}, policy_.policy);
        output::ReportView view;
        view.path = &record.path();
        view.source = record.source.get();
        view.document = &document;
        view.findings = &judged.findings;
        view.sha256 = record.sha256;
        view.byte_count = record.byte_count;
        view.kind = record.kind;
        view.unread = record.unread;
        view.partial = true;
        delivery_->write(view, judged);
    }
}

void CheckRun::check_across(const std::function<bool()>& stop) {
    AcrossRun across{plan_, store_, agencies_, console_.english(), jobs()};
    if (across.run(log_, stop) && across.found_any()) deliver_again(across, stop);
}

// Findings stand by path, then position. Where there are some across reports, what was written so far is dropped, and every
// report is written anew with all of its findings. A run that is stopped meanwhile ends with what it had.
void CheckRun::deliver_again(const AcrossRun& across, const std::function<bool()>& stop) {
    auto again = open_delivery();
    const CheckContext context = this->context();
    const stored::Known known{&plan_.rules(), &plan_.packs().knowledge.formats};
    for (std::uint32_t i = 0; again && i < store_.size(); ++i) {
        if (stop()) return;
        auto stored = stored::read_report(store_.report(i), known);
        if (!stored) std::abort();  // we wrote it
        stored::Sources sources;
        auto more = across.findings_of(i, stored->input.source, sources);
        std::move(more.begin(), more.end(), std::back_inserter(stored->findings));
        const auto report = restore(std::move(*stored), context);
        if (context.records) report->record_line = cross::write_record(store_.load(i));
        again->write(view_of(*report), report->judged);
    }
    if (again) delivery_.emplace(std::move(*again));
}

void CheckRun::say_interrupted() {
    const std::size_t all = inputs_.files.size();
    const std::size_t left = arguments_.from_records ? all - std::min(all, delivery_->reports()) : all - seen_;
    text::Problem problem;
    problem.message = left != 0 ? text::Bilingual{fmt::format("被中断：检查了 {} 个文件，其余 {} 个没有检查", all - left, left),
                                                  fmt::format("interrupted: {} files were checked, the other {} were not", all - left, left)}
                                : text::Bilingual{fmt::format("被中断：{} 个文件都已检查，跨报告的检查没有完成", all),
                                                  fmt::format("interrupted: all {} files were checked, but not to the end across reports", all)};
    log_.add(std::move(problem));
}

// What the waiver files and the baseline themselves give rise to stands behind the reports.
void CheckRun::deliver_policy_findings() {
    const policy::Usage& usage = delivery_->usage();
    auto files = usage.waiver_findings(console_.english());
    auto stale = usage.stale_finding(console_.english());
    const bool told = stale && !arguments_.prune_baseline;  // else they are taken out of the file
    if (told) files.push_back({"baseline", {std::move(*stale)}});
    for (const auto& [name, findings] : files) {
        const text::SourceText* source = policy_.find(name);
        if (source != nullptr) delivery_->write(output::ReportView{&name, source, nullptr, &findings, {}, source->utf8().size(), "text"});
    }
}

void CheckRun::write_baseline() {
    const policy::Baseline baseline{delivery_->take_baseline()};
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
    const auto stale = delivery_->usage().stale_entries();
    if (stale.empty()) return;
    const std::string left = policy_.policy.baseline.without(stale).write();
    if (auto written = write_file(policy_.baseline_file, left); !written) log_.add(std::move(written.error()));
}

int CheckRun::finish() {
    const bool forgiven = !arguments_.write_baseline.empty();  // what was found is known from now on
    const policy::FailOn threshold = forgiven ? policy::FailOn::never : fail_on();
    const output::Tally nothing;
    const output::Tally& tally = delivery_ ? delivery_->tally() : nothing;
    output::RunEnd end;
    end.exit_code = policy::exit_status(threshold, delivery_ ? delivery_->worst() : std::nullopt, !log_.empty());
    end.problems = log_.problems();
    for (const text::Problem& problem : end.problems) {
        if (problem.kind == text::ProblemKind::input && !problem.file.empty()) end.records.push_back(cross::write_unread(problem));
    }
    end.files = delivery_ ? delivery_->reports() : 0;
    end.suppressed = tally.waived() + tally.known();
    text::Problems late = delivery_ ? delivery_->end(end) : text::Problems{};
    if (!late.empty()) end.exit_code = exit_trouble;
    std::move(late.begin(), late.end(), std::back_inserter(end.problems));
    for (const text::Problem& problem : end.problems) console_.problem(problem);
    if (const auto trouble = cache_ ? cache_->trouble() : std::nullopt) console_.problem(*trouble);
    end.corrections = corrections_;
    end.corrections.pending = arguments_.diff;
    if (!arguments_.quiet) console_.note(output::summary_line(tally, end, console_.english()));
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
