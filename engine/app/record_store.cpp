// SPDX-License-Identifier: Apache-2.0
#include "engine/app/record_store.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <numeric>
#include <utility>

#include "engine/stored/stored_record.hpp"

namespace gouji::app {

text::Result<void> RecordStore::add(std::string_view record, std::string_view report, cross::Entry entry) {
    const auto record_place = spool_.append(record);
    const auto report_place = record_place ? spool_.append(report) : record_place;
    if (!report_place) return tl::unexpected{report_place.error()};
    kept_.push_back({*record_place, *report_place});
    entries_.push_back(std::move(entry));
    return {};
}

void RecordStore::take(const std::string& file, text::Problems& problems) {
    std::ifstream stream;
    if (file != "-") stream.open(file, std::ios::binary);
    std::error_code error;
    if (file != "-" && (!stream || std::filesystem::is_directory(file, error))) {
        return problems.push_back({text::ProblemKind::input, {"不能读取报告记录", "the records can't be read"}, file, 0, 0, {}, {}});
    }
    std::istream& from = file == "-" ? std::cin : stream;
    files_.push_back(file);
    std::uint32_t number = 0;
    for (std::string line; std::getline(from, line);) {
        ++number;
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty()) continue;
        auto place = taken_.append(line);
        if (!place) return problems.push_back(std::move(place.error()));
        lines_.push_back({*place, static_cast<std::uint32_t>(files_.size() - 1), number});
        if (auto path = cross::path_of_record(line)) paths_.insert(std::move(*path));
    }
}

std::vector<std::string> RecordStore::paths() const { return {paths_.begin(), paths_.end()}; }

void RecordStore::read(const cross::AgencyTable& table, text::Problems& problems) {
    for (const Line& line : lines_) read_line(line, table, problems);
    lines_ = {};
    paths_ = {};
}

void RecordStore::read_line(const Line& line, const cross::AgencyTable& table, text::Problems& problems) {
    const std::string text = taken_.read(line.place);
    if (auto unread = cross::read_unread(text)) return problems.push_back(std::move(*unread));
    auto record = cross::read_record(text, *formats_);
    if (record) {
        auto added = add(stored::write_record(*record, *formats_), {}, cross::entry_of(*record, table));
        if (!added) problems.push_back(std::move(added.error()));
        return;
    }
    record.error().file = files_[line.file];
    record.error().line = line.number;
    problems.push_back(std::move(record.error()));
}

void RecordStore::sort() {
    std::vector<std::uint32_t> order(entries_.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto by_path = [&](std::uint32_t a, std::uint32_t b) { return entries_[a].path < entries_[b].path; };
    if (std::is_sorted(order.begin(), order.end(), by_path)) return;
    std::stable_sort(order.begin(), order.end(), by_path);
    std::vector<cross::Entry> entries;
    std::vector<Kept> kept;
    entries.reserve(order.size());
    kept.reserve(order.size());
    for (const std::uint32_t i : order) {
        entries.push_back(std::move(entries_[i]));
        kept.push_back(kept_[i]);
    }
    entries_ = std::move(entries);
    kept_ = std::move(kept);
}

cross::Record RecordStore::load(std::uint32_t index) const {
    auto record = stored::read_record(spool_.read(kept_[index].record), *formats_);
    if (!record) std::abort();  // we wrote it
    return std::move(*record);
}

}  // namespace gouji::app
