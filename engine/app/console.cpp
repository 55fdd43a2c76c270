// SPDX-License-Identifier: Apache-2.0
#include "engine/app/console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "grammar/text/character.hpp"

namespace gouji::app {

namespace {

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view{} : std::string_view{value};
}

bool use_color(Color wish, std::FILE* stream) {
    if (wish != Color::automatic) return wish == Color::always;
    if (!variable("NO_COLOR").empty() || variable("TERM") == "dumb") return false;
    return isatty(fileno(stream)) != 0;
}

void write(std::FILE* stream, std::string_view text) { std::fwrite(text.data(), 1, text.size(), stream); }

// The caret stands under the column of the excerpt, counting wide characters twice and keeping tabs.
std::string caret_line(std::string_view excerpt, std::uint32_t column) {
    std::string line;
    std::uint32_t offset = 0;
    for (std::uint32_t at = 1; at < column && offset < excerpt.size(); ++at) {
        const auto point = text::code_point_at(excerpt, offset);
        if (point.value == U'\t') {
            line += '\t';
        } else {
            line.append(static_cast<std::size_t>(text::display_width(point.value)), ' ');
        }
        offset += point.bytes;
    }
    return line + '^';
}

}  // namespace

Console::Console(bool english, Color color)
    : english_{english}, color_out_{use_color(color, stdout)}, color_err_{use_color(color, stderr)} {}

void Console::out(std::string_view text) const { write(stdout, text); }

void Console::note(std::string_view text) const {
    std::fflush(stdout);
    write(stderr, text);
    if (!text.ends_with('\n')) write(stderr, "\n");
}

void Console::problem(const text::Problem& problem) const {
    const std::string_view bold = color_err_ ? "\033[1;31m" : "";
    const std::string_view plain = color_err_ ? "\033[0m" : "";
    note(fmt::format("gouji: {}{}{} {}", bold, in("问题：", "problem:"), plain, describe(problem, english_)));
}

std::string describe(const text::Problem& problem, bool english) {
    std::string said;
    if (!problem.file.empty()) {
        said += problem.file;
        if (problem.line != 0) said += fmt::format(":{}", problem.line);
        if (problem.line != 0 && problem.column != 0) said += fmt::format(":{}", problem.column);
        said += ": ";
    }
    said += problem.message.in(english);
    if (problem.excerpt.empty()) return said;
    const std::string gutter = problem.line == 0 ? std::string{} : std::to_string(problem.line);
    said += fmt::format("\n  {} | {}", gutter, problem.excerpt);
    if (problem.column != 0) said += fmt::format("\n  {:{}} | {}", "", gutter.size(), caret_line(problem.excerpt, problem.column));
    return said;
}

bool english_by_environment() {
    for (const char* name : {"GOUJI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const std::string_view value = variable(name);
        if (!value.empty()) return value.starts_with("en");
    }
    return false;
}

}  // namespace gouji::app
