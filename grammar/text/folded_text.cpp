// SPDX-License-Identifier: Apache-2.0
#include "grammar/text/folded_text.hpp"

#include <algorithm>

#include "grammar/text/character.hpp"

namespace gouji::text {
namespace {

bool is_ascii_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_common_han(std::string_view utf8, std::size_t i) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    return lead > 0xE4 && lead < 0xE9;  // U+5000..U+8FFF: no character of these folds
}

}  // namespace

const FoldedText::Run& FoldedText::run_at(std::uint32_t folded) const {
    const auto after = std::upper_bound(runs_.begin(), runs_.end(), folded, [](std::uint32_t at, const Run& run) { return at < run.folded; });
    return *std::prev(after);
}

std::uint32_t FoldedText::source_begin(std::uint32_t folded) const {
    const Run& run = run_at(folded);
    return run.width == linear ? run.source + (folded - run.folded) : run.source;
}

std::uint32_t FoldedText::source_end(std::uint32_t folded_end) const {
    const Run& run = run_at(folded_end - 1);
    return run.width == linear ? run.source + (folded_end - run.folded) : run.source + run.width;
}

Span FoldedText::to_source(FoldedSpan span) const {
    if (runs_.empty()) return {};
    if (!span.empty()) return {source_begin(span.begin), source_end(span.end)};
    if (span.begin < chars_.size()) return {source_begin(span.begin), source_begin(span.begin)};
    const std::uint32_t end = source_end(static_cast<std::uint32_t>(chars_.size()));
    return {end, end};
}

FoldedSpan FoldedText::to_folded(Span span) const {
    const auto first_at_or_after = [this](std::uint32_t source) -> std::uint32_t {
        auto after = std::upper_bound(runs_.begin(), runs_.end(), source, [](std::uint32_t at, const Run& run) { return at < run.source; });
        const auto next = after == runs_.end() ? static_cast<std::uint32_t>(chars_.size()) : after->folded;
        if (after == runs_.begin()) return 0;
        const Run& run = *std::prev(after);
        if (run.source == source) return run.folded;
        return run.width == linear ? std::min(run.folded + (source - run.source), next) : next;
    };
    return {first_at_or_after(span.begin), first_at_or_after(span.end)};
}

void FoldedText::add(std::string_view chars, std::uint32_t source, std::uint32_t width) {
    const auto folded = static_cast<std::uint32_t>(chars_.size());
    const bool continues = !runs_.empty() && runs_.back().width == linear && width == linear &&
                           runs_.back().source + (folded - runs_.back().folded) == source;
    if (!continues) runs_.push_back({folded, source, width});
    chars_.append(chars);
}

void FoldedText::append(const FoldedText& other, FoldedSpan span) {
    std::uint32_t at = span.begin;
    while (at < span.end) {
        const Run& run = other.run_at(at);
        const bool last = &run == &other.runs_.back();
        const std::uint32_t stop = last ? span.end : std::min(span.end, (&run)[1].folded);
        const std::uint32_t source = run.width == linear ? run.source + (at - run.folded) : run.source;
        add(other.slice({at, stop}), source, run.width);
        at = stop;
    }
}

void FoldedText::append(char mark, std::uint32_t source) { add({&mark, 1}, source, 0); }

FoldedText fold(std::string_view utf8) {
    FoldedText out;
    out.chars_.reserve(utf8.size());
    out.runs_.reserve(utf8.size() / 16 + 4);
    bool space = false;  // white space is pending
    std::uint32_t space_at = 0;
    const auto size = static_cast<std::uint32_t>(utf8.size());
    const auto put = [&](std::string_view chars, std::uint32_t at, std::uint32_t width) {
        if (space && !out.chars_.empty() && is_ascii_alphanumeric(out.chars_.back()) && is_ascii_alphanumeric(chars.front())) {
            out.add(" ", space_at, at - space_at);
        }
        space = false;
        out.add(chars, at, width);
    };
    for (std::uint32_t i = 0; i < size;) {
        if (is_common_han(utf8, i)) {
            std::uint32_t end = i + 3;
            while (end < size && is_common_han(utf8, end)) end += 3;
            put(utf8.substr(i, end - i), i, FoldedText::linear);
            i = end;
            continue;
        }
        const char byte = utf8[i];
        if (byte == '\n' || byte == '\r') {
            const std::uint32_t width = byte == '\r' && i + 1 < size && utf8[i + 1] == '\n' ? 2 : 1;
            put("\n", i, width);
            i += width;
            continue;
        }
        if (byte == '\t' || (byte > ' ' && byte < 0x7F)) {
            put(utf8.substr(i, 1), i, FoldedText::linear);
            ++i;
            continue;
        }
        const CodePoint at = code_point_at(utf8, i);
        const std::string_view form = folded_character(at.value);
        if (form == " " || form.empty()) {
            if (!space) space_at = i;
            space = true;
        } else {
            put(form, i, form == utf8.substr(i, at.bytes) ? FoldedText::linear : at.bytes);
        }
        i += at.bytes;
    }
    return out;
}

std::string fold_label(std::string_view utf8) {
    std::string out{fold(utf8).chars()};
    std::erase_if(out, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
    return out;
}

}  // namespace gouji::text
