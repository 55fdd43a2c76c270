// SPDX-License-Identifier: Apache-2.0
#include "engine/app/record_store.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <numeric>

namespace gouji::app {

namespace {

text::Problem no_space(int error) {
    text::Problem problem;
    problem.message = {std::string{"跨报告检查所需的临时文件不能写入："} + std::strerror(error),
                       std::string{"the temporary file for rules across reports can't be written: "} + std::strerror(error)};
    return problem;
}

std::FILE* open_spool() {
    const char* folder = std::getenv("TMPDIR");
    std::string name = std::string{folder == nullptr || *folder == '\0' ? "/tmp" : folder} + "/gouji-records.XXXXXX";
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0) return nullptr;
    ::unlink(name.c_str());
    return ::fdopen(descriptor, "w+b");
}

}  // namespace

text::Result<RecordStore::Place> RecordStore::append(std::string_view line) {
    if (spool_ == nullptr) spool_.reset(open_spool());
    if (spool_ == nullptr || std::fwrite(line.data(), 1, line.size(), spool_.get()) != line.size()) return tl::unexpected{no_space(errno)};
    const Place place{end_, static_cast<std::uint32_t>(line.size())};
    end_ += line.size();
    return place;
}

text::Result<void> RecordStore::add(std::string_view line, cross::Entry entry) {
    const auto place = append(line);
    if (!place) return tl::unexpected{place.error()};
    places_.push_back(*place);
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
        auto place = append(line);
        if (!place) return problems.push_back(std::move(place.error()));
        lines_.push_back({*place, static_cast<std::uint32_t>(files_.size() - 1), number});
        if (auto path = cross::path_of_record(line)) paths_.insert(std::move(*path));
    }
}

std::vector<std::string> RecordStore::paths() const { return {paths_.begin(), paths_.end()}; }

void RecordStore::read(const std::vector<model::Format>& formats, const cross::AgencyTable& table, text::Problems& problems) {
    use(formats);
    if (spool_ != nullptr) std::fflush(spool_.get());
    for (const Line& line : lines_) {
        auto record = cross::read_record(line_at(line.place), formats);
        if (record) {
            places_.push_back(line.place);
            entries_.push_back(cross::entry_of(*record, table));
            continue;
        }
        record.error().file = files_[line.file];
        record.error().line = line.number;
        problems.push_back(std::move(record.error()));
    }
    lines_.clear();
}

void RecordStore::sort() {
    if (spool_ != nullptr) std::fflush(spool_.get());
    std::vector<std::uint32_t> order(entries_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return entries_[a].path < entries_[b].path; });
    std::vector<cross::Entry> entries;
    std::vector<Place> places;
    for (const std::uint32_t i : order) {
        entries.push_back(std::move(entries_[i]));
        places.push_back(places_[i]);
    }
    entries_ = std::move(entries);
    places_ = std::move(places);
}

std::string RecordStore::line_at(Place place) const {
    std::string line(place.size, '\0');
    for (std::size_t done = 0; done < line.size();) {
        const auto count = ::pread(::fileno(spool_.get()), line.data() + done, line.size() - done, static_cast<off_t>(place.offset + done));
        if (count == 0 || (count < 0 && errno != EINTR)) break;
        if (count > 0) done += static_cast<std::size_t>(count);
    }
    return line;
}

cross::Record RecordStore::load(std::uint32_t index) const {
    auto record = cross::read_record(line_at(places_[index]), *formats_);
    if (!record) std::abort();  // it was read before, or written by us
    return std::move(*record);
}

}  // namespace gouji::app
