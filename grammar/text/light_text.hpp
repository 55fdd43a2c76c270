// SPDX-License-Identifier: Apache-2.0
// LightText: a short text that is made and copied lightly. One that outlives every user - a label of a format, an id - is
// referred to; of any other it owns a copy, which lies inside where it has a few bytes. A finding has hundreds of them.
#pragma once

#include <fmt/core.h>

#include <compare>
#include <cstring>
#include <string>
#include <string_view>

namespace gouji::text {

class LightText {
public:
    LightText() noexcept { set_inside(0); }
    LightText(std::string_view text) { copy(text); }
    LightText(const std::string& text) : LightText{std::string_view{text}} {}
    LightText(const char* text) : LightText{std::string_view{text}} {}

    // Refers to `text`, which has to outlive this and all copies.
    [[nodiscard]] static LightText lasting(std::string_view text) {
        LightText light;
        light.set_outside(text.data(), text.size(), Where::lasting);
        return light;
    }

    LightText(const LightText& other) { take(other); }
    LightText(LightText&& other) noexcept { std::memcpy(bytes_, other.bytes_, sizeof bytes_); other.set_inside(0); }
    LightText& operator=(const LightText& other) { return *this = LightText{other}; }
    LightText& operator=(LightText&& other) noexcept;
    ~LightText() { free(); }

    [[nodiscard]] std::string_view view() const {
        if (is_inside()) return {bytes_, static_cast<unsigned char>(bytes_[tag])};
        const Outside there = outside();
        return {there.chars, there.size};
    }
    operator std::string_view() const { return view(); }
    [[nodiscard]] bool empty() const { return bytes_[tag] == 0; }
    void clear() { *this = LightText{}; }

    friend bool operator==(const LightText& a, const LightText& b) { return a.view() == b.view(); }
    friend bool operator==(const LightText& a, std::string_view b) { return a.view() == b; }
    friend bool operator==(const LightText& a, const char* b) { return a.view() == b; }
    friend bool operator==(const LightText& a, const std::string& b) { return a.view() == b; }
    friend auto operator<=>(const LightText& a, const LightText& b) { return a.view() <=> b.view(); }

private:
    enum class Where : unsigned char { inside_to = 15, lasting = 0xFE, owned = 0xFF };
    struct Outside {
        const char* chars;
        std::uint32_t size;
    };
    static constexpr std::size_t tag = 15;  // of bytes_: the size of what lies inside, or where else it is

    [[nodiscard]] bool is_inside() const { return static_cast<unsigned char>(bytes_[tag]) < static_cast<unsigned char>(Where::inside_to); }
    [[nodiscard]] bool is_owned() const { return static_cast<unsigned char>(bytes_[tag]) == static_cast<unsigned char>(Where::owned); }
    [[nodiscard]] Outside outside() const {
        Outside there{};
        std::memcpy(&there.chars, bytes_, sizeof there.chars);
        std::memcpy(&there.size, bytes_ + sizeof there.chars, sizeof there.size);
        return there;
    }
    void set_inside(std::size_t size) { bytes_[tag] = static_cast<char>(size); }
    void set_outside(const char* chars, std::size_t size, Where where);
    void copy(std::string_view text);
    void take(const LightText& other);
    void free();

    alignas(8) char bytes_[16];
};

}  // namespace gouji::text

template <>
struct fmt::formatter<gouji::text::LightText> : fmt::formatter<std::string_view> {
    template <class Context>
    auto format(const gouji::text::LightText& text, Context& context) const {
        return fmt::formatter<std::string_view>::format(text.view(), context);
    }
};
