// SPDX-License-Identifier: Apache-2.0
// What a whole run came to: counts, the closing line for people, the table of --statistics. Adds up report by report and
// keeps no report. The app prints the texts on standard error.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "engine/output/writer.hpp"

namespace gouji::output {

class Tally {
public:
    void add(const ReportView& report);

    [[nodiscard]] std::size_t reports() const { return reports_; }
    [[nodiscard]] std::size_t count(finding::Severity severity) const { return by_severity_[static_cast<std::size_t>(severity)]; }
    [[nodiscard]] std::size_t findings() const { return by_severity_[0] + by_severity_[1] + by_severity_[2]; }
    [[nodiscard]] std::size_t reviews() const { return reviews_; }
    [[nodiscard]] std::size_t fixable() const { return fixable_; }
    [[nodiscard]] std::size_t unsafe() const { return unsafe_; }
    [[nodiscard]] std::size_t waived() const { return waived_; }
    [[nodiscard]] std::size_t known() const { return known_; }

    struct RuleCount {
        const finding::RuleInfo* rule = nullptr;
        std::size_t findings = 0;
        std::size_t reports = 0;
    };
    [[nodiscard]] std::vector<RuleCount> by_rule() const;  // the most frequent first, then by id

    // Grading: what the reports of one agency came to. Without an agency's name, its file stands for it.
    struct AgencyCount {
        std::string agency;
        std::size_t reports = 0;
        std::array<std::size_t, 3> by_severity{};
        std::size_t reviews = 0;
        std::size_t unread = 0;                         // figures that could not be read with certainty
        std::map<std::string, std::size_t> families;
        std::set<std::string> formats;
    };
    [[nodiscard]] const std::map<std::string, AgencyCount>& by_agency() const { return by_agency_; }

private:
    void grade(const ReportView& report);

    std::array<std::size_t, 3> by_severity_{};
    std::size_t reports_ = 0;
    std::size_t reviews_ = 0;
    std::size_t fixable_ = 0;  // by safe corrections
    std::size_t unsafe_ = 0;   // only by those that a person should look at
    std::size_t waived_ = 0;
    std::size_t known_ = 0;
    struct Counted {
        std::size_t findings = 0;
        std::size_t reports = 0;
        std::size_t last_report = 0;
    };
    std::map<const finding::RuleInfo*, Counted> by_rule_;
    std::map<std::string, AgencyCount> by_agency_;
};

// 检查了 5 份报告：错误 3，警告 12，提示 4（其中 6 处须人工复核）。 One line with its end.
[[nodiscard]] std::string summary_line(const Tally& tally, const RunEnd& end, bool english);

// Figures that are unbound, and those of tables that ran together.
[[nodiscard]] std::size_t unread_figures(const model::Document& document);

// One line for each rule that found something, then one for each agency.
[[nodiscard]] std::string statistics(const Tally& tally, bool english);

}  // namespace gouji::output
