// SPDX-License-Identifier: Apache-2.0
#include "engine/app/across_run.hpp"

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <set>

#include "engine/app/in_order.hpp"
#include "engine/app/policy_files.hpp"

namespace gouji::app {

namespace {

constexpr std::size_t most_members = 10'000;  // their records are in memory together

text::Problem too_many(const std::string& first_path, std::size_t count) {
    return {text::ProblemKind::input,
            {fmt::format("同一机关或同一组的报告有 {} 份，超过 {} 份的限制，没有做跨报告的检查", count, most_members),
             fmt::format("{} reports of one agency or group are more than the limit of {}; the rules across reports were not run on them", count,
                         most_members)},
            first_path, 0, 0, {}, {}};
}

script::Across across_of(const RunPlan& plan) {
    script::Across all;
    for (std::uint32_t i = 0; i < plan.configurations().size(); ++i) {
        // Overrides may turn a rule on; they are few, and grouping in vain costs little.
        for (const std::uint64_t overrides : {std::uint64_t{0}, ~std::uint64_t{0}}) {
            const script::Across one = plan.packs().book.across(plan.settings({i, overrides}).enabled);
            all.series = all.series || one.series;
            all.hierarchies = all.hierarchies || one.hierarchies;
            all.similar = all.similar || one.similar;
        }
    }
    return all;
}

void add_names(cross::AgencyTable& table, const std::vector<config::AgencyNames>& agencies) {
    for (const config::AgencyNames& each : agencies) {
        for (const std::string& other : each.also) table.add_name(each.name, other);
    }
}

}  // namespace

bool looks_across(const RunPlan& plan) { return across_of(plan).any(); }

cross::AgencyTable load_agency_table(const RunPlan& plan, text::Problems& problems) {
    cross::AgencyTable table;
    for (const config::Configuration& configuration : plan.configurations()) {
        add_names(table, configuration.agencies);
        if (!configuration.agencies_file) continue;
        const std::string& file = configuration.agencies_file->value;
        auto bytes = read_text_file(file);
        if (bytes) add_names(table, config::read_agencies(*bytes, file, problems));
        else problems.push_back(std::move(bytes.error()));
    }
    for (const config::Configuration& configuration : plan.configurations()) {
        if (!configuration.hierarchy) continue;
        const std::string& file = configuration.hierarchy->value;
        auto bytes = read_text_file(file);
        if (!bytes) {
            problems.push_back(std::move(bytes.error()));
            continue;
        }
        for (const config::Subordinates& each : config::read_hierarchy(*bytes, file, problems)) {
            for (const std::string& name : each.names) table.add_subordinate(each.superior, name);
        }
    }
    return table;
}

AcrossRun::AcrossRun(const RunPlan& plan, RecordStore& store, const cross::AgencyTable& table, bool english, unsigned jobs)
    : plan_{plan}, store_{store}, english_{english}, jobs_{jobs} {
    store_.sort();
    find_tasks(table);
}

void AcrossRun::find_tasks(const cross::AgencyTable& table) {
    const script::Across wanted = across_of(plan_);
    using Kind = AcrossTask::Kind;
    std::vector<cross::Entry>& entries = store_.entries();
    cross::complete_names(entries);
    cross::mark_copies(entries);
    if (wanted.series) {
        for (cross::SeriesMembers& each : cross::find_series(entries)) tasks_.push_back({Kind::series, std::move(each.reports), {}, each.undated});
    }
    if (wanted.hierarchies) {
        for (cross::HierarchyMembers& each : cross::find_hierarchies(entries, table)) {
            each.subordinates.insert(each.subordinates.begin(), each.superior);
            tasks_.push_back({Kind::hierarchy, std::move(each.subordinates), std::move(each.missing), 0});
        }
    }
    if (wanted.similar) {
        for (const cross::LikePair& each : cross::find_like(entries)) tasks_.push_back({Kind::similar, {each.original, each.copy}, {}, 0});
    }
}

bool AcrossRun::run(ProblemLog& log, const std::function<bool()>& stop) {
    tbb::enumerable_thread_specific<AcrossWorker> workers{[&] { return AcrossWorker{plan_, store_, english_}; }};
    std::size_t done = 0;
    const bool finished = run_in_order(
        tasks_.size(), jobs_, [&](std::size_t task) { return workers.local().run(tasks_[task]); },
        [&](AcrossWorker::Found found) { keep(tasks_[done++], std::move(found), log); }, stop);
    std::stable_sort(hits_.begin(), hits_.end(), [](const Hit& a, const Hit& b) { return a.report < b.report; });
    return finished;
}

void AcrossRun::keep(const AcrossTask& task, AcrossWorker::Found found, ProblemLog& log) {
    for (const text::Problem& problem : found.problems) {
        if (problem.kind == text::ProblemKind::rule) log.add_failure(problem, store_.path(task.members.front()));
        else log.add(problem);
    }
    for (const auto& [report, bytes] : found.by_report) {
        auto place = spool_.append(bytes);
        if (place) hits_.push_back({report, *place});
        else log.add(std::move(place.error()));
    }
}

std::vector<finding::Finding> AcrossRun::findings_of(std::uint32_t report, const text::SourceText& whole, stored::Sources& sources) const {
    std::vector<finding::Finding> findings;
    auto hit = std::partition_point(hits_.begin(), hits_.end(), [&](const Hit& each) { return each.report < report; });
    for (; hit != hits_.end() && hit->report == report; ++hit) {
        const std::string bytes = spool_.read(hit->place);
        stored::ByteReader from{bytes};
        while (!from.at_end()) findings.push_back(stored::read_finding(from, plan_.rules(), whole, sources));
    }
    return findings;
}

// A report's findings are made with the settings that are in force for it.
AcrossWorker::Found AcrossWorker::run(const AcrossTask& task) {
    if (task.members.size() > most_members) return {{}, {too_many(store_->path(task.members.front()), task.members.size())}};
    std::vector<cross::Record> records;
    std::vector<Variant> variants;
    for (const std::uint32_t member : task.members) {
        records.push_back(store_->load(member));
        variants.push_back(plan_->variant(records.back().path(), records.back().year, records.back().agency));
    }
    Found found;
    std::map<std::uint32_t, stored::ByteWriter> by_report;
    for (const Variant& variant : std::set<Variant>{variants.begin(), variants.end()}) {
        for (const finding::Finding& finding : run_rules(task, records, variant, found.problems)) {
            for (std::size_t i = 0; i < records.size(); ++i) {
                const text::SourceText* own = records[i].source.get();
                if (own == finding.place.elsewhere && variants[i] == variant) stored::write_finding(by_report[task.members[i]], finding, plan_->rules(), own);
            }
        }
    }
    for (auto& [report, bytes] : by_report) found.by_report.emplace(report, bytes.take());
    return found;
}

std::vector<finding::Finding> AcrossWorker::run_rules(const AcrossTask& task, const std::vector<cross::Record>& records, const Variant& variant,
                                                      text::Problems& problems) {
    std::vector<const cross::Record*> members;
    for (const cross::Record& record : records) members.push_back(&record);
    std::vector<finding::Finding> found;
    if (task.kind == AcrossTask::Kind::series) {
        runner(variant).run(cross::Series{std::move(members), task.undated}, found, problems);
    } else {
        const auto kind = task.kind == AcrossTask::Kind::similar ? cross::GroupKind::similar : cross::GroupKind::hierarchy;
        runner(variant).run(cross::Group{kind, std::move(members), task.missing}, found, problems);
    }
    return found;
}

script::RuleRunner& AcrossWorker::runner(const Variant& variant) {
    const auto known = runners_.find(variant);
    if (known != runners_.end()) return known->second;
    script::RuleSettings settings = plan_->settings(variant);
    settings.english = english_;
    settings.across = true;
    return runners_.emplace(variant, script::RuleRunner{plan_->packs().book, std::move(settings)}).first->second;
}

}  // namespace gouji::app
