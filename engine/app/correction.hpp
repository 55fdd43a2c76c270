// SPDX-License-Identifier: Apache-2.0
// Correcting one text report: round after round, until nothing more can be corrected. No round may change what is read out of
// the report: a correction that would is refused, whatever rule proposed it. It writes no file; rewrite_file() does.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "engine/app/checked_report.hpp"

namespace gouji::app {

enum class FixMode : std::uint8_t { none, safe, all };

// Reads and judges a text in the way of the run.
using Recheck = std::function<std::unique_ptr<CheckedReport>(readers::Input)>;

struct Corrected {
    std::unique_ptr<CheckedReport> report;  // of the corrected text; null: nothing was to be corrected
    std::size_t made = 0;                   // corrections
    std::size_t refused = 0;                // those that would have changed what is read
};
[[nodiscard]] Corrected correct(const CheckedReport& report, FixMode mode, const Recheck& recheck);

// Puts `after` in place of `before`, in the encoding of the file, which has to hold `before` still. Whole or not at all.
struct Rewritten {
    std::string sha256;
    std::size_t byte_count = 0;
};
[[nodiscard]] text::Result<Rewritten> rewrite_file(const std::filesystem::path& file, const text::SourceText& before,
                                                   const text::SourceText& after);

}  // namespace gouji::app
