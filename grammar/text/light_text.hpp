// SPDX-License-Identifier: Apache-2.0
// LightText: a text that is made and copied lightly. One that outlives every user - a label of a format, an id - is referred to;
// of any other it owns a copy. A finding has hundreds of them.
#pragma once

#include <fmt/core.h>

#include <compare>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace gouji::text {

class LightText {
public:
    LightText() = default;
    LightText(std::string text) : text_{std::move(text)} {}
    LightText(std::string_view text) : LightText{std::string{text}} {}
    LightText(const char* text) : LightText{std::string{text}} {}

    // Refers to `text`, which has to outlive this and all copies.
    [[nodiscard]] static LightText lasting(std::string_view text) {
        LightText light;
        light.text_ = text;
        return light;
    }

    [[nodiscard]] std::string_view view() const {
        return std::visit([](const auto& text) { return std::string_view{text}; }, text_);
    }
    operator std::string_view() const { return view(); }
    [[nodiscard]] bool empty() const { return view().empty(); }
    void clear() { *this = LightText{}; }

    friend bool operator==(const LightText& a, const LightText& b) { return a.view() == b.view(); }
    friend bool operator==(const LightText& a, std::string_view b) { return a.view() == b; }
    friend bool operator==(const LightText& a, const char* b) { return a.view() == b; }
    friend bool operator==(const LightText& a, const std::string& b) { return a.view() == b; }
    friend auto operator<=>(const LightText& a, const LightText& b) { return a.view() <=> b.view(); }

private:
    std::variant<std::string_view, std::string> text_;
};

}  // namespace gouji::text

template <>
struct fmt::formatter<gouji::text::LightText> : fmt::formatter<std::string_view> {
    template <class Context>
    auto format(const gouji::text::LightText& text, Context& context) const {
        return fmt::formatter<std::string_view>::format(text.view(), context);
    }
};
