// SPDX-License-Identifier: Apache-2.0
#include "grammar/text/light_text.hpp"

namespace gouji::text {

LightText& LightText::operator=(LightText&& other) noexcept {
    if (this == &other) return *this;
    free();
    std::memcpy(bytes_, other.bytes_, sizeof bytes_);
    other.set_inside(0);
    return *this;
}

void LightText::set_outside(const char* chars, std::size_t size, Where where) {
    if (size == 0) return set_inside(0);
    const auto length = static_cast<std::uint32_t>(size);
    std::memcpy(bytes_, &chars, sizeof chars);
    std::memcpy(bytes_ + sizeof chars, &length, sizeof length);
    bytes_[tag] = static_cast<char>(where);
}

void LightText::copy(std::string_view text) {
    if (text.size() < tag) {
        if (!text.empty()) std::memcpy(bytes_, text.data(), text.size());
        return set_inside(text.size());
    }
    char* own = new char[text.size()];
    std::memcpy(own, text.data(), text.size());
    set_outside(own, text.size(), Where::owned);
}

void LightText::take(const LightText& other) {
    if (other.is_owned()) copy(other.view());
    else std::memcpy(bytes_, other.bytes_, sizeof bytes_);
}

void LightText::free() {
    if (is_owned()) delete[] outside().chars;
}

}  // namespace gouji::text
