// SPDX-License-Identifier: Apache-2.0
#include "engine/app/pipeline.hpp"

#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <thread>

#include "engine/app/in_order.hpp"

namespace gouji::app {

unsigned job_count(unsigned wanted) { return wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency()); }

PipelineResult run_pipeline(const CheckContext& context, const std::vector<InputFile>& files, unsigned jobs, const Deliver& deliver,
                            const std::function<bool()>& stop) {
    tbb::enumerable_thread_specific<Checker> checkers{[&] { return Checker{context}; }};
    PipelineResult result;
    result.finished = run_in_order(
        files.size(), jobs, [&](std::size_t file) { return checkers.local().check(files[file]); }, deliver, stop);
    for (const Checker& checker : checkers) checker.add_timings(result.timings);
    return result;
}

}  // namespace gouji::app
