// SPDX-License-Identifier: Apache-2.0
// Delivery: what is told of the reports, one after the other: into the outputs, the counts, the new baseline, and what was used of
// the policy. A run that knows more about its reports at the end begins a new one, and the first is dropped unseen.
#pragma once

#include <optional>
#include <vector>

#include "engine/app/checked_report.hpp"
#include "engine/app/outputs.hpp"
#include "engine/output/summary.hpp"

namespace gouji::app {

class Delivery {
public:
    Delivery(Outputs outputs, const output::RunInfo& run, bool color_out, const policy::Policy& policy);

    void write(const output::ReportView& report, const policy::Judged& judged);
    // A file that is no report: findings about waivers and the baseline.
    void write(const output::ReportView& file);

    [[nodiscard]] const output::Tally& tally() const { return tally_; }
    [[nodiscard]] std::optional<finding::Severity> worst() const { return worst_; }
    [[nodiscard]] const policy::Usage& usage() const { return usage_; }
    [[nodiscard]] std::size_t reports() const { return reports_; }
    [[nodiscard]] std::vector<policy::BaselineEntry> take_baseline() { return std::move(baseline_); }
    void want_baseline() { baseline_wanted_ = true; }

    // Files appear in their places now.
    [[nodiscard]] text::Problems end(const output::RunEnd& end) { return outputs_.end(end); }

private:
    Outputs outputs_;
    output::Tally tally_;
    policy::Usage usage_;
    std::optional<finding::Severity> worst_;
    std::vector<policy::BaselineEntry> baseline_;
    bool baseline_wanted_ = false;
    std::size_t reports_ = 0;
};

}  // namespace gouji::app
