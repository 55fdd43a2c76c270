// SPDX-License-Identifier: Apache-2.0
#include "engine/finding/waiver.hpp"

#include <fmt/core.h>

#include <charconv>
#include <chrono>

namespace gouji::finding {
namespace {

// `digits` characters of `text`, all of them digits.
std::optional<int> read_digits(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = error == std::errc{} && end == digits.data() + digits.size() && digits.front() != '-';
    return whole ? std::optional{value} : std::nullopt;
}

}  // namespace

std::optional<Day> read_day(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto year = read_digits(iso.substr(0, 4));
    const auto month = read_digits(iso.substr(5, 2));
    const auto day = read_digits(iso.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return Day{static_cast<std::int16_t>(*year), static_cast<std::int8_t>(*month), static_cast<std::int8_t>(*day)};
}

std::string to_string(Day day) { return fmt::format("{:04}-{:02}-{:02}", int{day.year}, int{day.month}, int{day.day}); }

}  // namespace gouji::finding
