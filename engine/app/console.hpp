// SPDX-License-Identifier: Apache-2.0
// Console: the only place that writes to the terminal. Speaks the language of the run; knows no rule and no report.
// Findings and other results go to standard output, everything else to standard error.
#pragma once

#include <string>
#include <string_view>

#include "grammar/text/problem.hpp"

namespace gouji::app {

enum class Color : std::uint8_t { automatic, always, never };

// Exit statuses: part of the public contract.
inline constexpr int exit_clean = 0;
inline constexpr int exit_findings = 1;
inline constexpr int exit_trouble = 2;

class Console {
public:
    Console(bool english, Color color);

    [[nodiscard]] bool english() const { return english_; }
    [[nodiscard]] bool color_out() const { return color_out_; }
    [[nodiscard]] const std::string& in(const text::Bilingual& both) const { return both.in(english_); }
    [[nodiscard]] std::string_view in(std::string_view zh, std::string_view en) const { return english_ ? en : zh; }

    void out(std::string_view text) const;   // as it is; a broken pipe ends the program quietly
    void note(std::string_view text) const;  // on standard error, with a line end
    void problem(const text::Problem& problem) const;

private:
    bool english_;
    bool color_out_;
    bool color_err_;
};

// "file:line:column: message" and, where there is one, the excerpt with a caret; without a line end at the end.
[[nodiscard]] std::string describe(const text::Problem& problem, bool english);

// zh unless --lang or the environment (LC_ALL, LC_MESSAGES, LANG) says English.
[[nodiscard]] bool english_by_environment();

}  // namespace gouji::app
