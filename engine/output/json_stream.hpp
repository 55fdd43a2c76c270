// SPDX-License-Identifier: Apache-2.0
// JsonStream: JSON piece by piece into a sink. The caller opens and closes; commas, escapes and buffering are done here.
// Strings must be valid UTF-8. The only header of this layer that includes RapidJSON.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

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

    void open_object() { writer_.StartObject(); }
    void close_object() { writer_.EndObject(); }
    void open_array() { writer_.StartArray(); }
    void close_array() { writer_.EndArray(); }
    void open_object(std::string_view name) { key(name), open_object(); }
    void open_array(std::string_view name) { key(name), open_array(); }
    void key(std::string_view name) { writer_.Key(name.data(), size_of(name)); }

    void value(std::string_view text) { writer_.String(text.data(), size_of(text)); }
    void value(const std::string& text) { value(std::string_view{text}); }
    void value(const char* text) { value(std::string_view{text}); }
    template <std::integral Number>
    void value(Number number) {
        if constexpr (std::same_as<Number, bool>) {
            writer_.Bool(number);
        } else {
            writer_.Int64(static_cast<std::int64_t>(number));
        }
    }
    void value(text::Decimal number);
    template <class T>
    void value(const std::optional<T>& maybe) {
        maybe ? value(*maybe) : null();
    }
    void null() { writer_.Null(); }

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
    void break_line() { buffer_.Put('\n'); }
    // After a whole value: the next one begins anew (JSON lines).
    void restart() { writer_.Reset(buffer_); }
    void flush();

private:
    static rapidjson::SizeType size_of(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }

    Sink sink_;
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

}  // namespace gouji::output
