// SPDX-License-Identifier: Apache-2.0
// PhraseIndex: finds every phrase that the pack and its rules ask for in one pass over a report's prose.
// Built once at load, then shared and read-only. Phrases are matched in folded form; overlapping and nested hits are all given.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gouji::model {

class PhraseIndex {
public:
    using SetId = std::uint16_t;

    struct Hit {
        SetId set = 0;
        std::uint16_t phrase = 0;  // within the set, in the order of add()
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };

    // Adds a set of phrases (as written; folded here) and gives its id. Equal sets need not be shared by the caller.
    SetId add(const std::vector<std::string>& phrases);

    // All hits in `folded`, ordered by begin, then by set and phrase. `out` is cleared first.
    void find(std::string_view folded, std::vector<Hit>& out) const;

    [[nodiscard]] std::size_t set_count() const { return set_sizes_.size(); }

private:
    struct Entry {
        std::string folded;
        SetId set;
        std::uint16_t phrase;
    };
    std::vector<Entry> entries_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_start_;  // first four bytes → entries
    std::vector<std::uint16_t> set_sizes_;
};

}  // namespace gouji::model
