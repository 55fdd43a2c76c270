// SPDX-License-Identifier: Apache-2.0
// What a whole run came to: counts, the closing line for people, the table of --statistics. Adds up report by report and
// keeps no report. The app prints the texts on standard error.
#pragma once

#include <array>
#include <cstdint>
#include <map>
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
    [[nodiscard]] std::size_t waived() const { return waived_; }
    [[nodiscard]] std::size_t known() const { return known_; }

    struct RuleCount {
        const finding::RuleInfo* rule = nullptr;
        std::size_t findings = 0;
        std::size_t reports = 0;
    };
    [[nodiscard]] std::vector<RuleCount> by_rule() const;  // the most frequent first, then by id

private:
    std::array<std::size_t, 3> by_severity_{};
    std::size_t reports_ = 0;
    std::size_t reviews_ = 0;
    std::size_t fixable_ = 0;
    std::size_t waived_ = 0;
    std::size_t known_ = 0;
    struct Counted {
        std::size_t findings = 0;
        std::size_t reports = 0;
        std::size_t last_report = 0;
    };
    std::map<const finding::RuleInfo*, Counted> by_rule_;
};

// 检查了 5 份报告：错误 3，警告 12，提示 4（其中 6 处须人工复核）。 One line with its end.
[[nodiscard]] std::string summary_line(const Tally& tally, const RunEnd& end, bool english);

// One line for each rule that found something.
[[nodiscard]] std::string statistics(const Tally& tally, bool english);

}  // namespace gouji::output
