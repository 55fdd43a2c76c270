// SPDX-License-Identifier: Apache-2.0
#include "engine/cross/grouping.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace gouji::cross {

namespace {

std::string_view folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

// Two years of one agency often lie in sister folders: 2022/x.txt, 2023/x.txt.
bool are_near(std::string_view a, std::string_view b) {
    return folder_of(a) == folder_of(b) || folder_of(folder_of(a)) == folder_of(folder_of(b));
}

using ByAgency = std::map<std::string, Members>;

ByAgency by_agency(const std::vector<Entry>& entries) {
    ByAgency agencies;
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        if (!entries[i].agency.empty() && !entries[i].copy) agencies[entries[i].agency].push_back(i);
    }
    return agencies;
}

bool may_be_one(const std::vector<Entry>& entries, const Members& brief, const Members& full) {
    for (const std::uint32_t a : brief) {
        for (const std::uint32_t b : full) {
            if (!entries[a].year || !entries[b].year || entries[a].year == entries[b].year) return false;
            if (!are_near(entries[a].path, entries[b].path)) return false;
        }
    }
    return true;
}

// Full names by their ends, for those that are a region and something more.
std::unordered_multimap<std::string, const std::string*> full_names(const ByAgency& agencies) {
    std::unordered_multimap<std::string, const std::string*> names;
    for (const auto& [key, members] : agencies) {
        for (std::size_t at = 3; at + 3 < key.size(); ++at) {
            const std::string end = key.substr(at);
            if (agencies.contains(end) && has_region_before(key, end)) names.emplace(end, &key);
        }
    }
    return names;
}

}  // namespace

Entry entry_of(const Record& record, const AgencyTable& table) {
    Entry entry;
    entry.path = record.path();
    if (!record.name.key.empty()) entry.agency = table.key_of(record.agency);
    entry.year = record.year;
    entry.content = std::hash<std::string>{}(record.sha256);
    entry.prose = record.prose;
    return entry;
}

void complete_names(std::vector<Entry>& entries) {
    const ByAgency agencies = by_agency(entries);
    const auto names = full_names(agencies);
    std::vector<std::pair<const Members*, const std::string*>> certain;
    for (const auto& [brief, members] : agencies) {
        const auto [first, last] = names.equal_range(brief);
        if (first == last || std::next(first) != last) continue;
        if (may_be_one(entries, members, agencies.at(*first->second))) certain.emplace_back(&members, first->second);
    }
    for (const auto& [members, key] : certain) {
        for (const std::uint32_t i : *members) entries[i].agency = *key;
    }
}

void mark_copies(std::vector<Entry>& entries) {
    std::set<std::tuple<std::string_view, std::int16_t, std::uint64_t>> known;
    for (Entry& entry : entries) {
        if (!entry.agency.empty() && entry.year) entry.copy = !known.emplace(entry.agency, *entry.year, entry.content).second;
    }
}

std::vector<SeriesMembers> find_series(const std::vector<Entry>& entries) {
    std::vector<SeriesMembers> all;
    for (auto& [key, members] : by_agency(entries)) {
        SeriesMembers series;
        for (const std::uint32_t i : members) entries[i].year ? series.reports.push_back(i) : static_cast<void>(++series.undated);
        std::stable_sort(series.reports.begin(), series.reports.end(), [&](auto a, auto b) { return *entries[a].year < *entries[b].year; });
        if (series.reports.size() > 1) all.push_back(std::move(series));
    }
    return all;
}

std::vector<HierarchyMembers> find_hierarchies(const std::vector<Entry>& entries, const AgencyTable& table) {
    std::vector<HierarchyMembers> all;
    if (table.subordinates.empty()) return all;
    std::map<std::pair<std::string, std::int16_t>, Members> reports;
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        if (!entries[i].agency.empty() && entries[i].year && !entries[i].copy) reports[{entries[i].agency, *entries[i].year}].push_back(i);
    }
    for (const auto& [key, members] : reports) {
        const auto below = table.subordinates.find(key.first);
        if (below == table.subordinates.end() || members.size() != 1) continue;
        HierarchyMembers group{members.front(), {}, {}};
        for (const std::string& name : below->second) {
            const auto found = reports.find({table.key_of(name), key.second});
            const bool single = found != reports.end() && found->second.size() == 1;
            single ? group.subordinates.push_back(found->second.front()) : group.missing.push_back(name);
        }
        if (!group.subordinates.empty()) all.push_back(std::move(group));
    }
    return all;
}

}  // namespace gouji::cross
