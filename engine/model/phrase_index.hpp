// SPDX-License-Identifier: Apache-2.0
// PhraseIndex: finds every phrase that the pack and its rules ask for in one pass over a report's prose.
// Built once at load, then shared and read-only. Phrases are matched in folded form; overlapping and nested hits are all given.
// A trie: filters over the first character and the first two reject most positions, from the others one walks as far as a phrase goes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
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
    // An empty phrase keeps its place in the set and is never found.
    SetId add(const std::vector<std::string>& phrases);

    // All hits in `folded`, ordered by begin, then by set and phrase. `out` is cleared first.
    void find(std::string_view folded, std::vector<Hit>& out) const;

    [[nodiscard]] std::size_t set_count() const { return set_count_; }

private:
    using NodeId = std::uint32_t;
    static constexpr NodeId root = 0;
    static constexpr NodeId no_node = 0xFFFF'FFFF;
    static constexpr std::size_t filter_words = 1024;
    struct Phrase {
        SetId set;
        std::uint16_t phrase;
        std::uint32_t next;  // further phrase that ends at the same node
    };
    struct Edge {
        std::uint64_t key = 0;  // node and character; 0: free
        NodeId node = no_node;
    };

    NodeId extend(NodeId from, std::uint32_t character);
    [[nodiscard]] NodeId follow(NodeId from, std::uint32_t character) const;
    void find_at(std::string_view folded, std::uint32_t begin, std::vector<Hit>& out) const;
    void grow();

    std::vector<Phrase> phrases_;
    std::vector<std::uint32_t> ends_ = {no_node};       // by node: first phrase that ends there
    std::vector<Edge> edges_ = std::vector<Edge>(64);   // open addressing, a power of two
    std::array<std::uint64_t, filter_words> starts_{};  // one bit for the hash of each first character
    std::array<std::uint64_t, filter_words> filter_{};  // one bit for the hash of each pair of first characters
    SetId set_count_ = 0;
};

}  // namespace gouji::model
