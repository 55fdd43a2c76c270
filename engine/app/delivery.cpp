// SPDX-License-Identifier: Apache-2.0
#include "engine/app/delivery.hpp"

#include <algorithm>
#include <iterator>

#include "engine/policy/exit_status.hpp"

namespace gouji::app {

Delivery::Delivery(Outputs outputs, const output::RunInfo& run, bool color_out, const policy::Policy& policy)
    : outputs_{std::move(outputs)}, usage_{policy} {
    outputs_.begin(run, color_out);
}

void Delivery::write(const output::ReportView& report, const policy::Judged& judged) {
    ++reports_;
    usage_.add(judged);
    if (baseline_wanted_) {
        auto entries = policy::baseline_entries(judged);
        std::move(entries.begin(), entries.end(), std::back_inserter(baseline_));
    }
    write(report);
}

void Delivery::write(const output::ReportView& file) {
    tally_.add(file);
    worst_ = std::max(worst_, policy::worst(*file.findings));
    outputs_.write(file);
}

}  // namespace gouji::app
