// SPDX-License-Identifier: Apache-2.0
// Cache: what was found in a file, kept in a folder between runs. One file for each key; a key is made of everything that decides
// what is found: the program, the packs, the configuration, the path and the bytes. Entries are written aside and renamed, so
// that any number of processes may share the folder. What is damaged counts as absent.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "grammar/text/problem.hpp"

namespace gouji::app {

class RunPlan;

class Cache {
public:
    Cache(std::filesystem::path folder, const RunPlan& plan, bool english);

    // `configuration`: which of the plan's holds for the path.
    [[nodiscard]] std::string key(std::uint32_t configuration, std::string_view path, std::string_view bytes) const;

    // From here on, any thread.
    [[nodiscard]] std::optional<std::string> load(const std::string& key) const;
    void store(const std::string& key, std::string_view entry) const;

    // Why entries could not be written, where that happened; the run does not suffer from it.
    [[nodiscard]] std::optional<text::Problem> trouble() const;

private:
    [[nodiscard]] std::filesystem::path file_of(const std::string& key) const;
    void give_up(int error) const;

    std::filesystem::path folder_;
    std::string run_;  // the digest of what all keys share
    mutable std::atomic<bool> given_up_{false};
    mutable std::atomic<std::uint64_t> number_{0};
    mutable std::mutex lock_;
    mutable int error_ = 0;
};

}  // namespace gouji::app
