// SPDX-License-Identifier: Apache-2.0
#include "engine/cross/sketch.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace gouji::cross {

namespace {

constexpr std::size_t shingle = 8;                  // characters
constexpr std::uint32_t shortest_paragraph = 30;    // characters
constexpr std::uint64_t base = 1'000'003;           // of the rolling hash

constexpr std::uint64_t power(std::uint64_t value, std::size_t exponent) {
    std::uint64_t result = 1;
    for (std::size_t i = 0; i < exponent; ++i) result *= value;
    return result;
}
constexpr std::uint64_t leaving = power(base, shingle);

// Spreads a polynomial over all bits (the finalizer of MurmurHash3).
constexpr std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ x >> 33U) * 0xFF51AFD7ED558CCDULL;
    x = (x ^ x >> 33U) * 0xC4CEB9FE1A85EC53ULL;
    return x ^ x >> 33U;
}

bool leads(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }
bool counts(char c) { return c != '\n' && c != ' ' && (c < '0' || c > '9'); }

std::uint32_t next_character(std::string_view text, std::size_t& at) {
    std::uint32_t value = static_cast<unsigned char>(text[at++]);
    while (at < text.size() && !leads(text[at])) value = value << 8U | static_cast<unsigned char>(text[at++]);
    return value;
}

}  // namespace

void Sketch::add_shingle(std::uint64_t hash) {
    const std::uint64_t bits = mixed(hash);
    const auto value = static_cast<std::uint16_t>(std::min<std::uint64_t>(bits & 0xFFFFU, empty_bin - 1U));
    std::uint16_t& least = values_[bits >> 57U];
    least = std::min(least, value);
}

void Sketch::add_paragraph(std::string_view folded) {
    const auto length = static_cast<std::uint32_t>(std::count_if(folded.begin(), folded.end(), [](char c) { return leads(c) && counts(c); }));
    if (length < shortest_paragraph) return;
    characters_ += length;
    std::array<std::uint32_t, shingle> window{};
    std::uint64_t hash = 0;
    std::size_t seen = 0;
    for (std::size_t at = 0; at < folded.size();) {
        if (!counts(folded[at])) {
            ++at;
            continue;
        }
        const std::uint32_t character = next_character(folded, at);
        std::uint32_t& oldest = window[seen % shingle];
        hash = hash * base + character - leaving * oldest;
        oldest = character;
        if (++seen >= shingle) add_shingle(hash);
    }
}

// Without branches, in the width of a bin: the compiler compares eight bins at a time.
double Sketch::likeness(const Sketch& other) const {
    std::uint16_t same = 0;
    std::uint16_t unused = 0;
    for (std::size_t i = 0; i < bins; ++i) {
        const auto equal = static_cast<std::uint16_t>(values_[i] == other.values_[i]);
        same = static_cast<std::uint16_t>(same + equal);
        unused = static_cast<std::uint16_t>(unused + (equal & static_cast<std::uint16_t>(values_[i] == empty_bin)));
    }
    return unused == bins ? 0.0 : static_cast<double>(same - unused) / static_cast<double>(bins - unused);
}

std::string Sketch::to_hex() const {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(bins * 4);
    for (const std::uint16_t value : values_) {
        for (const unsigned shift : {12U, 8U, 4U, 0U}) hex += digits[value >> shift & 0xFU];
    }
    return hex;
}

std::optional<Sketch> Sketch::from_hex(std::string_view hex, std::uint32_t characters) {
    if (hex.size() != bins * 4) return std::nullopt;
    Sketch sketch;
    sketch.characters_ = characters;
    for (std::size_t i = 0; i < bins; ++i) {
        const char* begin = hex.data() + i * 4;
        const auto [end, error] = std::from_chars(begin, begin + 4, sketch.values_[i], 16);
        if (error != std::errc{} || end != begin + 4) return std::nullopt;
    }
    return sketch;
}

}  // namespace gouji::cross
