// SPDX-License-Identifier: Apache-2.0
// Problem: a trouble with an input, a rule, a pack, a format or a configuration - never with what a report says
// (that is a finding) and never a bug of ours (that is an assertion). Problems are values; only the app prints them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace gouji::text {

enum class ProblemKind : std::uint8_t { input, rule, pack, format, configuration, usage };

// A text in the two languages of the program. Messages to users are Chinese first.
struct Bilingual {
    std::string zh;
    std::string en;

    [[nodiscard]] const std::string& in(bool english) const { return english && !en.empty() ? en : zh; }
};

struct Problem {
    ProblemKind kind = ProblemKind::input;
    Bilingual message;         // one sentence, says what was expected
    std::string file;          // as the user named it; empty where there is none
    std::uint32_t line = 0;    // from 1; 0: no line
    std::uint32_t column = 0;  // from 1, in code points; 0: no column
    std::string excerpt;       // the line of that file, without its end
    std::string subject;       // the rule, option or key concerned; may be empty
};

// The line of a file as an excerpt shows it: counted from 1, without its end; empty behind the last.
[[nodiscard]] std::string_view line_at(std::string_view file, std::uint32_t line);

using Problems = std::vector<Problem>;

template <class T>
using Result = tl::expected<T, Problem>;

}  // namespace gouji::text
