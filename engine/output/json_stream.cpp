// SPDX-License-Identifier: Apache-2.0
#include "engine/output/json_stream.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "grammar/text/words.hpp"

namespace gouji::output {
namespace {

constexpr std::size_t longest_escape = 6;   // \u001F
constexpr std::size_t longest_integer = 20;
constexpr std::ptrdiff_t word_size = sizeof(text::Word);
constexpr std::size_t longest_piece = 4096;  // of a string that is made room for at once

// No byte of the word is a control character, a quotation mark or a backslash.
constexpr bool is_plain(text::Word word) {
    return (text::control_bytes(word) | text::bytes_equal(word, '"') | text::bytes_equal(word, '\\')) == 0;
}

char* put_escaped(char* to, char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && c != '"' && c != '\\') {
        *to++ = c;
        return to;
    }
    *to++ = '\\';
    switch (c) {
        case '\b': *to++ = 'b'; return to;
        case '\f': *to++ = 'f'; return to;
        case '\n': *to++ = 'n'; return to;
        case '\r': *to++ = 'r'; return to;
        case '\t': *to++ = 't'; return to;
        case '"': case '\\': *to++ = c; return to;
        default: break;
    }
    constexpr char hex[] = "0123456789ABCDEF";
    for (const char digit : {'u', '0', '0', hex[byte >> 4U], hex[byte & 0xFU]}) *to++ = digit;
    return to;
}

// `to` has room for every character escaped.
char* put_escaped(char* to, std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        for (; end - at >= word_size; at += word_size, to += word_size) {
            const text::Word word = text::load_word(at);
            if (!is_plain(word)) break;
            std::memcpy(to, &word, sizeof word);
        }
        for (const char* const stop = at + std::min(end - at, word_size); at != stop; ++at) to = put_escaped(to, *at);
    }
    return to;
}

}  // namespace

void JsonStream::quoted(std::string_view text) {
    put('"');
    while (!text.empty()) {
        const std::string_view piece = text.substr(0, longest_piece);
        char* const begin = room(piece.size() * longest_escape);
        size_ += static_cast<std::size_t>(put_escaped(begin, piece) - begin);
        text.remove_prefix(piece.size());
    }
    put('"');
}

void JsonStream::key(JsonName name) {
    separate();
    if (name.plain()) {
        const std::string_view text = name.text();
        char* const to = room(text.size() + 2);
        to[0] = '"';
        std::memcpy(to + 1, text.data(), text.size());
        to[text.size() + 1] = '"';
        size_ += text.size() + 2;
    } else {
        quoted(name.text());
    }
    put(':');
    comma_ = false;
}

void JsonStream::value(std::string_view text) {
    separate();
    quoted(text);
    comma_ = true;
}

void JsonStream::open(char bracket) {
    separate();
    put(bracket);
    comma_ = false;
}

void JsonStream::close(char bracket) {
    put(bracket);
    comma_ = true;
}

void JsonStream::literal(std::string_view text) {
    separate();
    std::memcpy(room(text.size()), text.data(), text.size());
    size_ += text.size();
    comma_ = true;
}

void JsonStream::integer(std::int64_t number) {
    char digits[longest_integer];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    literal({digits, static_cast<std::size_t>(end - digits)});
}

void JsonStream::grow(std::size_t bytes) { buffer_.resize(std::max(buffer_.size() * 2, size_ + bytes)); }

void JsonStream::flush() {
    if (size_ == 0) return;
    sink_({buffer_.data(), size_});
    size_ = 0;
}

}  // namespace gouji::output
