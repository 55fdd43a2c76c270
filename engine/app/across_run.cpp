// SPDX-License-Identifier: Apache-2.0
#include "engine/app/across_run.hpp"

#include <algorithm>
#include <set>

#include "engine/app/policy_files.hpp"

namespace gouji::app {

namespace {

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

constexpr std::size_t reports_at_a_time = 4096;  // whose findings are in memory

// One line of another report at its own number, and the place in it.
std::unique_ptr<text::SourceText> line_of(finding::Place& place) {
    const text::SourceText& source = *place.elsewhere;
    const std::uint32_t line = source.line_of(place.span.begin);
    const text::Span whole = source.line_span(line);
    std::string text(line - 1, '\n');
    const text::Span span{place.span.begin - whole.begin + line - 1, std::min(place.span.end, whole.end) - whole.begin + line - 1};
    text += source.slice(whole);
    auto made = std::make_unique<text::SourceText>(source.name(), std::move(text), source.encoding());
    place.span = span;
    place.elsewhere = made.get();
    return made;
}

// From now on the finding refers to no record: its own places to the report itself, others to lines of their own.
void cut_loose(finding::Finding& finding, const text::SourceText* own, std::vector<std::unique_ptr<text::SourceText>>& sources) {
    const auto settle = [&](finding::Place& place) {
        if (place.elsewhere == nullptr) return;
        if (place.elsewhere == own) place.elsewhere = nullptr;
        else sources.push_back(line_of(place));
    };
    settle(finding.place);
    for (finding::Operand& operand : finding.operands) settle(operand.place);
    for (finding::Place& place : finding.related) settle(place);
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

AcrossRun::AcrossRun(const RunPlan& plan, const policy::Policy& policy, RecordStore& store, const cross::AgencyTable& table, bool english)
    : plan_{plan}, policy_{policy}, store_{store}, english_{english} {
    store_.sort();
    find_tasks(table);
}

void AcrossRun::find_tasks(const cross::AgencyTable& table) {
    const script::Across wanted = across_of(plan_);
    std::vector<cross::Entry>& entries = store_.entries();
    cross::complete_names(entries);
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

void AcrossRun::run(const Deliver& deliver, ProblemLog& log, const std::function<bool()>& stop) {
    KeptByReport kept;
    const std::vector<Hit> hits = find_hits(kept, log, stop);
    if (hits.empty() || !kept.empty()) return deliver_reports(std::move(kept), deliver);
    for (const Hit* first = hits.data(); first != hits.data() + hits.size() && !stop();) {
        const Hit* last = first;
        std::size_t reports = 0;
        for (std::uint32_t report = store_.size(); last != hits.data() + hits.size(); report = last++->report) {
            if (last->report != report && ++reports > reports_at_a_time) break;
        }
        deliver_reports(run_again(first, last), deliver);
        first = last;
    }
}

// Which reports have findings, by which task. The findings are kept where they are not too many; else `kept` stays empty.
std::vector<AcrossRun::Hit> AcrossRun::find_hits(KeptByReport& kept, ProblemLog& log, const std::function<bool()>& stop) {
    std::set<Hit> hits;
    bool too_many = false;
    for (std::uint32_t i = 0; i < tasks_.size() && !stop(); ++i) {
        Outcome outcome = run_task(tasks_[i]);
        for (const text::Problem& problem : outcome.problems) log.add_failure(problem, store_.entries()[tasks_[i].members.front()].path);
        for (const finding::Finding& finding : outcome.findings) {
            for (std::size_t member = 0; member < outcome.records.size(); ++member) {
                if (outcome.records[member].source.get() == finding.place.elsewhere) hits.insert({tasks_[i].members[member], i});
            }
        }
        if (!too_many) keep(tasks_[i], outcome, 0, store_.size(), kept);
        too_many = too_many || kept.size() > reports_at_a_time;
        if (too_many) kept.clear();
    }
    return {hits.begin(), hits.end()};
}

// Findings of the reports from `first` to before `end`. Places in the report itself stay as they are in its record.
void AcrossRun::keep(const Task& task, Outcome& outcome, std::uint32_t first, std::uint32_t end, KeptByReport& kept) const {
    for (finding::Finding& finding : outcome.findings) {
        const text::SourceText* own = finding.place.elsewhere;
        const auto is_own = [&](const cross::Record& record) { return record.source.get() == own; };
        const auto member = std::find_if(outcome.records.begin(), outcome.records.end(), is_own) - outcome.records.begin();
        const std::uint32_t report = task.members[static_cast<std::size_t>(member)];
        if (report < first || report >= end) continue;
        Kept& into = kept[report];
        cut_loose(finding, own, into.sources);
        into.findings.push_back(std::move(finding));
    }
}

AcrossRun::KeptByReport AcrossRun::run_again(const Hit* first, const Hit* last) {
    std::set<std::uint32_t> tasks;
    for (const Hit* hit = first; hit != last; ++hit) tasks.insert(hit->task);
    KeptByReport kept;
    for (const std::uint32_t task : tasks) {
        Outcome outcome = run_task(tasks_[task]);
        keep(tasks_[task], outcome, first->report, (last - 1)->report + 1, kept);
    }
    return kept;
}

AcrossRun::Outcome AcrossRun::run_task(const Task& task) {
    Outcome outcome;
    std::vector<Variant> variants;
    for (const std::uint32_t member : task.members) {
        outcome.records.push_back(store_.load(member));
        variants.push_back(plan_.variant(outcome.records.back().path(), outcome.records.back().year, outcome.records.back().agency));
    }
    for (const Variant& variant : std::set<Variant>{variants.begin(), variants.end()}) run_rules(task, variant, variants, outcome);
    return outcome;
}

// A report's findings are made with the settings that are in force for it.
void AcrossRun::run_rules(const Task& task, const Variant& variant, const std::vector<Variant>& variants, Outcome& outcome) {
    std::vector<const cross::Record*> records;
    for (const cross::Record& record : outcome.records) records.push_back(&record);
    std::vector<finding::Finding> found;
    if (task.kind == Kind::series) {
        runner(variant).run(cross::Series{std::move(records), task.undated}, found, outcome.problems);
    } else {
        const auto kind = task.kind == Kind::similar ? cross::GroupKind::similar : cross::GroupKind::hierarchy;
        runner(variant).run(cross::Group{kind, std::move(records), task.missing}, found, outcome.problems);
    }
    for (finding::Finding& finding : found) {
        for (std::size_t i = 0; i < variants.size(); ++i) {
            const bool own = outcome.records[i].source.get() == finding.place.elsewhere;
            if (own && variants[i] == variant) outcome.findings.push_back(std::move(finding));
        }
    }
}

void AcrossRun::deliver_reports(KeptByReport kept, const Deliver& deliver) {
    for (auto& [report, own] : kept) {
        const cross::Record record = store_.load(report);
        deliver(record, policy::judge(std::move(own.findings), {record.path(), record.agency, record.year}, policy_));
        own.sources.clear();
    }
}

script::RuleRunner& AcrossRun::runner(const Variant& variant) {
    const auto known = runners_.find(variant);
    if (known != runners_.end()) return known->second;
    script::RuleSettings settings = plan_.settings(variant);
    settings.english = english_;
    settings.across = true;
    return runners_.emplace(variant, script::RuleRunner{plan_.packs().book, std::move(settings)}).first->second;
}

}  // namespace gouji::app
