// SPDX-License-Identifier: Apache-2.0
// RecordStore: the records of a run. In memory it keeps an entry of a few hundred bytes for each; the records themselves lie in
// a file without a name, which is gone with the program however it ends.
#pragma once

#include <cstdio>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cross/grouping.hpp"

namespace gouji::app {

class RecordStore {
public:
    // A full disk is a problem; the record is left out.
    [[nodiscard]] text::Result<void> add(std::string_view line, cross::Entry entry);
    // Takes the lines of a file ("-": standard input) as they are; their paths are known from then on.
    void take(const std::string& file, text::Problems& problems);
    [[nodiscard]] std::vector<std::string> paths() const;  // of what was taken, sorted, each once
    // Reads what was taken. What is no record is a problem with its file and line.
    void read(const std::vector<model::Format>& formats, const cross::AgencyTable& table, text::Problems& problems);
    void use(const std::vector<model::Format>& formats) { formats_ = &formats; }
    // By path: from now on the indices stay.
    void sort();

    [[nodiscard]] std::vector<cross::Entry>& entries() { return entries_; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
    [[nodiscard]] cross::Record load(std::uint32_t index) const;

private:
    struct Place {
        std::uint64_t offset = 0;
        std::uint32_t size = 0;
    };
    struct Line {
        Place place;
        std::uint32_t file = 0;
        std::uint32_t number = 0;
    };
    [[nodiscard]] text::Result<Place> append(std::string_view line);
    [[nodiscard]] std::string line_at(Place place) const;

    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    const std::vector<model::Format>* formats_ = nullptr;
    std::unique_ptr<std::FILE, Close> spool_;
    std::uint64_t end_ = 0;
    std::vector<Place> places_;
    std::vector<std::string> files_;
    std::vector<Line> lines_;  // taken, not yet read
    std::set<std::string> paths_;
    std::vector<cross::Entry> entries_;
};

}  // namespace gouji::app
