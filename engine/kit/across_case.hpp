// SPDX-License-Identifier: Apache-2.0
// The reports of a case for rules across reports: bound, made into records as `gouji check` does it, grouped, checked. Findings
// come back with their places in the reports themselves. It owns the reports.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/cross/grouping.hpp"
#include "engine/kit/case_report.hpp"
#include "engine/script/rule_book.hpp"

namespace gouji::kit {

class AcrossCase {
public:
    AcrossCase(const Case& example, const binding::Knowledge& knowledge);

    void add(const std::string& name, CaseReport made);
    void run(script::RuleRunner& runner, text::Problems& problems);

    [[nodiscard]] const CaseReport& made(std::size_t report) const { return reports_[report].made; }
    [[nodiscard]] const BoundReport& bound(std::size_t report) const { return *reports_[report].bound; }
    [[nodiscard]] const std::vector<finding::Finding>& findings(std::size_t report) const { return reports_[report].findings; }

private:
    struct Report {
        CaseReport made;
        std::unique_ptr<BoundReport> bound;
        cross::Record record;
        std::vector<finding::Finding> findings;
    };
    [[nodiscard]] std::vector<const cross::Record*> records_of(const cross::Members& members) const;
    void take(std::vector<finding::Finding> found);

    const binding::Knowledge& knowledge_;
    cross::AgencyTable table_;
    std::vector<Report> reports_;
};

}  // namespace gouji::kit
