// SPDX-License-Identifier: Apache-2.0
// Waiver (豁免): a finding that an office has looked at and accepts, with its reason. Read from gouji.waivers.toml by
// engine/config, applied by engine/policy. It owns its strings; `span` points into the waiver file, so that a waiver that
// waives nothing can be shown in its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/problem.hpp"
#include "grammar/text/span.hpp"

namespace gouji::finding {

// A day of the calendar. Library code never asks the clock: the app says which day it is.
struct Day {
    std::int16_t year = 0;
    std::int8_t month = 0;
    std::int8_t day = 0;

    friend auto operator<=>(const Day&, const Day&) = default;
};

[[nodiscard]] std::optional<Day> read_day(std::string_view iso);  // 2026-01-31; nothing for a day that does not exist
[[nodiscard]] std::string to_string(Day day);

struct Waiver {
    std::string rule;             // id or name, matched exactly
    std::string files;            // file pattern, relative to `folder`; empty: every file
    std::string folder;           // of the waiver file, as the shown paths begin ("2024/county"); empty: the working folder
    std::string figure;           // "applications.balance.total", "applications.denied.*"; empty: any place
    std::string section;          // "overview"; empty: any place
    std::string reason;           // mandatory
    std::optional<Day> last_day;  // none: for ever
    std::string approver;         // may be empty
    std::string file;             // the waiver file as shown to users
    text::Span span;              // of the entry in that file
    text::Bilingual fault;        // why it cannot be used; empty: it can
};

using Waivers = std::vector<Waiver>;

}  // namespace gouji::finding
