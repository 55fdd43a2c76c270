// SPDX-License-Identifier: Apache-2.0
// ProblemLog: the problems of a run in their order. A rule that fails on a thousand reports is one problem that says so.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "grammar/text/problem.hpp"

namespace gouji::app {

class ProblemLog {
public:
    void add(text::Problem problem) { entries_.push_back({std::move(problem), {}, 0}); }
    void add(text::Problems problems);
    // A rule that failed while `report` was checked.
    void add_failure(text::Problem problem, const std::string& report);

    [[nodiscard]] bool empty() const { return entries_.empty(); }
    [[nodiscard]] text::Problems problems() const;

private:
    struct Entry {
        text::Problem problem;
        std::string first_report;
        std::size_t reports = 0;
    };
    std::vector<Entry> entries_;
    std::map<std::string, std::size_t> failures_;  // rule, message and place → index in entries_
};

}  // namespace gouji::app
