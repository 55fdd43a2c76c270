// SPDX-License-Identifier: Apache-2.0
// Small questions to the tree builder's nodes, and the way from the numbers in its text nodes back to the page's texts.
#pragma once

#include <gumbo.h>

#include <charconv>
#include <cstring>
#include <span>

#include "engine/readers/html/skeleton.hpp"

namespace gouji::readers::html {

[[nodiscard]] inline std::span<const GumboNode* const> children(const GumboNode* node) {
    const GumboVector& list = node->v.element.children;
    return {reinterpret_cast<const GumboNode* const*>(list.data), list.length};
}

[[nodiscard]] inline bool is_element(const GumboNode* node, GumboTag tag) {
    return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

[[nodiscard]] inline bool has_attribute(const GumboNode* node, const char* name) {
    return gumbo_get_attribute(&node->v.element.attributes, name) != nullptr;
}

[[nodiscard]] inline bool is_hidden(const GumboNode* node) { return has_attribute(node, "hidden"); }

[[nodiscard]] inline std::uint32_t number_of(const GumboNode* node, const char* name, std::uint32_t otherwise) {
    const GumboAttribute* attribute = gumbo_get_attribute(&node->v.element.attributes, name);
    if (attribute == nullptr) return otherwise;
    std::uint32_t value = otherwise;
    std::from_chars(attribute->value, attribute->value + std::strlen(attribute->value), value);
    return value;
}

// Calls `use` with each piece that the numbers of a text node ("12;13;") stand for.
template <class Use>
void for_each_piece(const char* numbers, const Skeleton& skeleton, Use use) {
    const char* const end = numbers + std::strlen(numbers);
    while (numbers < end) {
        std::uint32_t number = 0;
        const auto [next, error] = std::from_chars(numbers, end, number);
        numbers = next + 1;
        if (error != std::errc{} || number >= skeleton.runs.size()) continue;
        const TextRun run = skeleton.runs[number];
        for (std::uint32_t i = run.first; i < run.last; ++i) use(skeleton.pieces[i]);
    }
}

}  // namespace gouji::readers::html
