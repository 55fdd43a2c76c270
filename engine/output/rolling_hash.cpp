// SPDX-License-Identifier: Apache-2.0
#include "engine/output/rolling_hash.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "grammar/text/character.hpp"

namespace gouji::output {
namespace {

constexpr std::uint32_t window = 100;
constexpr std::uint64_t base = 37;
constexpr char16_t end_mark = 0xFFFF;

constexpr std::uint64_t highest_power() {
    std::uint64_t power = 1;
    for (std::uint32_t i = 0; i < window; ++i) power *= base;
    return power;
}

// The UTF-16 units that count, and where lines begin among them. Zeros before and behind: a window over the first and the last
// units sees nothing else there.
struct Units {
    std::vector<char16_t> units;
    std::vector<std::uint32_t> line_starts{0};
};

// The first byte of a common Chinese character, or of one near them: three bytes, one unit.
bool is_han(char c) { return static_cast<unsigned char>(c) >= 0xE3 && static_cast<unsigned char>(c) <= 0xE9; }
bool is_graphic_ascii(char c) { return static_cast<unsigned char>(c) > ' ' && static_cast<unsigned char>(c) < 0x7F; }

Units units_of(std::string_view utf8) {
    Units out;
    out.units.resize(window + utf8.size() + 1 + window);
    char16_t* const first = out.units.data() + window;
    char16_t* to = first;
    bool after_cr = false;
    for (std::uint32_t i = 0; i < utf8.size();) {
        if (is_graphic_ascii(utf8[i]) || is_han(utf8[i])) after_cr = false;
        while (i < utf8.size() && is_han(utf8[i])) {
            *to++ = static_cast<char16_t>(text::code_point_at(utf8, i).value);
            i += 3;
        }
        while (i < utf8.size() && is_graphic_ascii(utf8[i])) *to++ = static_cast<char16_t>(utf8[i++]);
        if (i == utf8.size()) break;
        const text::CodePoint at = text::code_point_at(utf8, i);
        i += at.bytes;
        const bool skipped = at.value == U' ' || at.value == U'\t' || (after_cr && at.value == U'\n');
        after_cr = at.value == U'\r';
        if (skipped) continue;
        if (at.value == U'\r' || at.value == U'\n') {
            *to++ = u'\n';
            out.line_starts.push_back(static_cast<std::uint32_t>(to - first));
        } else if (at.value < 0x10000) {
            *to++ = static_cast<char16_t>(at.value);
        } else {
            *to++ = static_cast<char16_t>(0xD800 + ((at.value - 0x10000) >> 10U));
            *to++ = static_cast<char16_t>(0xDC00 + ((at.value - 0x10000) & 0x3FFU));
        }
    }
    *to = end_mark;
    return out;
}

}  // namespace

LineHashes::LineHashes(std::string_view utf8) {
    constexpr std::uint64_t highest = highest_power();
    const Units text = units_of(utf8);
    const char16_t* leaving = text.units.data();
    const char16_t* entering = leaving + window;
    const char16_t* const first = entering;
    hashes_.reserve(text.line_starts.size());
    std::uint64_t hash = 0;
    for (const std::uint32_t start : text.line_starts) {
        while (entering != first + start + window) hash = hash * base + *entering++ - highest * *leaving++;
        hashes_.push_back(hash);
    }
}

std::string LineHashes::of_line(std::uint32_t line) const {
    if (line == 0 || line > hashes_.size()) return {};
    const std::uint64_t hash = hashes_[line - 1];
    return fmt::format("{:x}:{}", hash, std::count(hashes_.begin(), hashes_.begin() + line, hash));
}

}  // namespace gouji::output
