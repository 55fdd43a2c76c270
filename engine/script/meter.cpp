// SPDX-License-Identifier: Apache-2.0
#include "engine/script/meter.hpp"

#include <lua.hpp>

#include "engine/script/sandbox.hpp"

namespace gouji::script {

namespace {

constexpr int instructions_per_count = 1000;

}  // namespace

void Meter::allow_for(std::size_t report_bytes) {
    static constexpr std::size_t usual_bytes = 64U << 10U;
    const std::size_t factor = 1 + report_bytes / usual_bytes;
    limits_ = usual_;
    limits_.instructions *= factor;
    limits_.pattern_steps *= factor;
    limits_.allocations += 64 * report_bytes;
    limits_.memory += 8 * report_bytes;
    limits_.findings *= factor;
}

void Meter::start(lua_State* L) {
    allocated_ = 0;
    instructions_ = 0;
    pattern_steps_ = limits_.pattern_steps;
    hit_ = LimitKind::none;
    running_ = true;
    deadline_ = Clock::time_point::max();
    lua_sethook(L, &Meter::count_hook, LUA_MASKCOUNT, instructions_per_count);
}

void Meter::stop(lua_State* L) {
    running_ = false;
    lua_sethook(L, nullptr, 0, 0);
}

bool Meter::charge(std::uint64_t steps) {
    if (!running_) return true;
    if (pattern_steps_ < steps) {
        pattern_steps_ = 0;
        hit_ = LimitKind::pattern_steps;
        return false;
    }
    pattern_steps_ -= steps;
    return true;
}

void Meter::count_hook(lua_State* L, lua_Debug* /*event*/) {
    Meter& meter = Sandbox::of(L).meter();
    meter.instructions_ += instructions_per_count;
    if (meter.instructions_ > meter.limits_.instructions) {
        meter.hit_ = LimitKind::instructions;
    } else if (meter.deadline_ == Clock::time_point::max()) {  // the clock is read only by rules that run long
        meter.deadline_ = Clock::now() + std::chrono::milliseconds{meter.limits_.milliseconds};
    } else if (Clock::now() > meter.deadline_) {
        meter.hit_ = LimitKind::time;
    }
    if (meter.hit_ == LimitKind::instructions || meter.hit_ == LimitKind::time) luaL_error(L, "limit");
}

bool Meter::may_grow(std::size_t more) {
    if (!running_) return true;  // the host's own work, which is outside any protected call
    if (held_ + more > limits_.memory) return false;
    allocated_ += more;
    if (allocated_ <= limits_.allocations) return true;
    hit_ = LimitKind::allocations;
    return false;
}

void* Meter::allocate(void* meter, void* block, std::size_t old_size, std::size_t new_size) {
    auto& self = *static_cast<Meter*>(meter);
    if (block == nullptr) old_size = 0;  // then it is a type tag
    if (new_size > old_size && !self.may_grow(new_size - old_size)) return nullptr;
    void* resized = self.pool_.resize(block, old_size, new_size);
    if (resized == nullptr && new_size > 0) return new_size <= old_size ? block : nullptr;
    self.held_ += new_size;
    self.held_ -= old_size;
    return resized;
}

}  // namespace gouji::script
