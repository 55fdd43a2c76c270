// SPDX-License-Identifier: Apache-2.0
#include "engine/app/pipeline.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <memory>
#include <thread>

namespace gouji::app {

namespace {

PipelineResult run_alone(const CheckContext& context, const std::vector<InputFile>& files, const Deliver& deliver,
                         const std::function<bool()>& stop) {
    Checker checker{context};
    PipelineResult result;
    for (const InputFile& file : files) {
        if (stop()) {
            result.finished = false;
            break;
        }
        deliver(checker.check(file));
    }
    checker.add_timings(result.timings);
    return result;
}

PipelineResult run_together(const CheckContext& context, const std::vector<InputFile>& files, unsigned jobs, const Deliver& deliver,
                            const std::function<bool()>& stop) {
    const tbb::global_control workers{tbb::global_control::max_allowed_parallelism, jobs};
    tbb::enumerable_thread_specific<Checker> checkers{[&] { return Checker{context}; }};
    PipelineResult result;
    std::size_t next = 0;
    const auto take = [&](tbb::flow_control& flow) -> std::size_t {
        if (next < files.size() && !stop()) return next++;
        result.finished = next == files.size();
        flow.stop();
        return next;
    };
    const auto check = [&](std::size_t file) { return std::make_shared<CheckedFile>(checkers.local().check(files[file])); };
    const auto hand_over = [&](const std::shared_ptr<CheckedFile>& file) { deliver(*file); };
    tbb::parallel_pipeline(std::size_t{jobs} * 4,
                           tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, take) &
                               tbb::make_filter<std::size_t, std::shared_ptr<CheckedFile>>(tbb::filter_mode::parallel, check) &
                               tbb::make_filter<std::shared_ptr<CheckedFile>, void>(tbb::filter_mode::serial_in_order, hand_over));
    for (const Checker& checker : checkers) checker.add_timings(result.timings);
    return result;
}

}  // namespace

unsigned job_count(unsigned wanted) { return wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency()); }

PipelineResult run_pipeline(const CheckContext& context, const std::vector<InputFile>& files, unsigned jobs, const Deliver& deliver,
                            const std::function<bool()>& stop) {
    if (jobs <= 1 || files.size() <= 1) return run_alone(context, files, deliver, stop);
    return run_together(context, files, jobs, deliver, stop);
}

}  // namespace gouji::app
