// SPDX-License-Identifier: Apache-2.0
#include "engine/kit/across_case.hpp"

namespace gouji::kit {

namespace {

// The same place in the whole report: records have its lines under their own numbers.
text::Span in_whole(text::Span span, const text::SourceText& sparse, const text::SourceText& whole) {
    const std::uint32_t line = sparse.line_of(span.begin);
    const std::uint32_t from = sparse.line_span(line).begin;
    const std::uint32_t to = whole.line_span(line).begin;
    return {span.begin - from + to, span.end - from + to};
}

}  // namespace

AcrossCase::AcrossCase(const Case& example, const binding::Knowledge& knowledge) : knowledge_{knowledge} {
    for (const auto& [name, other] : example.other_names) table_.add_name(name, other);
    for (const auto& [superior, subordinate] : example.hierarchy) table_.add_subordinate(superior, subordinate);
}

void AcrossCase::add(const std::string& name, CaseReport made) {
    Report report;
    const std::string path = name + ".txt";
    report.bound = bind_report(path, made.text, knowledge_);
    report.made = std::move(made);
    report.record = cross::make_record({&path, "text", name, report.bound->source.utf8().size(), &report.bound->document});
    reports_.push_back(std::move(report));
}

std::vector<const cross::Record*> AcrossCase::records_of(const cross::Members& members) const {
    std::vector<const cross::Record*> records;
    for (const std::uint32_t member : members) records.push_back(&reports_[member].record);
    return records;
}

void AcrossCase::run(script::RuleRunner& runner, text::Problems& problems) {
    std::vector<cross::Entry> entries;
    for (const Report& report : reports_) entries.push_back(cross::entry_of(report.record, table_));
    cross::complete_names(entries);
    cross::mark_copies(entries);
    std::vector<finding::Finding> found;
    for (const cross::SeriesMembers& each : cross::find_series(entries)) {
        runner.run(cross::Series{records_of(each.reports), each.undated}, found, problems);
    }
    for (const cross::HierarchyMembers& each : cross::find_hierarchies(entries, table_)) {
        cross::Members members{each.superior};
        members.insert(members.end(), each.subordinates.begin(), each.subordinates.end());
        runner.run(cross::Group{cross::GroupKind::hierarchy, records_of(members), each.missing}, found, problems);
    }
    for (const cross::LikePair& each : cross::find_like(entries)) {
        runner.run(cross::Group{cross::GroupKind::similar, records_of({each.original, each.copy}), {}}, found, problems);
    }
    take(std::move(found));
}

void AcrossCase::take(std::vector<finding::Finding> found) {
    for (finding::Finding& finding : found) {
        for (Report& report : reports_) {
            if (finding.place.elsewhere != report.record.source.get()) continue;
            finding.place.span = in_whole(finding.place.span, *report.record.source, report.bound->source);
            report.findings.push_back(std::move(finding));
            break;
        }
    }
}

}  // namespace gouji::kit
