// SPDX-License-Identifier: Apache-2.0
// The pipeline: inputs are checked side by side and delivered in their order. At most a few reports for each job are in
// memory at any time, however many files there are. oneTBB stays behind it.
#pragma once

#include <functional>
#include <vector>

#include "engine/app/checker.hpp"

namespace gouji::app {

using Deliver = std::function<void(const CheckedFile&)>;

// Calls `deliver` once for each input, in order, never two at a time. Returns the time of each rule where it is measured.
// Stops early, and says so with false in `finished`, where `stop` gives true.
struct PipelineResult {
    std::vector<script::RuleTiming> timings;
    bool finished = true;
};
[[nodiscard]] PipelineResult run_pipeline(const CheckContext& context, const std::vector<InputFile>& files, unsigned jobs,
                                          const Deliver& deliver, const std::function<bool()>& stop);

// The number of workers for --jobs N (0: one for each core).
[[nodiscard]] unsigned job_count(unsigned wanted);

}  // namespace gouji::app
