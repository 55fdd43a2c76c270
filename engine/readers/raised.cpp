// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/raised.hpp"

#include <algorithm>
#include <array>

#include "grammar/text/character.hpp"

namespace gouji::readers {
namespace {

constexpr std::size_t longest_mark = 24;  // bytes

// What marks of references begin with; circled numbers apart.
constexpr std::array<std::string_view, 11> openers{"[", "(", "*", "（", "［", "【", "〔", "＊", "※", "注", "†"};

bool is_wide_digit(std::string_view three) { return three.starts_with("\xEF\xBC") && three[2] >= '\x90' && three[2] <= '\x99'; }
bool is_circled(std::string_view text) { return text.starts_with("\xE2\x91") && text.size() >= 3; }

bool begins_with_digit(std::string_view text) {
    return text::is_digit(text.front()) || (text.size() >= 3 && is_wide_digit(text.substr(0, 3)));
}

bool is_reference(std::string_view text) {
    const auto begins = [&](std::string_view opener) { return text.starts_with(opener); };
    return text.size() <= longest_mark && (is_circled(text) || std::ranges::any_of(openers, begins));
}

}  // namespace

bool ends_in_digit(std::string_view text) {
    if (text.empty()) return false;
    return text::is_digit(text.back()) || (text.size() >= 3 && is_wide_digit(text.substr(text.size() - 3)));
}

void append_raised(std::string_view raised, std::string& out) {
    if (raised.empty()) return;
    if (ends_in_digit(out)) {
        if (is_reference(raised)) return;
        if (begins_with_digit(raised)) out += ' ';
    }
    out += raised;
}

}  // namespace gouji::readers
