// SPDX-License-Identifier: Apache-2.0
#include "engine/app/checker.hpp"

#include "engine/fix/diff.hpp"
#include "engine/output/summary.hpp"
#include "engine/stored/stored_record.hpp"

namespace gouji::app {

namespace {

stored::Known known_to(const CheckContext& context) { return {&context.plan->rules(), &context.plan->packs().knowledge.formats}; }

policy::ReportIdentity identity_of(const CheckedReport& report) { return {report.input.path, report.document.agency, report.document.year}; }

}  // namespace

output::ReportView view_of(const CheckedReport& report) {
    output::ReportView view;
    view.path = &report.input.path;
    view.source = &report.input.source;
    view.document = &report.document;
    view.findings = &report.judged.findings;
    view.sha256 = report.input.sha256;
    view.byte_count = report.input.byte_count;
    view.kind = name_of(report.input.kind);
    view.landmarks = &report.input.landmarks;
    view.record = &report.record_line;
    view.unread = report.unread;
    return view;
}

// What the tree tells of places is needed only where the text was extracted, and where whole reports are shown.
std::unique_ptr<CheckedReport> restore(stored::StoredReport from, const CheckContext& context) {
    auto report = std::make_unique<CheckedReport>();
    report->input = std::move(from.input);
    report->document.source = &report->input.source;
    if (context.trees || !report->input.landmarks.empty()) {
        report->tree = binding::parse(report->input.source, report->input.grids, context.plan->packs().knowledge);
        report->document.tree = &report->tree;
    }
    report->document.agency = std::move(from.agency);
    report->document.year = from.year;
    report->document.format = from.format;
    report->unread = from.unread;
    report->problems = std::move(from.problems);
    report->judged = policy::judge(std::move(from.findings), identity_of(*report), *context.policy);
    return report;
}

CheckedFile Checker::check(const InputFile& file) {
    const bool remembers = context_->cache != nullptr && !file.standard_input;
    auto bytes = remembers ? readers::load_file(file.file.file, context_->limits) : tl::unexpected{text::Problem{}};
    return bytes ? check_or_remember(file, std::move(*bytes)) : check(file, read_input(file, context_->limits));
}

// Only what was read without any trouble: a converter that is missing today may be there tomorrow.
CheckedFile Checker::check_or_remember(const InputFile& file, std::string bytes) {
    const Cache& cache = *context_->cache;
    const std::string key = cache.key(context_->plan->configuration_of(file.file.shown), file.file.shown, bytes);
    if (const auto entry = cache.load(key)) {
        if (auto known = remembered(*entry)) return std::move(*known);
    }
    CheckedFile checked = check(file, readers::read_bytes(file.file.shown, std::move(bytes), context_->limits));
    if (!checked.problems.empty()) return checked;
    stored::ByteWriter entry;
    entry.count(checked.reports.size());
    for (const auto& report : checked.reports) {
        entry.text(report->stored);
        entry.text(report->stored_record);
    }
    cache.store(key, entry.take());
    return checked;
}

std::optional<CheckedFile> Checker::remembered(const std::string& entry) const {
    CheckedFile file;
    stored::ByteReader from{entry};
    for (std::size_t left = from.count(); left > 0 && from.good(); --left) {
        const std::string_view bytes = from.text();
        const std::string_view record = from.text();
        auto known = stored::read_report(bytes, known_to(*context_));
        if (!known) return std::nullopt;
        file.reports.push_back(restore(std::move(*known), *context_));
        CheckedReport& report = *file.reports.back();
        if (!context_->records && !context_->across) continue;
        report.record = stored::read_record(record, *known_to(*context_).formats);
        if (!report.record) return std::nullopt;
        if (context_->records) report.record_line = cross::write_record(*report.record);
        report.stored_record = record;
        report.stored = bytes;
    }
    return from.good() ? std::optional{std::move(file)} : std::nullopt;
}

CheckedFile Checker::check(const InputFile& file, readers::Reading reading) {
    CheckedFile checked;
    checked.problems = std::move(reading.problems);
    for (readers::Input& input : reading.inputs) {
        checked.reports.push_back(correct(check(std::move(input)), file));
        keep(*checked.reports.back());
    }
    return checked;
}

std::unique_ptr<CheckedReport> Checker::check(readers::Input input) {
    auto report = std::make_unique<CheckedReport>();
    report->input = std::move(input);
    report->tree = binding::parse(report->input.source, report->input.grids, context_->plan->packs().knowledge);
    report->document = binding::bind(report->input.source, report->tree, context_->plan->packs().knowledge);
    report->unread = output::unread_figures(report->document);
    std::vector<finding::Finding> findings;
    runner(context_->plan->variant(report->input.path, report->document.year, report->document.agency)).run(report->document, findings, report->problems);
    report->judged = policy::judge(std::move(findings), identity_of(*report), *context_->policy);
    return report;
}

// What is needed of it after it was written. A run that looks at single reports alone keeps nothing.
void Checker::keep(CheckedReport& report) const {
    const bool again = context_->across || context_->cache != nullptr;
    if (!again && !context_->records) return;
    const readers::Input& read = report.input;
    report.record = cross::make_record({&read.path, name_of(read.kind), read.sha256, read.byte_count, &report.document, report.unread});
    if (context_->records) report.record_line = cross::write_record(*report.record);
    if (!again) return;
    const stored::Known known = known_to(*context_);
    report.stored_record = stored::write_record(*report.record, *known.formats);
    report.stored = stored::write_report({&read, &report.document, report.unread, &report.judged.findings, &report.problems}, known);
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
