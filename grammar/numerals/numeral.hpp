// SPDX-License-Identifier: Apache-2.0
// Values of numerals that the grammar has found. Text that only looks like a numeral has no value: 十二五, 一百二, 1,23.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "grammar/text/decimal.hpp"

namespace gouji::grammar::numerals {

// 12,345.6; the separators must be well placed, which the grammar sees to.
[[nodiscard]] std::optional<text::Decimal> arabic_value(std::string_view numeral);

// 三十二, 一百零五, 一万二千; positions must fall from left to right, and 零 stands where one is left out.
[[nodiscard]] std::optional<std::int64_t> chinese_value(std::string_view numeral);

// 二〇二〇: a year, digit by digit.
[[nodiscard]] std::optional<std::int16_t> chinese_year(std::string_view numeral);

// A whole number of a date: 2031 12 二〇三一 十二.
[[nodiscard]] std::optional<std::int64_t> whole_value(std::string_view numeral);

// The factor that a unit or multiplier brings: 万, 万元: 10000; 亿, 亿元: 100000000; else 1.
[[nodiscard]] std::int64_t factor_of(std::string_view unit);

}  // namespace gouji::grammar::numerals
