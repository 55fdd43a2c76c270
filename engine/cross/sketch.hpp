// SPDX-License-Identifier: Apache-2.0
// Sketch: what remains of a report's prose to compare it with that of another: one-permutation MinHash over shingles of its
// folded paragraphs, without digits, so that a copy with other years and figures is still a copy. A value of 256 bytes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji::cross {

class Sketch {
public:
    static constexpr std::size_t bins = 128;
    static constexpr std::uint16_t empty_bin = 0xFFFF;

    // Counts what the paragraph has to say; short ones (headings, captions) say nothing of their own and are left out.
    void add_paragraph(std::string_view folded);

    [[nodiscard]] std::uint32_t characters() const { return characters_; }  // of the paragraphs counted, digits left out
    [[nodiscard]] const std::array<std::uint16_t, bins>& values() const { return values_; }
    // The share of shingles that both have, as the bins tell it: 0 to 1, off by about 0.03.
    [[nodiscard]] double likeness(const Sketch& other) const;

    [[nodiscard]] std::string to_hex() const;
    [[nodiscard]] static std::optional<Sketch> from_hex(std::string_view hex, std::uint32_t characters);

    Sketch() { values_.fill(empty_bin); }

private:
    void add_shingle(std::uint64_t hash);

    std::array<std::uint16_t, bins> values_;
    std::uint32_t characters_ = 0;
};

}  // namespace gouji::cross
