// SPDX-License-Identifier: Apache-2.0
#include "engine/output/visible.hpp"

#include <fmt/format.h>

#include <iterator>

#include "grammar/text/character.hpp"

namespace gouji::output {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

constexpr Range invisible_ranges[] = {
    {0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},     {0x200B, 0x200F}, {0x2028, 0x202E},     {0x2060, 0x206F},
    {0xE000, 0xF8FF}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xFFFE, 0xFFFF}, {0xE0000, 0x10FFFF},
};

bool is_layout(char32_t c) { return c == U'\n' || c == U'\t' || c == U'\r'; }

std::string shown(std::string_view utf8, bool keep_layout) {
    std::string out;
    out.reserve(utf8.size());
    for (std::uint32_t i = 0; i < utf8.size();) {
        const text::CodePoint at = text::code_point_at(utf8, i);
        const std::string_view character = utf8.substr(i, at.bytes);
        if (is_layout(at.value)) {
            out += keep_layout ? character : std::string_view{" "};
        } else {
            append_visible(out, character, at.value);
        }
        i += at.bytes;
    }
    return out;
}

}  // namespace

bool is_invisible(char32_t c) {
    if (c >= 0x20 && c < 0x7F) return false;
    for (const Range range : invisible_ranges) {
        if (c <= range.last) return c >= range.first;
    }
    return false;
}

void append_visible(std::string& out, std::string_view character, char32_t c) {
    if (is_invisible(c)) {
        fmt::format_to(std::back_inserter(out), "<U+{:04X}>", static_cast<std::uint32_t>(c));
    } else {
        out += character;
    }
}

std::string visible(std::string_view utf8) { return shown(utf8, false); }
std::string visible_lines(std::string_view utf8) { return shown(utf8, true); }

}  // namespace gouji::output
