// SPDX-License-Identifier: Apache-2.0
// Cases: how a pack says what its rules must find and where they must stay silent. A file of cases is plain text that a rule
// editor writes by hand; docs/writing-rules.md teaches it. Reading gives values that own everything; nothing is run here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "grammar/text/problem.hpp"

namespace gouji::kit {

// A change to a base report.
struct Edit {
    enum class Kind : std::uint8_t { set, replace, replace_all, insert_after, insert_before, remove, remove_line, remove_lines, remove_section };
    Kind kind = Kind::replace;
    std::string target;  // what stands in the base; a figure or section id
    std::string text;    // what is put there; the last line for remove_lines
    std::uint32_t line = 0;
};

// Where a finding has to be: ⟦text⟧, ⟦first … last⟧, ⟦text⟧#2, a figure id, or section:ID for its heading.
struct ExpectedPlace {
    enum class Kind : std::uint8_t { anywhere, text, figure, section };
    Kind kind = Kind::anywhere;
    std::string text;
    std::uint32_t nth = 0;  // 0: there has to be only one
};

struct Expectation {
    std::string rule;
    std::string logical;  // empty: any
    ExpectedPlace place;
    std::string report;   // of a case with several reports
    bool review = false;
    std::vector<std::string> says;
    std::vector<std::pair<std::string, std::string>> suspects;  // figure, value; empty: not looked at
    std::uint32_t line = 0;
    std::string written;
};

struct Case {
    std::string title;
    std::uint32_t line = 0;
    std::vector<std::string> rules;   // of the `rule` line above it
    std::string base;                 // name of a base report; empty: the text stands in the case
    std::vector<Edit> edits;
    std::optional<std::string> text;
    std::vector<std::pair<std::string, std::string>> options;
    std::vector<Expectation> finds;
    std::vector<std::string> silent;  // rules
    bool all_silent = false;
    std::vector<Case> reports;        // of a case for rules across reports: the title is the report's name
    std::vector<std::pair<std::string, std::string>> hierarchy;    // superior, subordinate
    std::vector<std::pair<std::string, std::string>> other_names;  // name, other name
    std::vector<std::uint32_t> expectation_lines;  // of find, silent and what belongs to them: what --update rewrites
    std::uint32_t last_line = 0;
};

struct CaseFile {
    std::string path;  // as shown
    std::string text;
    std::vector<Case> cases;
};

// Every case that can be read; what cannot is in `problems` with its line.
[[nodiscard]] CaseFile read_cases(std::string path, std::string text, text::Problems& problems);

}  // namespace gouji::kit
