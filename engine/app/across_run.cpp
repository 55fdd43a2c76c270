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
    const std::vector<Hit> hits = find_hits(log, stop);
    for (auto first = hits.begin(); first != hits.end();) {
        const auto last = std::find_if(first, hits.end(), [&](const Hit& hit) { return hit.report != first->report; });
        deliver_report(first->report, &*first, &*first + (last - first), deliver);
        first = last;
    }
}

std::vector<AcrossRun::Hit> AcrossRun::find_hits(ProblemLog& log, const std::function<bool()>& stop) {
    std::set<Hit> hits;
    for (std::uint32_t i = 0; i < tasks_.size() && !stop(); ++i) {
        const Outcome outcome = run_task(tasks_[i]);
        for (const text::Problem& problem : outcome.problems) log.add_failure(problem, store_.entries()[tasks_[i].members.front()].path);
        for (const finding::Finding& finding : outcome.findings) {
            for (std::size_t member = 0; member < outcome.records.size(); ++member) {
                if (outcome.records[member].source.get() == finding.place.elsewhere) hits.insert({tasks_[i].members[member], i});
            }
        }
    }
    return {hits.begin(), hits.end()};
}

AcrossRun::Outcome AcrossRun::run_task(const Task& task) {
    Outcome outcome;
    std::vector<Variant> variants;
    for (const std::uint32_t member : task.members) {
        outcome.records.push_back(store_.load(member));
        variants.push_back(plan_.variant(outcome.records.back().path(), outcome.records.back().year));
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

void AcrossRun::deliver_report(std::uint32_t report, const Hit* first, const Hit* last, const Deliver& deliver) {
    std::vector<Outcome> outcomes;  // other reports' places stay until the findings are written
    const cross::Record own = store_.load(report);
    std::vector<finding::Finding> findings;
    for (const Hit* hit = first; hit != last; ++hit) {
        const cross::Members& members = tasks_[hit->task].members;
        outcomes.push_back(run_task(tasks_[hit->task]));
        const auto member = static_cast<std::size_t>(std::find(members.begin(), members.end(), report) - members.begin());
        const text::SourceText* source = outcomes.back().records[member].source.get();
        const auto settle = [&](finding::Place& place) {
            if (place.elsewhere == source) place.elsewhere = own.source.get();
        };
        for (finding::Finding& finding : outcomes.back().findings) {
            if (finding.place.elsewhere != source) continue;
            settle(finding.place);
            for (finding::Operand& operand : finding.operands) settle(operand.place);
            for (finding::Place& place : finding.related) settle(place);
            findings.push_back(std::move(finding));
        }
    }
    deliver(own, policy::judge(std::move(findings), {own.path(), own.agency, own.year}, policy_));
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
