// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "engine/binding/report_title.hpp"
#include "grammar/text/character.hpp"

namespace gouji::binding {

using model::Format;
using model::TitleWords;

namespace {

constexpr std::int16_t first_year = 1990;
constexpr std::int16_t last_year = 2099;
constexpr std::string_view year_word = "年";
constexpr std::string_view degree_word = "度";

int digit_value(char32_t c) {
    if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
    constexpr std::u32string_view han = U"〇一二三四五六七八九";
    if (const auto at = han.find(c); at != std::u32string_view::npos) return static_cast<int>(at);
    return c == U'零' || c == U'○' || c == U'◯' ? 0 : -1;
}

// The digits, up to four, that `text` holds from `at` on.
struct Digits {
    int value = 0;
    int count = 0;
    std::uint32_t end = 0;
};
Digits digits_at(std::string_view text, std::uint32_t at) {
    Digits digits{0, 0, at};
    while (digits.end < text.size()) {
        const text::CodePoint c = text::code_point_at(text, digits.end);
        const int value = digit_value(c.value);
        if (value < 0) break;
        digits.value = digits.value * 10 + value;
        digits.end += c.bytes;
        if (++digits.count > 4) break;
    }
    return digits;
}

struct Name {
    std::string_view folded;
    bool official = false;
};

std::vector<Name> names_of(const std::vector<Format>& formats) {
    std::vector<Name> names;
    for (const Format& format : formats) names.push_back({format.report_name.folded, true});
    for (const Format& format : formats) {
        for (const std::string& accepted : format.report_name.accepted_folded) names.push_back({accepted, false});
    }
    return names;
}

// `name` at `at`, with at most one year inside it: 政府信息公开工作2020年度报告. A 年 is then shared by the two.
std::optional<Range> match_name(std::string_view text, std::uint32_t at, std::string_view name) {
    std::uint32_t i = at;
    bool had_year = false;
    for (std::size_t done = 0; done < name.size();) {
        if (i < text.size() && text[i] == name[done]) {
            ++i;
            ++done;
            continue;
        }
        const auto year = had_year ? std::nullopt : find_year(text.substr(0, std::min<std::size_t>(text.size(), i + 20)), i);
        if (!year || year->digits.begin != i) return std::nullopt;
        had_year = true;
        // 2020年度报告 shares the 年 with the name, 2020年年度报告 does not.
        const bool shared = name.substr(done).starts_with(year_word) && !text.substr(year->digits.end).starts_with("年年");
        i = shared ? year->digits.end : year->digits.end + static_cast<std::uint32_t>(year_word.size());
    }
    return Range{at, i};
}

struct FoundName {
    Range range;
    bool official = false;
};

bool starts_with_any(std::string_view text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.starts_with(word); });
}

// The last official name, else the last accepted one.
std::optional<FoundName> find_name(std::string_view text, const std::vector<Format>& formats, const TitleWords& words) {
    for (const Name& name : names_of(formats)) {
        if (name.folded.size() < 6) continue;
        const std::string_view head = name.folded.substr(0, 6);
        for (std::size_t at = text.rfind(head); at != std::string_view::npos;
             at = at == 0 ? std::string_view::npos : text.rfind(head, at - 1)) {
            const auto range = match_name(text, static_cast<std::uint32_t>(at), name.folded);
            if (range && !starts_with_any(text.substr(range->end), words.not_followed_by))
                return FoundName{*range, name.official};
        }
    }
    return std::nullopt;
}

// (2023年) behind the name; the range includes the parentheses.
std::optional<YearMention> year_in_parentheses(std::string_view text, std::uint32_t at) {
    if (at >= text.size() || text[at] != '(') return std::nullopt;
    auto year = find_year(text.substr(0, std::min<std::size_t>(text.size(), at + 20)), at + 1);
    if (!year || year->digits.begin != at + 1 || !text.substr(year->whole.end).starts_with(')')) return std::nullopt;
    year->whole = {at, year->whole.end + 1};
    return year;
}

Range spanning(const TitleParts& parts) {
    Range all = parts.name;
    if (!parts.agency.empty()) all.begin = std::min(all.begin, parts.agency.begin);
    if (parts.year) all = {std::min(all.begin, parts.year->whole.begin), std::max(all.end, parts.year->whole.end)};
    return all;
}

// Characters that names of agencies are made of.
bool may_be_in_agency(char32_t c) {
    return text::is_han(c) || c == U'(' || c == U')' || c == U'·' || c == U'、' || (c >= U'A' && c <= U'Z');
}

// What stands directly before `end` and may be the name of an agency, not reaching before `least`.
Range agency_before(std::string_view text, std::uint32_t end, std::uint32_t least) {
    std::uint32_t begin = end;
    while (begin > least) {
        std::uint32_t at = begin - 1;
        while (at > least && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
        if (!may_be_in_agency(text::code_point_at(text, at).value)) break;
        begin = at;
    }
    return {begin, end};
}

Range without_connecting(std::string_view text, Range range, const TitleWords& words) {
    bool again = true;
    while (again && !range.empty()) {
        again = false;
        const std::string_view part = text.substr(range.begin, range.end - range.begin);
        for (const std::string& word : words.connecting) {
            if (part.starts_with(word)) {
                range.begin += static_cast<std::uint32_t>(word.size());
            } else if (part.ends_with(word)) {
                range.end -= static_cast<std::uint32_t>(word.size());
            } else {
                continue;
            }
            again = true;
            break;
        }
    }
    return range;
}

}  // namespace

std::optional<YearMention> find_year(std::string_view folded, std::uint32_t from) {
    for (std::uint32_t i = from; i < folded.size();) {
        const Digits digits = digits_at(folded, i);
        if (digits.count == 0) {
            i += text::code_point_at(folded, i).bytes;
            continue;
        }
        if (digits.count == 4 && digits.value >= first_year && digits.value <= last_year) {
            YearMention year{static_cast<std::int16_t>(digits.value), {i, digits.end}, {i, digits.end}};
            for (const std::string_view word : {year_word, degree_word}) {
                if (folded.substr(year.whole.end).starts_with(word)) year.whole.end += static_cast<std::uint32_t>(word.size());
            }
            return year;
        }
        i = digits.end;
        while (i < folded.size() && digit_value(text::code_point_at(folded, i).value) >= 0)
            i += text::code_point_at(folded, i).bytes;
    }
    return std::nullopt;
}

std::optional<TitleParts> parse_title(std::string_view folded, const std::vector<Format>& formats, const TitleWords& words) {
    const auto name = find_name(folded, formats, words);
    if (!name) return std::nullopt;
    TitleParts parts;
    parts.name = name->range;
    parts.official_name = name->official;
    // The year stands inside the name, before it, or before the agency; the last one before the end of the name is meant. Else
    // behind it.
    for (auto year = find_year(folded); year && year->digits.begin < parts.name.end; year = find_year(folded, year->digits.end))
        parts.year = year;
    if (!parts.year) parts.year = year_in_parentheses(folded, parts.name.end);

    std::uint32_t end = parts.name.begin;
    std::uint32_t least = 0;
    if (parts.year && parts.year->digits.begin < parts.name.begin) {
        const Range between = without_connecting(folded, {parts.year->whole.end, parts.name.begin}, words);
        if (between.empty()) {
            end = parts.year->whole.begin;
        } else {
            least = parts.year->whole.end;
        }
    }
    parts.agency = without_connecting(folded, agency_before(folded, end, least), words);
    const std::string_view agency = folded.substr(parts.agency.begin, parts.agency.end - parts.agency.begin);
    const bool shares =
        parts.agency.end == parts.name.begin &&
        std::any_of(words.shared.begin(), words.shared.end(), [&](const std::string& word) { return agency.ends_with(word); });
    if (shares) parts.agency.end += 6;  // 人民 + 政府: the name's first two characters are the agency's as well
    parts.whole = spanning(parts);
    return parts;
}

}  // namespace gouji::binding
