// SPDX-License-Identifier: Apache-2.0
// Sequence alignment: the cheapest way to pair the items of two sequences in order, where neighbours on the left may be
// joined to one (labels that a page break split). It knows neither rows nor labels; costs come from the caller.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace gouji::binding {

struct Pair {
    std::uint32_t left = 0;
    std::uint32_t count = 1;  // left items joined
    std::uint32_t right = 0;
};

inline constexpr int impossible = 500'000'000;  // twice this still fits an int

// pair_cost(left, count, right), left_cost(left) and right_cost(right) of leaving an item out: small numbers; impossible.
template <class PairCost, class LeftCost, class RightCost>
[[nodiscard]] std::vector<Pair> align(std::uint32_t left_size, std::uint32_t right_size, std::uint32_t most_joined, PairCost pair_cost,
                                      LeftCost left_cost, RightCost right_cost) {
    struct Step {
        int cost = impossible;
        std::uint8_t joined = 0;  // 0: no pair
        bool skips_left = false;
    };
    const std::uint32_t width = right_size + 1;
    std::vector<Step> steps((left_size + 1) * width);
    const auto at = [&](std::uint32_t i, std::uint32_t j) -> Step& { return steps[i * width + j]; };
    const auto offer = [](Step& step, int cost, std::uint8_t joined, bool skips_left) {
        if (cost < step.cost) step = {cost, joined, skips_left};
    };
    at(0, 0).cost = 0;
    for (std::uint32_t i = 0; i <= left_size; ++i) {
        for (std::uint32_t j = 0; j <= right_size; ++j) {
            for (std::uint32_t k = 1; j > 0 && k <= std::min(i, most_joined); ++k) {
                offer(at(i, j), at(i - k, j - 1).cost + pair_cost(i - k, k, j - 1), static_cast<std::uint8_t>(k), false);
            }
            if (i > 0) offer(at(i, j), at(i - 1, j).cost + left_cost(i - 1), 0, true);
            if (j > 0) offer(at(i, j), at(i, j - 1).cost + right_cost(j - 1), 0, false);
        }
    }
    std::vector<Pair> pairs;
    for (std::uint32_t i = left_size, j = right_size; i > 0 || j > 0;) {
        const Step& step = at(i, j);
        if (step.joined > 0) pairs.push_back({i - step.joined, step.joined, j - 1});
        i -= step.joined > 0 ? step.joined : step.skips_left ? 1 : 0;
        j -= step.joined > 0 || !step.skips_left ? 1 : 0;
    }
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
}

}  // namespace gouji::binding
