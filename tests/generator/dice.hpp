// SPDX-License-Identifier: Apache-2.0
// Dice: repeatable chance. The same seed gives the same reports on every machine (no distribution of the standard library,
// whose results differ between implementations).
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace gouji::generator {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_{seed} {}

    // A number from `low` to `high`, both included.
    int between(int low, int high) { return low + static_cast<int>(engine_() % static_cast<std::uint64_t>(high - low + 1)); }
    bool chance(int percent) { return between(1, 100) <= percent; }
    template <class T>
    const T& pick(const std::vector<T>& from) {
        return from[static_cast<std::size_t>(between(0, static_cast<int>(from.size()) - 1))];
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace gouji::generator
