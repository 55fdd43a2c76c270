// SPDX-License-Identifier: Apache-2.0
// Decimal: an exact decimal number with six places, held as a scaled 64-bit integer. Reports are added up with it;
// floating point is never used. Arithmetic that would overflow or lose a digit gives no value instead of a wrong one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji::text {

class Decimal {
public:
    static constexpr std::int64_t scale = 1'000'000;

    constexpr Decimal() = default;
    static constexpr Decimal of(std::int64_t whole) { return Decimal{whole * scale}; }
    static constexpr Decimal scaled(std::int64_t units) { return Decimal{units}; }

    // Reads an ASCII literal: [+-]digits[.digits]; nothing for more than six places or for an overflow.
    static std::optional<Decimal> read(std::string_view literal);

    [[nodiscard]] constexpr std::int64_t units() const { return units_; }
    [[nodiscard]] constexpr bool is_whole() const { return units_ % scale == 0; }
    [[nodiscard]] constexpr bool is_negative() const { return units_ < 0; }
    [[nodiscard]] constexpr bool is_zero() const { return units_ == 0; }
    [[nodiscard]] std::optional<Decimal> times(std::int64_t factor) const;
    [[nodiscard]] double as_double() const { return static_cast<double>(units_) / scale; }  // for display only

    // Shortest form: "12", "7730.28", "-3".
    [[nodiscard]] std::string to_string() const;

    friend constexpr Decimal operator+(Decimal a, Decimal b) { return Decimal{a.units_ + b.units_}; }
    friend constexpr Decimal operator-(Decimal a, Decimal b) { return Decimal{a.units_ - b.units_}; }
    friend constexpr auto operator<=>(Decimal, Decimal) = default;

    // Sums of figures stay far from the limits because read() refuses anything above this magnitude.
    static constexpr std::int64_t largest = 1'000'000'000'000 * scale;

private:
    constexpr explicit Decimal(std::int64_t units) : units_{units} {}
    std::int64_t units_ = 0;
};

}  // namespace gouji::text
