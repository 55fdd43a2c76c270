// SPDX-License-Identifier: Apache-2.0
// Grouping: which reports belong together. Works on entries, a few hundred bytes for each report, so that the records
// themselves can stay on disk. Indices are those of the entries, which stand in the order of the paths.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/cross/agency.hpp"
#include "engine/cross/record.hpp"

namespace gouji::cross {

struct Entry {
    std::string path;
    std::string agency;  // key; empty: unknown
    std::optional<std::int16_t> year;
    std::uint64_t content = 0;  // equal for reports of the same bytes
    bool copy = false;          // the same bytes, agency and year as an entry before it: takes no part
    Sketch prose;
};
[[nodiscard]] Entry entry_of(const Record& record, const AgencyTable& table);

using Members = std::vector<std::uint32_t>;

// One agency's reports, by year and path. Reports without a year are only counted.
struct SeriesMembers {
    Members reports;
    std::uint32_t undated = 0;
};

// A superior's report with those of its subordinates of the same year, as the table has them.
struct HierarchyMembers {
    std::uint32_t superior = 0;
    Members subordinates;
    std::vector<std::string> missing;  // no report, or two that may differ
};

// A report and the earlier one (by year, then path) whose prose is most like it.
struct LikePair {
    std::uint32_t original = 0;
    std::uint32_t copy = 0;
};

// Of files that are the same, one stands for all; else a report that lies in 400 folders would be compared 400 times. To be
// called after complete_names().
void mark_copies(std::vector<Entry>& entries);

// A short name without its region becomes the full one, where the run has a single agency that it can be: same folder, no
// year in common. To be called first.
void complete_names(std::vector<Entry>& entries);

[[nodiscard]] std::vector<SeriesMembers> find_series(const std::vector<Entry>& entries);
[[nodiscard]] std::vector<HierarchyMembers> find_hierarchies(const std::vector<Entry>& entries, const AgencyTable& table);
// At most one pair for each report: its agency and year are known, and those of the original are others.
[[nodiscard]] std::vector<LikePair> find_like(const std::vector<Entry>& entries);

// What a rule is run on.
struct Series {
    std::vector<const Record*> reports;  // by year and path
    std::uint32_t undated = 0;
};

enum class GroupKind : std::uint8_t { hierarchy, similar };

struct Group {
    GroupKind kind = GroupKind::hierarchy;
    std::vector<const Record*> reports;  // the superior and its subordinates; the original and the copy
    std::vector<std::string> missing;    // subordinates without a report
};

}  // namespace gouji::cross
