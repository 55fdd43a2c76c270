// SPDX-License-Identifier: Apache-2.0
// Which reports are alike, without comparing each with each: reports that share a band of their sketches are candidates.
#include <algorithm>
#include <utility>

#include "engine/cross/grouping.hpp"

namespace gouji::cross {

namespace {

constexpr std::size_t rows = 4;                        // bins of a band; a likeness of 0.6 shares one of 32 with 98 %
constexpr std::size_t bands = Sketch::bins / rows;
constexpr std::size_t candidates = 16;                 // of one band and report; a text that hundreds copy needs no more
constexpr double floor_of_likeness = 0.5;

struct Key {
    std::uint64_t band;
    std::uint32_t report;
    friend auto operator<=>(const Key&, const Key&) = default;
};

// Four values of 16 bits are the key; a band without any shingle says nothing.
std::vector<Key> keys_of(const std::vector<Entry>& entries, std::size_t band) {
    std::vector<Key> keys;
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        if (entries[i].agency.empty() || !entries[i].year || entries[i].copy) continue;
        std::uint64_t key = 0;
        for (std::size_t row = 0; row < rows; ++row) key = key << 16U | entries[i].prose.values()[band * rows + row];
        if (key != ~std::uint64_t{0}) keys.push_back({key, i});
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

struct Best {
    double likeness = 0;
    std::uint32_t original = 0;
};

class LikeFinder {
public:
    explicit LikeFinder(const std::vector<Entry>& entries) : entries_{entries}, best_(entries.size()) {}

    std::vector<LikePair> find() {
        for (std::size_t band = 0; band < bands; ++band) {
            const std::vector<Key> keys = keys_of(entries_, band);
            for (std::size_t first = 0, end = 0; first < keys.size(); first = end) {
                while (end < keys.size() && keys[end].band == keys[first].band) ++end;
                compare({keys.begin() + static_cast<std::ptrdiff_t>(first), keys.begin() + static_cast<std::ptrdiff_t>(end)});
            }
        }
        std::vector<LikePair> pairs;
        for (std::uint32_t i = 0; i < best_.size(); ++i) {
            if (best_[i].likeness >= floor_of_likeness) pairs.push_back({best_[i].original, i});
        }
        return pairs;
    }

private:
    // The first reports of a bucket, one of each agency and year, stand for all that are the same.
    void compare(const std::vector<Key>& bucket) {
        std::vector<std::uint32_t> originals;
        for (const Key& key : bucket) {
            bool known = false;
            for (const std::uint32_t original : originals) {
                known = known || same_report(original, key.report);
                if (!same_report(original, key.report)) note(original, key.report);
            }
            if (!known && originals.size() < candidates) originals.push_back(key.report);
        }
    }

    [[nodiscard]] bool same_report(std::uint32_t a, std::uint32_t b) const {
        return entries_[a].agency == entries_[b].agency && entries_[a].year == entries_[b].year;
    }

    [[nodiscard]] bool is_before(std::uint32_t a, std::uint32_t b) const {
        return std::pair{*entries_[a].year, a} < std::pair{*entries_[b].year, b};
    }

    // Of two reports the later one is the copy.
    void note(std::uint32_t original, std::uint32_t copy) {
        if (is_before(copy, original)) std::swap(original, copy);
        const double likeness = entries_[original].prose.likeness(entries_[copy].prose);
        Best& best = best_[copy];
        if (likeness > best.likeness || (likeness == best.likeness && is_before(original, best.original))) best = {likeness, original};
    }

    const std::vector<Entry>& entries_;
    std::vector<Best> best_;
};

}  // namespace

std::vector<LikePair> find_like(const std::vector<Entry>& entries) { return LikeFinder{entries}.find(); }

}  // namespace gouji::cross
