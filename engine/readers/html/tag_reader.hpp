// SPDX-License-Identifier: Apache-2.0
// TagReader: the pieces of an HTML text one after the other: text, start tags, end tags. Comments, declarations and processing
// instructions are passed over. It owns nothing, allocates nothing, and goes over the text once; it knows no nesting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gouji::readers::html {

struct Piece {
    enum class Kind : std::uint8_t { text, open, close, end };
    Kind kind = Kind::end;
    std::string_view text;        // of a text, raw
    std::string_view name;        // of a tag, as written
    std::string_view attributes;  // of a start tag, raw
};

class TagReader {
public:
    explicit TagReader(std::string_view html) : html_{html} {}

    Piece next();
    // Behind a start tag whose content is no markup (script, style, title): that content; the reader goes on at the end tag.
    std::string_view raw_content(std::string_view name);

    [[nodiscard]] std::size_t position() const { return at_; }
    void go_back(std::size_t position) { at_ = position; }

private:
    enum class Construct : std::uint8_t { none, open, close, declaration };
    [[nodiscard]] Construct construct_at(std::size_t open) const;
    void skip_declaration();
    Piece read_tag(bool closing);
    [[nodiscard]] std::size_t end_of_attributes(std::size_t from) const;

    std::string_view html_;
    std::size_t at_ = 0;
};

struct Attribute {
    std::string_view name;   // empty behind the last one
    std::string_view value;  // raw, without its quotes
};

// The attributes of a start tag, one after the other.
class AttributeReader {
public:
    explicit AttributeReader(std::string_view attributes) : text_{attributes} {}
    Attribute next();

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

[[nodiscard]] bool equals_ignoring_case(std::string_view text, std::string_view lower);
// Whether `lower` occurs in `text`, in any case.
[[nodiscard]] bool contains_ignoring_case(std::string_view text, std::string_view lower);

}  // namespace gouji::readers::html
