// SPDX-License-Identifier: Apache-2.0
#include "grammar/text/decimal.hpp"

#include "grammar/text/character.hpp"

namespace gouji::text {
namespace {

constexpr int places = 6;

bool within(std::int64_t units) { return units <= Decimal::largest && units >= -Decimal::largest; }

}  // namespace

std::optional<Decimal> Decimal::read(std::string_view literal) {
    const bool negative = literal.starts_with('-');
    if (negative || literal.starts_with('+')) literal.remove_prefix(1);
    std::int64_t units = 0;
    int fraction = -1;  // digits after the point; -1: no point yet
    bool any = false;
    for (const char c : literal) {
        if (c == '.' && fraction < 0 && any) {
            fraction = 0;
            continue;
        }
        if (!is_digit(c) || fraction == places || units > largest / 10) return std::nullopt;
        units = units * 10 + (c - '0');
        any = true;
        if (fraction >= 0) ++fraction;
    }
    if (!any || fraction == 0) return std::nullopt;
    for (int i = fraction < 0 ? 0 : fraction; i < places; ++i) {
        if (units > largest / 10) return std::nullopt;
        units *= 10;
    }
    if (!within(units)) return std::nullopt;
    return Decimal{negative ? -units : units};
}

std::optional<Decimal> Decimal::times(std::int64_t factor) const {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(units_, factor, &product) || !within(product)) return std::nullopt;
    return Decimal{product};
}

std::string Decimal::to_string() const {
    const std::uint64_t magnitude = units_ < 0 ? 0 - static_cast<std::uint64_t>(units_) : static_cast<std::uint64_t>(units_);
    std::string out = units_ < 0 ? "-" : "";
    out += std::to_string(magnitude / scale);
    if (const std::uint64_t rest = magnitude % scale; rest != 0) {
        std::string digits = std::to_string(rest);
        digits.insert(0, places - digits.size(), '0');
        digits.erase(digits.find_last_not_of('0') + 1);
        out += '.' + digits;
    }
    return out;
}

}  // namespace gouji::text
