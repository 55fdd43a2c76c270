// SPDX-License-Identifier: Apache-2.0
// Work done side by side and handed over in its order: at most a few results for each job wait at any time. oneTBB stays
// behind it.
#pragma once

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <functional>
#include <memory>

namespace gouji::app {

// Calls `hand_over(work(i))` for each i below `count`; `work` on any thread, `hand_over` in order and never two at a time.
// False where `stop` ended it early.
template <class Work, class HandOver>
[[nodiscard]] bool run_in_order(std::size_t count, unsigned jobs, const Work& work, const HandOver& hand_over, const std::function<bool()>& stop) {
    std::size_t next = 0;
    if (jobs <= 1 || count <= 1) {
        for (; next < count && !stop(); ++next) hand_over(work(next));
        return next == count;
    }
    using Result = std::shared_ptr<decltype(work(next))>;
    const tbb::global_control workers{tbb::global_control::max_allowed_parallelism, jobs};
    const auto take = [&](tbb::flow_control& flow) -> std::size_t {
        if (next < count && !stop()) return next++;
        flow.stop();
        return next;
    };
    const auto make = [&](std::size_t i) { return std::make_shared<typename Result::element_type>(work(i)); };
    const auto pass_on = [&](const Result& result) { hand_over(std::move(*result)); };
    tbb::parallel_pipeline(std::size_t{jobs} * 4, tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, take) &
                                                      tbb::make_filter<std::size_t, Result>(tbb::filter_mode::parallel, make) &
                                                      tbb::make_filter<Result, void>(tbb::filter_mode::serial_in_order, pass_on));
    return next == count;
}

}  // namespace gouji::app
