// SPDX-License-Identifier: Apache-2.0
// Classes and sets of characters in Lua patterns, by byte, as ASCII has them whatever the locale.
#pragma once

#include <bitset>
#include <string_view>

namespace gouji::script {

[[nodiscard]] inline unsigned char byte_of(char c) { return static_cast<unsigned char>(c); }

[[nodiscard]] inline bool is_letter(unsigned char c) { return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'; }

// The meaning of %c for a letter c; any other character stands for itself.
[[nodiscard]] inline bool in_class(unsigned char c, unsigned char name) {
    const bool digit = c >= '0' && c <= '9';
    const bool visible = c > ' ' && c < 0x7F;
    bool inside = false;
    switch (name | 0x20) {
        case 'a': inside = is_letter(c); break;
        case 'c': inside = c < ' ' || c == 0x7F; break;
        case 'd': inside = digit; break;
        case 'g': inside = visible; break;
        case 'l': inside = c >= 'a' && c <= 'z'; break;
        case 'p': inside = visible && !is_letter(c) && !digit; break;
        case 's': inside = c == ' ' || (c >= '\t' && c <= '\r'); break;
        case 'u': inside = c >= 'A' && c <= 'Z'; break;
        case 'w': inside = is_letter(c) || digit; break;
        case 'x': inside = digit || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); break;
        default: return c == name;
    }
    if (!is_letter(name)) return c == name;
    return (name & 0x20U) == 0 ? !inside : inside;  // a capital: all others
}

// The bytes that a set such as [^,;%s] accepts, for a run of many: each of them is then one look-up.
class ByteSet {
public:
    explicit ByteSet(std::string_view set);  // without its brackets

    [[nodiscard]] bool has(unsigned char c) const { return bytes_[c]; }

private:
    void add_class(unsigned char name);

    std::bitset<256> bytes_;
};

}  // namespace gouji::script
