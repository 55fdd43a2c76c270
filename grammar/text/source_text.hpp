// SPDX-License-Identifier: Apache-2.0
// SourceText: one document as UTF-8, with its name, the encoding it came in, and the way from offsets to lines and columns.
// It owns its bytes; every Span of this document points into them. They are never rewritten.
// Lines are split at LF, CR and CRLF. Line numbers and columns count from 1 and are computed late, only for what is shown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/span.hpp"

namespace gouji::text {

struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;  // in code points
};

class SourceText {
public:
    SourceText() = default;
    // `utf8` must be valid UTF-8 without a BOM; decode() sees to that.
    SourceText(std::string name, std::string utf8, std::string encoding = "UTF-8");

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& encoding() const { return encoding_; }  // IANA name, as read
    [[nodiscard]] std::string_view utf8() const { return utf8_; }
    [[nodiscard]] std::string_view slice(Span span) const { return utf8().substr(span.begin, span.size()); }

    [[nodiscard]] std::uint32_t line_count() const;
    [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const;  // from 1
    [[nodiscard]] Span line_span(std::uint32_t line) const;           // without its end
    [[nodiscard]] Position position(std::uint32_t offset) const;      // column in code points
    [[nodiscard]] Position position_utf16(std::uint32_t offset) const;  // column in UTF-16 code units

private:
    const std::vector<std::uint32_t>& line_starts() const;

    std::string name_;
    std::string utf8_;
    std::string encoding_;
    mutable std::vector<std::uint32_t> line_starts_;  // filled on first use; one thread works on a report
};

}  // namespace gouji::text
