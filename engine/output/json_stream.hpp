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

// The name of a member. One that is written as a literal needs no escapes, which the compiler sees to.
class JsonName {
public:
    template <std::size_t size>
    consteval JsonName(const char (&literal)[size]) : text_{literal, size - 1}, plain_{true} {  // NOLINT(google-explicit-constructor)
        for (const char c : text_) {
            if (c < ' ' || c > '~' || c == '"' || c == '\\') throw "has to be escaped";
        }
    }
    JsonName(std::string_view text) : text_{text} {}    // NOLINT(google-explicit-constructor)
    JsonName(const std::string& text) : text_{text} {}  // NOLINT(google-explicit-constructor)

    [[nodiscard]] constexpr std::string_view text() const { return text_; }
    [[nodiscard]] constexpr bool plain() const { return plain_; }

private:
    std::string_view text_;
    bool plain_ = false;
};

class JsonStream {
public:
    explicit JsonStream(Sink sink) : sink_{std::move(sink)} {}

    void open_object() { open('{'); }
    void close_object() { close('}'); }
    void open_array() { open('['); }
    void close_array() { close(']'); }
    void open_object(JsonName name) { key(name), open_object(); }
    void open_array(JsonName name) { key(name), open_array(); }
    void key(JsonName name);

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
    void member(JsonName name, const T& content) {
        key(name);
        value(content);
    }
    // Left out where it is empty.
    void member_if(JsonName name, std::string_view text) {
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
