// SPDX-License-Identifier: Apache-2.0
// Results of cases as text: for people, and as new expectations.
#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "engine/kit/case_runner.hpp"

namespace gouji::kit {

namespace {

void add_indented(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out += "    ";
        out += text.substr(0, end);
        out += '\n';
        text.remove_prefix(std::min(text.size(), end + 1));
    }
}

// Lines of the file that give way, and what is put where the first of them stood.
struct Rewriting {
    std::vector<std::uint32_t> gone;
    std::uint32_t at = 0;  // before this line; behind the case's last line where there was none
    const std::vector<std::string>* lines = nullptr;
};

Rewriting rewriting_of(const CaseResult& result) {
    const Case& example = *result.example;
    const auto& lines = example.expectation_lines;
    return {lines, lines.empty() ? example.last_line + 1 : lines.front(), &result.as_it_is};
}

// With their ends.
std::vector<std::string_view> split_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end == std::string_view::npos ? end : end + 1));
        text.remove_prefix(lines.back().size());
    }
    return lines;
}

void add_lines(std::string& out, const std::vector<std::string>& lines) {
    if (!out.empty() && !out.ends_with('\n')) out += '\n';
    for (const std::string& line : lines) out += line + "\n";
}

// The expectation with its place: before its last word, where that is "review".
std::string with_place(std::string_view line, const std::string& place) {
    std::string out{line.substr(0, line.find_last_not_of(" \t\r\n") + 1)};
    constexpr std::string_view review = " review";
    if (out.ends_with(review)) return out.substr(0, out.size() - review.size()) + " " + place + std::string{review} + "\n";
    return out + " " + place + "\n";
}

}  // namespace

std::string describe(const CaseResult& result, const std::string& file, bool english) {
    if (result.passed()) return {};
    std::string out = fmt::format("{}:{}: {}\n", file, result.example->line, result.example->title);
    for (const text::Problem& problem : result.problems) {
        out += fmt::format("  {}{}:{}: {}\n", problem.subject.empty() ? "" : problem.subject + " ", problem.file, problem.line, problem.message.in(english));
    }
    if (!result.missing.empty()) out += english ? "  expected and not found:\n" : "  应当有而没有：\n";
    for (const std::string& line : result.missing) add_indented(out, line);
    if (!result.surplus.empty()) out += english ? "  found and not expected:\n" : "  有而不应当有：\n";
    for (const Found& found : result.surplus) {
        add_indented(out, found.line);
        out += fmt::format("      {}:{}  {}\n", found.position.line, found.position.column, found.message);
    }
    return out;
}

std::string update_cases(const CaseFile& file, const std::vector<CaseResult>& results) {
    std::vector<Rewriting> rewritings;
    std::map<std::uint32_t, std::string> places;
    for (const CaseResult& result : results) {
        if (result.passed()) places.insert(result.places.begin(), result.places.end());
        if (!result.passed() && result.problems.empty()) rewritings.push_back(rewriting_of(result));
    }
    const std::vector<std::string_view> lines = split_lines(file.text);
    std::string out;
    for (std::uint32_t number = 1; number <= lines.size() + 1; ++number) {
        bool gone = number > lines.size();
        for (const Rewriting& rewriting : rewritings) {
            if (rewriting.at == number) add_lines(out, *rewriting.lines);
            gone = gone || std::find(rewriting.gone.begin(), rewriting.gone.end(), number) != rewriting.gone.end();
        }
        if (gone) continue;
        const auto place = places.find(number);
        out += place == places.end() ? std::string{lines[number - 1]} : with_place(lines[number - 1], place->second);
    }
    return out;
}

}  // namespace gouji::kit
