// SPDX-License-Identifier: Apache-2.0
#include "grammar/text/source_text.hpp"

#include <algorithm>

#include "grammar/text/utf8.hpp"
#include "grammar/text/words.hpp"

namespace gouji::text {

SourceText::SourceText(std::string name, std::string utf8, std::string encoding)
    : name_{std::move(name)}, utf8_{std::move(utf8)}, encoding_{std::move(encoding)} {}

const std::vector<std::uint32_t>& SourceText::line_starts() const {
    if (!line_starts_.empty()) return line_starts_;
    line_starts_.push_back(0);
    const std::size_t size = utf8_.size();
    const auto end_line = [&](std::size_t i) {
        const bool crlf = utf8_[i] == '\r' && i + 1 < size && utf8_[i + 1] == '\n';
        if (!crlf) line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
    };
    std::size_t i = 0;
    for (; i + sizeof(Word) <= size; i += sizeof(Word)) {
        const Word word = load_word(utf8_.data() + i);
        for (Word ends = bytes_equal(word, '\n') | bytes_equal(word, '\r'); ends != 0; ends &= ends - 1) end_line(i + first_marked(ends));
    }
    for (; i < size; ++i) {
        if (utf8_[i] == '\n' || utf8_[i] == '\r') end_line(i);
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
    return {line, count_code_points(slice({line_starts()[line - 1], offset})) + 1};
}

Position SourceText::position_utf16(std::uint32_t offset) const {
    const std::uint32_t line = line_of(offset);
    return {line, count_utf16_units(slice({line_starts()[line - 1], offset})) + 1};
}

}  // namespace gouji::text
