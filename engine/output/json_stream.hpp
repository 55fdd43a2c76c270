// SPDX-License-Identifier: Apache-2.0
// JsonStream: JSON piece by piece into a sink. The caller opens and closes; commas, escapes and buffering are done here.
// Strings must be valid UTF-8. Most of the bytes of an output pass here, so words are copied and looked at eight bytes at a time.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/output/writer.hpp"
#include "grammar/text/decimal.hpp"

namespace gouji::output {

class JsonStream {
public:
    explicit JsonStream(Sink sink) : sink_{std::move(sink)} {}

    void open_object() { open('{'); }
    void close_object() { close('}'); }
    void open_array() { open('['); }
    void close_array() { close(']'); }
    void open_object(std::string_view name) { key(name), open_object(); }
    void open_array(std::string_view name) { key(name), open_array(); }
    void key(std::string_view name);

    void value(std::string_view text);
    void value(const std::string& text) { value(std::string_view{text}); }
    void value(const char* text) { value(std::string_view{text}); }
    template <std::integral Number>
    void value(Number number) {
        if constexpr (std::same_as<Number, bool>) {
            literal(number ? "true" : "false");
        } else {
            integer(static_cast<std::int64_t>(number));
        }
    }
    void value(text::Decimal number) { literal(number.to_string()); }
    template <class T>
    void value(const std::optional<T>& maybe) {
        maybe ? value(*maybe) : null();
    }
    void null() { literal("null"); }

    template <class T>
    void member(std::string_view name, const T& content) {
        key(name);
        value(content);
    }
    // Left out where it is empty.
    void member_if(std::string_view name, std::string_view text) {
        if (!text.empty()) member(name, text);
    }

    // A line end between two values, which JSON does not mind and people do.
    void break_line() { put('\n'); }
    // After a whole value: the next one begins anew (JSON lines).
    void restart() { comma_ = false; }
    void flush();

private:
    void open(char bracket);
    void close(char bracket);
    void literal(std::string_view text);
    void integer(std::int64_t number);
    void quoted(std::string_view text);
    void separate() {
        if (comma_) put(',');
    }
    void put(char c) { *room(1) = c, ++size_; }
    // Where the next bytes go: at least so many. Those that are written are added to size_.
    [[nodiscard]] char* room(std::size_t bytes) {
        if (buffer_.size() - size_ < bytes) grow(bytes);
        return buffer_.data() + size_;
    }
    void grow(std::size_t bytes);

    Sink sink_;
    std::string buffer_;     // as long as it ever was
    std::size_t size_ = 0;   // of what is to be flushed
    bool comma_ = false;     // a value stands before the next one
};

}  // namespace gouji::output
