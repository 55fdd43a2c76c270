// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/docx/numerals.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "grammar/text/utf8.hpp"

namespace gouji::readers::docx {
namespace {

using Digits = std::array<std::string_view, 10>;
constexpr Digits plain_digits{"○", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits formal_digits{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr std::array<std::string_view, 4> plain_units{"", "十", "百", "千"};
constexpr std::array<std::string_view, 4> formal_units{"", "拾", "佰", "仟"};

std::string digit_by_digit(int number, const Digits& digits) {
    std::string out;
    for (const char digit : std::to_string(number)) out += digits[static_cast<std::size_t>(digit - '0')];
    return out;
}

// 12: 十二, 120: 一百二十, 105: 一百零五. Up to 9999; beyond that digit by digit.
std::string counted(int number, const Digits& digits, const std::array<std::string_view, 4>& units, bool bare_ten) {
    if (number > 9999) return digit_by_digit(number, digits);
    const std::string decimal = std::to_string(number);
    std::string out;
    bool gap = false;
    for (std::size_t i = 0; i < decimal.size(); ++i) {
        const auto digit = static_cast<std::size_t>(decimal[i] - '0');
        const std::size_t unit = decimal.size() - i - 1;
        if (digit == 0) {
            gap = true;
            continue;
        }
        if (gap) out += "零";
        gap = false;
        if (!(bare_ten && digit == 1 && unit == 1 && i == 0)) out += digits[digit];
        out += units[unit];
    }
    return out.empty() ? std::string{digits[0]} : out;
}

std::string roman(int number) {
    constexpr std::array<std::pair<int, std::string_view>, 13> parts{{{1000, "m"},
                                                                      {900, "cm"},
                                                                      {500, "d"},
                                                                      {400, "cd"},
                                                                      {100, "c"},
                                                                      {90, "xc"},
                                                                      {50, "l"},
                                                                      {40, "xl"},
                                                                      {10, "x"},
                                                                      {9, "ix"},
                                                                      {5, "v"},
                                                                      {4, "iv"},
                                                                      {1, "i"}}};
    if (number > 3999) return std::to_string(number);
    std::string out;
    for (const auto& [size, letters] : parts) {
        for (; number >= size; number -= size) out += letters;
    }
    return out;
}

// a … z, aa, bb …
std::string letters(int number) {
    return std::string(static_cast<std::size_t>(std::min((number - 1) / 26 + 1, 20)), static_cast<char>('a' + (number - 1) % 26));
}

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

// One character of a row that begins with `first` for 1; decimal beyond its end.
std::string enclosed(int number, char32_t first, int last) {
    if (number > last) return std::to_string(number);
    std::string out;
    text::append_utf8(out, first + static_cast<char32_t>(number - 1));
    return out;
}

std::string full_width(int number) {
    std::string out;
    for (const char digit : std::to_string(number)) text::append_utf8(out, U'０' + static_cast<char32_t>(digit - '0'));
    return out;
}

std::string one_of(int number, const Digits& names) {
    return number <= 10 ? std::string{names[static_cast<std::size_t>(number - 1)]} : std::to_string(number);
}

}  // namespace

std::string list_number(int number, std::string_view format) {
    if (format == "none" || format == "bullet") return {};
    if (number < 1) return std::to_string(number);
    if (format == "chineseCounting")
        return number < 100 ? counted(number, plain_digits, plain_units, true) : digit_by_digit(number, plain_digits);
    if (format == "chineseCountingThousand" || format == "japaneseCounting" || format == "taiwaneseCounting" ||
        format == "taiwaneseCountingThousand" || format == "koreanCounting") {
        return counted(number, plain_digits, plain_units, true);
    }
    if (format == "ideographDigital" || format == "japaneseDigitalTenThousand" || format == "taiwaneseDigital")
        return digit_by_digit(number, plain_digits);
    if (format == "chineseLegalSimplified" || format == "ideographLegalTraditional")
        return counted(number, formal_digits, formal_units, false);
    if (format == "ideographTraditional") return one_of(number, {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"});
    if (format == "decimalEnclosedCircle" || format == "decimalEnclosedCircleChinese") return enclosed(number, U'①', 20);
    if (format == "decimalEnclosedParen") return enclosed(number, U'⑴', 20);
    if (format == "decimalEnclosedFullstop") return enclosed(number, U'⒈', 20);
    if (format == "ideographEnclosedCircle") return enclosed(number, U'㊀', 10);
    if (format == "decimalFullWidth" || format == "decimalFullWidth2") return full_width(number);
    if (format == "decimalZero") return (number < 10 ? "0" : "") + std::to_string(number);
    if (format == "lowerRoman") return roman(number);
    if (format == "upperRoman") return upper(roman(number));
    if (format == "lowerLetter") return letters(number);
    if (format == "upperLetter") return upper(letters(number));
    return std::to_string(number);
}

}  // namespace gouji::readers::docx
