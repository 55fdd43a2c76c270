// SPDX-License-Identifier: Apache-2.0
#include "engine/model/phrase_index.hpp"

#include <algorithm>
#include <tuple>

#include "grammar/text/folded_text.hpp"

namespace gouji::model {
namespace {

// A character as a number: its bytes. Cheaper than its code point and as good a key.
struct Character {
    std::uint32_t bytes = 0;  // 0: none
    std::uint32_t size = 1;
};

inline Character character_at(std::string_view text, std::uint32_t at) {
    if (at >= text.size()) return {};
    const auto byte = [&](std::uint32_t i) { return std::uint32_t{static_cast<unsigned char>(text[at + i])}; };
    const std::uint32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xE0) return {lead << 8U | byte(1), 2};
    if (lead < 0xF0) return {lead << 16U | byte(1) << 8U | byte(2), 3};
    return {lead << 24U | byte(1) << 16U | byte(2) << 8U | byte(3), 4};
}

constexpr std::uint64_t key_of(std::uint32_t first, std::uint32_t second) { return std::uint64_t{first} << 32U | second; }
constexpr std::uint64_t hash_of(std::uint64_t key) { return key * 0x9E37'79B9'7F4A'7C15U; }
constexpr std::size_t word_of(std::uint64_t hash) { return static_cast<std::size_t>(hash >> 54U); }
constexpr std::uint64_t bit_of(std::uint64_t hash) { return std::uint64_t{1} << (hash >> 48U & 63U); }

}  // namespace

PhraseIndex::NodeId PhraseIndex::follow(NodeId from, std::uint32_t character) const {
    const std::uint64_t key = key_of(from, character);
    std::size_t at = hash_of(key) >> 32U;
    while (true) {
        const Edge& edge = edges_[at & (edges_.size() - 1)];
        if (edge.key == key) return edge.node;
        if (edge.key == 0) return no_node;
        ++at;
    }
}

PhraseIndex::NodeId PhraseIndex::extend(NodeId from, std::uint32_t character) {
    if (const NodeId known = follow(from, character); known != no_node) return known;
    if (ends_.size() * 2 >= edges_.size()) grow();
    const std::uint64_t key = key_of(from, character);
    std::size_t at = hash_of(key) >> 32U;
    while (edges_[at & (edges_.size() - 1)].key != 0) ++at;
    const auto node = static_cast<NodeId>(ends_.size());
    edges_[at & (edges_.size() - 1)] = {key, node};
    ends_.push_back(no_node);
    return node;
}

void PhraseIndex::grow() {
    std::vector<Edge> old(edges_.size() * 2);
    old.swap(edges_);
    for (const Edge& edge : old) {
        if (edge.key == 0) continue;
        std::size_t at = hash_of(edge.key) >> 32U;
        while (edges_[at & (edges_.size() - 1)].key != 0) ++at;
        edges_[at & (edges_.size() - 1)] = edge;
    }
}

PhraseIndex::SetId PhraseIndex::add(const std::vector<std::string>& phrases) {
    const SetId set = set_count_++;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        const std::string folded = text::fold_label(phrases[i]);
        if (folded.empty()) continue;
        const Character first = character_at(folded, 0);
        // A phrase of one character may be followed by any: it is noted with none.
        const std::uint64_t hash = hash_of(key_of(first.bytes, character_at(folded, first.size).bytes));
        filter_[word_of(hash)] |= bit_of(hash);
        starts_[word_of(hash_of(first.bytes))] |= bit_of(hash_of(first.bytes));
        NodeId node = root;
        for (std::uint32_t at = 0; at < folded.size();) {
            const Character c = character_at(folded, at);
            node = extend(node, c.bytes);
            at += c.size;
        }
        phrases_.push_back({set, static_cast<std::uint16_t>(i), ends_[node]});
        ends_[node] = static_cast<std::uint32_t>(phrases_.size() - 1);
    }
    return set;
}

void PhraseIndex::find(std::string_view folded, std::vector<Hit>& out) const {
    out.clear();
    const auto holds = [](const auto& filter, std::uint64_t key) { return (filter[word_of(hash_of(key))] & bit_of(hash_of(key))) != 0; };
    for (std::uint32_t begin = 0; begin < folded.size();) {
        const Character first = character_at(folded, begin);
        if (holds(starts_, first.bytes)) {
            const Character second = character_at(folded, begin + first.size);
            if (holds(filter_, key_of(first.bytes, second.bytes)) || holds(filter_, key_of(first.bytes, 0))) find_at(folded, begin, out);
        }
        begin += first.size;
    }
}

void PhraseIndex::find_at(std::string_view folded, std::uint32_t begin, std::vector<Hit>& out) const {
    const auto found = static_cast<std::ptrdiff_t>(out.size());
    std::uint32_t end = begin;
    Character c = character_at(folded, end);
    for (NodeId node = follow(root, c.bytes); node != no_node; node = follow(node, c.bytes)) {
        end += c.size;
        for (std::uint32_t i = ends_[node]; i != no_node; i = phrases_[i].next) out.push_back({phrases_[i].set, phrases_[i].phrase, begin, end});
        c = character_at(folded, end);
    }
    std::sort(out.begin() + found, out.end(), [](const Hit& a, const Hit& b) { return std::tie(a.set, a.phrase) < std::tie(b.set, b.phrase); });
}

}  // namespace gouji::model
