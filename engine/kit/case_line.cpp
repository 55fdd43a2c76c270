// SPDX-License-Identifier: Apache-2.0
#include "engine/kit/case_line.hpp"

#include <charconv>

namespace gouji::kit {

LineReader::LineReader(std::string_view line) : rest_{line} {
    while (rest_.ends_with(' ') || rest_.ends_with('\t')) rest_.remove_suffix(1);
    skip_spaces();
}

void LineReader::skip_spaces() {
    while (rest_.starts_with(' ') || rest_.starts_with('\t')) rest_.remove_prefix(1);
}

std::string_view LineReader::peek() const { return rest_.substr(0, rest_.find_first_of(" \t")); }

std::string LineReader::word() {
    std::string next{peek()};
    rest_.remove_prefix(next.size());
    skip_spaces();
    return next;
}

bool LineReader::take(std::string_view word) {
    if (peek() != word) return false;
    rest_.remove_prefix(word.size());
    skip_spaces();
    return true;
}

std::optional<std::string> LineReader::quoted() {
    if (!rest_.starts_with('"')) return std::nullopt;
    std::string text;
    for (std::size_t i = 1; i < rest_.size(); ++i) {
        char c = rest_[i];
        if (c == '"') {
            rest_.remove_prefix(i + 1);
            skip_spaces();
            return text;
        }
        if (c == '\\' && i + 1 < rest_.size()) {
            c = rest_[++i];
            if (c == 'n') c = '\n';
            else if (c == 't') c = '\t';
        }
        text += c;
    }
    return std::nullopt;
}

bool LineReader::place(ExpectedPlace& place) {
    if (!rest_.starts_with(mark_open)) {
        place.text = word();
        place.kind = place.text.starts_with("section:") ? ExpectedPlace::Kind::section : ExpectedPlace::Kind::figure;
        if (place.kind == ExpectedPlace::Kind::section) place.text.erase(0, 8);
        return !place.text.empty();
    }
    const std::size_t end = rest_.find(mark_close);
    if (end == std::string_view::npos) return false;
    place.kind = ExpectedPlace::Kind::text;
    place.text = rest_.substr(mark_open.size(), end - mark_open.size());
    rest_.remove_prefix(end + mark_close.size());
    if (rest_.starts_with('#')) {
        const auto [next, error] = std::from_chars(rest_.data() + 1, rest_.data() + rest_.size(), place.nth);
        if (error != std::errc{}) return false;
        rest_.remove_prefix(static_cast<std::size_t>(next - rest_.data()));
    }
    skip_spaces();
    return !place.text.empty();
}

}  // namespace gouji::kit
