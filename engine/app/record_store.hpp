// SPDX-License-Identifier: Apache-2.0
// RecordStore: the reports of a run that looks at them together: their records, and the reports themselves where they were read.
// In memory it keeps an entry of a few hundred bytes for each; all else lies in a spool.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/app/spool.hpp"
#include "engine/cross/grouping.hpp"

namespace gouji::app {

class RecordStore {
public:
    void use(const std::vector<model::Format>& formats) { formats_ = &formats; }

    // `record` and `report` as engine/stored writes them. A full disk is a problem; the report is left out.
    [[nodiscard]] text::Result<void> add(std::string_view record, std::string_view report, cross::Entry entry);

    // Takes the lines of a file ("-": standard input) as they are; their paths are known from then on.
    void take(const std::string& file, text::Problems& problems);
    [[nodiscard]] std::vector<std::string> paths() const;  // of what was taken, sorted, each once
    // Reads what was taken. What is no record is a problem with its file and line; so is an input that had not been read.
    void read(const cross::AgencyTable& table, text::Problems& problems);

    // By path: from now on the indices stay.
    void sort();

    [[nodiscard]] std::vector<cross::Entry>& entries() { return entries_; }
    [[nodiscard]] const std::string& path(std::uint32_t index) const { return entries_[index].path; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
    // Any number of threads may load.
    [[nodiscard]] cross::Record load(std::uint32_t index) const;
    [[nodiscard]] std::string report(std::uint32_t index) const { return spool_.read(kept_[index].report); }

private:
    struct Kept {
        Spool::Place record;
        Spool::Place report;
    };
    struct Line {
        Spool::Place place;
        std::uint32_t file = 0;
        std::uint32_t number = 0;
    };
    void read_line(const Line& line, const cross::AgencyTable& table, text::Problems& problems);

    const std::vector<model::Format>* formats_ = nullptr;
    Spool spool_;
    std::vector<Kept> kept_;
    std::vector<cross::Entry> entries_;
    Spool taken_;
    std::vector<std::string> files_;
    std::vector<Line> lines_;  // taken, not yet read
    std::set<std::string> paths_;
};

}  // namespace gouji::app
