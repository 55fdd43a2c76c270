// SPDX-License-Identifier: Apache-2.0
// Plain values as bytes and back, in the order of the calls. The bytes are for the program that wrote them, on its own machine.
// A reader never goes beyond its bytes: once something is missing, all that follows is empty and `good` is false.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace gouji::stored {

class ByteWriter {
public:
    template <class T>
    void number(T value) {
        static_assert(std::is_trivially_copyable_v<T>);
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        out_.append(bytes, sizeof value);
    }
    void count(std::size_t value) { number(static_cast<std::uint32_t>(value)); }
    void text(std::string_view text) {
        count(text.size());
        out_ += text;
    }

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    std::string out_;
};

class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : bytes_{bytes} {}

    template <class T>
    [[nodiscard]] T number() {
        static_assert(std::is_trivially_copyable_v<T>);
        T value{};
        const std::string_view from = next(sizeof value);
        if (good_) std::memcpy(&value, from.data(), sizeof value);
        return value;
    }
    // How many follow, each of at least one byte.
    [[nodiscard]] std::size_t count() {
        const auto value = number<std::uint32_t>();
        good_ = good_ && value <= bytes_.size();
        return good_ ? value : 0;
    }
    [[nodiscard]] std::string_view text() { return next(count()); }

    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] bool at_end() const { return bytes_.empty() || !good_; }

private:
    std::string_view next(std::size_t size) {
        good_ = good_ && size <= bytes_.size();
        if (!good_) return {};
        const std::string_view taken = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return taken;
    }

    std::string_view bytes_;
    bool good_ = true;
};

}  // namespace gouji::stored
