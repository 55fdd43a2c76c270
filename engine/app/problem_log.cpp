// SPDX-License-Identifier: Apache-2.0
#include "engine/app/problem_log.hpp"

#include <fmt/format.h>

namespace gouji::app {

void ProblemLog::add(text::Problems problems) {
    for (text::Problem& problem : problems) add(std::move(problem));
}

void ProblemLog::add_failure(text::Problem problem, const std::string& report) {
    // What a rule says may differ from report to report; where it fails is one place.
    const std::string key = fmt::format("{}\n{}:{}", problem.subject, problem.file, problem.line);
    const auto [known, added] = failures_.emplace(key, entries_.size());
    if (added) entries_.push_back({std::move(problem), report, 0});
    ++entries_[known->second].reports;
}

text::Problems ProblemLog::problems() const {
    text::Problems all;
    all.reserve(entries_.size());
    for (const Entry& entry : entries_) {
        text::Problem problem = entry.problem;
        if (entry.reports == 1) {
            problem.message.zh += fmt::format("（检查 {} 时）", entry.first_report);
            problem.message.en += fmt::format(" (while checking {})", entry.first_report);
        } else if (entry.reports > 1) {
            problem.message.zh += fmt::format("（检查 {} 等 {} 份报告时）", entry.first_report, entry.reports);
            problem.message.en += fmt::format(" (while checking {} and {} more)", entry.first_report, entry.reports - 1);
        }
        all.push_back(std::move(problem));
    }
    return all;
}

}  // namespace gouji::app
