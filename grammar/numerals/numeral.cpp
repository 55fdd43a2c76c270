// SPDX-License-Identifier: Apache-2.0
#include "grammar/numerals/numeral.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace gouji::grammar::numerals {
namespace {

constexpr std::size_t han_size = 3;

struct Figure {
    std::string_view character;
    std::int64_t value;  // of a digit 0 to 9; of a unit 10 to 10000
};

constexpr std::array<Figure, 16> figures{{{"一", 1}, {"二", 2}, {"三", 3}, {"四", 4}, {"五", 5}, {"六", 6}, {"七", 7}, {"八", 8},
                                          {"九", 9}, {"十", 10}, {"零", 0}, {"〇", 0}, {"两", 2}, {"百", 100}, {"千", 1000}, {"万", 10000}}};

std::int64_t figure_value(std::string_view character) {
    const auto* const found = std::find_if(figures.begin(), figures.end(), [&](const Figure& f) { return f.character == character; });
    return found == figures.end() ? -1 : found->value;
}

// Reads a numeral from left to right: a digit waits for its unit, units fall inside a section, 万 closes a section.
class Reader {
public:
    bool take(std::int64_t figure) {
        if (figure < 0) return false;
        if (figure == 0) return take_zero();
        if (figure < 10) return take_digit(figure);
        return figure == 10000 ? close_section() : take_unit(figure);
    }

    [[nodiscard]] std::optional<std::int64_t> value() const {
        const bool short_form = digit_ > 0 && last_unit_ > 10 && last_unit_ < 10000 && !zero_;  // 一百二 is 120, or is it?
        if (short_form || (zero_ && digit_ < 0)) return std::nullopt;
        return total_ + section_ + std::max<std::int64_t>(digit_, 0);
    }

private:
    bool take_zero() {
        if (digit_ >= 0 || zero_ || (section_ == 0 && total_ == 0)) return false;
        zero_ = true;
        return true;
    }
    bool take_digit(std::int64_t digit) {
        if (digit_ >= 0) return false;
        digit_ = digit;
        return true;
    }
    bool take_unit(std::int64_t unit) {
        const bool bare_ten = digit_ < 0 && unit == 10 && section_ == 0 && !zero_;
        if (unit >= last_unit_ || (digit_ < 0 && !bare_ten)) return false;
        section_ += (bare_ten ? 1 : digit_) * unit;
        last_unit_ = unit;
        digit_ = -1;
        zero_ = false;
        return true;
    }
    bool close_section() {
        if (total_ != 0 || !value().has_value() || section_ + digit_ == 0) return false;
        total_ = *value() * 10000;
        section_ = 0;
        digit_ = -1;
        last_unit_ = 10000;
        zero_ = false;
        return true;
    }

    std::int64_t total_ = 0;
    std::int64_t section_ = 0;
    std::int64_t digit_ = -1;  // -1: none waits
    std::int64_t last_unit_ = 10000;
    bool zero_ = false;
};

}  // namespace

std::optional<text::Decimal> arabic_value(std::string_view numeral) {
    if (numeral.find(',') == std::string_view::npos) return text::Decimal::read(numeral);
    std::string plain{numeral};
    std::erase(plain, ',');
    return text::Decimal::read(plain);
}

std::optional<std::int64_t> chinese_value(std::string_view numeral) {
    if (numeral == "零" || numeral == "〇") return 0;
    Reader reader;
    for (std::size_t i = 0; i + han_size <= numeral.size(); i += han_size) {
        if (!reader.take(figure_value(numeral.substr(i, han_size)))) return std::nullopt;
    }
    return numeral.empty() ? std::nullopt : reader.value();
}

std::optional<std::int16_t> chinese_year(std::string_view numeral) {
    if (numeral.size() != 4 * han_size) return std::nullopt;
    std::int64_t year = 0;
    for (std::size_t i = 0; i < numeral.size(); i += han_size) {
        const std::int64_t digit = figure_value(numeral.substr(i, han_size));
        if (digit < 0 || digit > 9) return std::nullopt;
        year = year * 10 + digit;
    }
    return static_cast<std::int16_t>(year);
}

std::optional<std::int64_t> whole_value(std::string_view numeral) {
    const bool digits = !numeral.empty() && numeral[0] >= '0' && numeral[0] <= '9';
    if (!digits) {
        if (const auto year = chinese_year(numeral)) return *year;
        return chinese_value(numeral);
    }
    std::int64_t value = 0;
    for (const char c : numeral) value = value * 10 + (c - '0');
    return value;
}

std::int64_t factor_of(std::string_view unit) {
    if (unit.starts_with("万")) return 10'000;
    return unit.starts_with("亿") ? 100'000'000 : 1;
}

}  // namespace gouji::grammar::numerals
