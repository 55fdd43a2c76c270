// SPDX-License-Identifier: Apache-2.0
// Span: a half-open range of byte offsets into the UTF-8 of one SourceText.
// FoldedSpan: the same into one FoldedText. Two types, so that the two kinds of offset cannot be mixed up.
#pragma once

#include <cstdint>

namespace gouji::text {

struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] bool empty() const { return begin == end; }
    [[nodiscard]] std::uint32_t size() const { return end - begin; }
    [[nodiscard]] bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
    [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    friend bool operator==(Span, Span) = default;
    friend auto operator<=>(Span, Span) = default;
};

struct FoldedSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] bool empty() const { return begin == end; }
    [[nodiscard]] std::uint32_t size() const { return end - begin; }
    friend bool operator==(FoldedSpan, FoldedSpan) = default;
};

// The smallest span that covers both.
[[nodiscard]] inline Span cover(Span a, Span b) {
    return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace gouji::text
