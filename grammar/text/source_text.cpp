// SPDX-License-Identifier: Apache-2.0
#include "grammar/text/source_text.hpp"

#include <algorithm>

namespace gouji::text {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }
bool is_supplementary_lead(char byte) { return static_cast<unsigned char>(byte) >= 0xF0U; }

}  // namespace

SourceText::SourceText(std::string name, std::string utf8, std::string encoding)
    : name_{std::move(name)}, utf8_{std::move(utf8)}, encoding_{std::move(encoding)} {}

const std::vector<std::uint32_t>& SourceText::line_starts() const {
    if (!line_starts_.empty()) return line_starts_;
    line_starts_.push_back(0);
    for (std::size_t i = 0; i < utf8_.size(); ++i) {
        const bool crlf = utf8_[i] == '\r' && i + 1 < utf8_.size() && utf8_[i + 1] == '\n';
        if (crlf || (utf8_[i] != '\n' && utf8_[i] != '\r')) continue;
        line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
    }
    return line_starts_;
}

std::uint32_t SourceText::line_count() const { return static_cast<std::uint32_t>(line_starts().size()); }

std::uint32_t SourceText::line_of(std::uint32_t offset) const {
    const auto& starts = line_starts();
    return static_cast<std::uint32_t>(std::upper_bound(starts.begin(), starts.end(), offset) - starts.begin());
}

Span SourceText::line_span(std::uint32_t line) const {
    const auto& starts = line_starts();
    const std::uint32_t begin = starts[line - 1];
    std::uint32_t end = line < starts.size() ? starts[line] : static_cast<std::uint32_t>(utf8_.size());
    while (end > begin && (utf8_[end - 1] == '\n' || utf8_[end - 1] == '\r')) --end;
    return {begin, end};
}

Position SourceText::position(std::uint32_t offset) const {
    const std::uint32_t line = line_of(offset);
    const auto from = utf8_.begin() + line_starts()[line - 1];
    const auto characters = std::count_if(from, utf8_.begin() + offset, [](char c) { return !is_continuation(c); });
    return {line, static_cast<std::uint32_t>(characters) + 1};
}

Position SourceText::position_utf16(std::uint32_t offset) const {
    Position at = position(offset);
    const auto from = utf8_.begin() + line_starts()[at.line - 1];
    at.column += static_cast<std::uint32_t>(std::count_if(from, utf8_.begin() + offset, is_supplementary_lead));
    return at;
}

}  // namespace gouji::text
