// SPDX-License-Identifier: Apache-2.0
// Meter: counts what a Lua state uses and says when enough is enough. It owns the state's memory; the sandbox that it belongs
// to asks it at every allocation and every thousand instructions. It knows no rule and no report.
#pragma once

#include <chrono>

#include "engine/script/block_pool.hpp"
#include "engine/script/limits.hpp"

struct lua_State;
struct lua_Debug;

namespace gouji::script {

class Meter {
public:
    explicit Meter(const Limits& limits) : limits_{limits}, usual_{limits} {}

    // The limits are meant for a usual report; a long one is granted more, in proportion.
    void allow_for(std::size_t report_bytes);

    // Before a rule runs: full budgets, and the instruction hook set.
    void start(lua_State* L);
    // Ends counting; what follows is the host's own work.
    void stop(lua_State* L);

    [[nodiscard]] LimitKind hit() const { return hit_; }
    void note(LimitKind kind) { hit_ = kind; }
    [[nodiscard]] std::uint64_t& pattern_steps() { return pattern_steps_; }
    // Charges work of a library function that instructions do not show; false where the budget is used up.
    [[nodiscard]] bool charge(std::uint64_t steps);

    [[nodiscard]] std::size_t bytes_held() const { return held_; }
    [[nodiscard]] const Limits& limits() const { return limits_; }

    // The allocator that a state is made with; `meter` is a Meter*.
    static void* allocate(void* meter, void* block, std::size_t old_size, std::size_t new_size);

private:
    using Clock = std::chrono::steady_clock;
    static void count_hook(lua_State* L, lua_Debug* event);
    [[nodiscard]] bool may_grow(std::size_t more);

    BlockPool pool_;
    Limits limits_;  // for the report at hand
    Limits usual_;
    std::size_t held_ = 0;
    std::size_t allocated_ = 0;
    std::uint64_t instructions_ = 0;
    std::uint64_t pattern_steps_ = 0;
    Clock::time_point deadline_;
    LimitKind hit_ = LimitKind::none;
    bool running_ = false;
};

}  // namespace gouji::script
