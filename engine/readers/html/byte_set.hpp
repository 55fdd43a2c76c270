// SPDX-License-Identifier: Apache-2.0
// ByteSet: a set of ASCII characters to search for. The standard searches ask each character of the text for its place in the
// set; this one looks it up, which is most of the time that reading a page takes.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace gouji::readers::html {

class ByteSet {
public:
    constexpr explicit ByteSet(std::string_view members) {
        for (const char c : members) has_[static_cast<unsigned char>(c)] = true;
    }
    [[nodiscard]] constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

    // The first member, or the first that is none, from `at` on; the text's size where there is none.
    [[nodiscard]] constexpr std::size_t find(std::string_view text, std::size_t at) const {
        while (at < text.size() && !has(text[at])) ++at;
        return at;
    }
    [[nodiscard]] constexpr std::size_t skip(std::string_view text, std::size_t at) const {
        while (at < text.size() && has(text[at])) ++at;
        return at;
    }

private:
    std::array<bool, 256> has_{};
};

inline constexpr ByteSet white_space{" \t\r\n\f"};

}  // namespace gouji::readers::html
