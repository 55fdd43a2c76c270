// SPDX-License-Identifier: Apache-2.0
// What one rule may use on one report. Every limit but `milliseconds` counts something that is the same on every machine,
// so the same input gives the same bytes; `milliseconds` only ends what the others are slow to notice.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gouji::script {

struct Limits {
    std::uint64_t instructions = 2'000'000;    // for one rule on one report
    std::size_t memory = 32U << 20U;           // bytes held at once, for one Lua state
    std::uint64_t pattern_steps = 2'000'000;   // for one rule on one report: string.find and its like, sorting, searching
    std::size_t allocations = 256U << 20U;     // bytes asked for in all, for one rule on one report
    std::uint32_t milliseconds = 10'000;       // for one rule on one report
    std::size_t findings = 10'000;             // of one rule on one report
};

enum class LimitKind : std::uint8_t { none, instructions, memory, pattern_steps, allocations, time, findings };

}  // namespace gouji::script
