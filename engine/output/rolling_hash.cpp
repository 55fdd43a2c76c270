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

// The UTF-16 units that count, and where lines begin among them.
struct Units {
    std::vector<char16_t> units;
    std::vector<std::uint32_t> line_starts{0};
};

void append_utf16(std::vector<char16_t>& units, char32_t c) {
    if (c < 0x10000) {
        units.push_back(static_cast<char16_t>(c));
        return;
    }
    units.push_back(static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10U)));
    units.push_back(static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FFU)));
}

Units units_of(std::string_view utf8) {
    Units out;
    out.units.reserve(utf8.size() / 2 + window + 1);
    bool after_cr = false;
    for (std::uint32_t i = 0; i < utf8.size();) {
        const text::CodePoint at = text::code_point_at(utf8, i);
        i += at.bytes;
        const bool skipped = at.value == U' ' || at.value == U'\t' || (after_cr && at.value == U'\n');
        after_cr = at.value == U'\r';
        if (skipped) continue;
        if (at.value == U'\r' || at.value == U'\n') {
            out.units.push_back(u'\n');
            out.line_starts.push_back(static_cast<std::uint32_t>(out.units.size()));
        } else {
            append_utf16(out.units, at.value);
        }
    }
    out.units.push_back(end_mark);
    out.units.resize(out.units.size() + window);  // zeros: the last lines are shorter than the window
    return out;
}

}  // namespace

LineHashes::LineHashes(std::string_view utf8) {
    const Units text = units_of(utf8);
    hashes_.reserve(text.line_starts.size());
    std::uint64_t hash = 0;
    for (std::uint32_t i = 0; hashes_.size() < text.line_starts.size(); ++i) {
        constexpr std::uint64_t highest = highest_power();
        const std::uint64_t leaving = i < window ? 0 : text.units[i - window];
        hash = hash * base + text.units[i] - highest * leaving;
        if (i + 1 == text.line_starts[hashes_.size()] + window) hashes_.push_back(hash);
    }
}

std::string LineHashes::of_line(std::uint32_t line) const {
    if (line == 0 || line > hashes_.size()) return {};
    const std::uint64_t hash = hashes_[line - 1];
    return fmt::format("{:x}:{}", hash, std::count(hashes_.begin(), hashes_.begin() + line, hash));
}

}  // namespace gouji::output
