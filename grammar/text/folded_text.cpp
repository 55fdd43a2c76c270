// SPDX-License-Identifier: Apache-2.0
#include "grammar/text/folded_text.hpp"

#include <algorithm>

#include "grammar/text/character.hpp"
#include "grammar/text/simplified.hpp"
#include "grammar/text/utf8.hpp"

namespace gouji::text {
namespace {

bool is_ascii_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Characters of three bytes that never fold: U+4000 to U+9FFF but for traditional ones, and the punctuation from 、 to 〵.
bool is_plain(std::string_view utf8, std::size_t i) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(utf8[i + k]); };
    const unsigned char lead = byte(0);
    if (lead == 0xE3) return byte(1) == 0x80 && byte(2) >= 0x81 && byte(2) <= 0xB5;
    if (lead < 0xE4 || lead > 0xE9) return false;
    return !is_traditional(static_cast<char32_t>((lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU)));
}

// ASCII that stays as it is. A line end among them is one byte for one byte as they are.
bool is_plain_ascii(char c) { return (c > ' ' && c < 0x7F) || c == '\t' || c == '\n'; }

}  // namespace

std::size_t FoldedText::run_index(std::uint32_t folded) const {
    const auto after = std::upper_bound(runs_.begin(), runs_.end(), folded, [](std::uint32_t at, const Run& run) { return at < run.folded; });
    return static_cast<std::size_t>(after - runs_.begin()) - 1;
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
    const auto begin = runs_.begin();
    const auto end = begin + static_cast<std::ptrdiff_t>(folded_runs_);
    const auto first_at_or_after = [&](std::uint32_t source) -> std::uint32_t {
        const auto after = std::upper_bound(begin, end, source, [](std::uint32_t at, const Run& run) { return at < run.source; });
        const auto next = after == runs_.end() ? static_cast<std::uint32_t>(chars_.size()) : after->folded;
        if (after == begin) return 0;
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

void FoldedText::reserve(std::size_t bytes) {
    chars_.reserve(bytes);
    runs_.reserve(bytes / 12 + 4);
}

void FoldedText::append(const FoldedText& other, FoldedSpan span) {
    std::size_t i = span.empty() ? 0 : other.run_index(span.begin);
    for (std::uint32_t at = span.begin; at < span.end; ++i) {
        const Run run = other.runs_[i];  // a copy: `other` may be this text
        const std::uint32_t stop = i + 1 == other.runs_.size() ? span.end : std::min(span.end, other.runs_[i + 1].folded);
        const std::uint32_t source = run.width == linear ? run.source + (at - run.folded) : run.source;
        add(other.slice({at, stop}), source, run.width);
        at = stop;
    }
}

void FoldedText::append(char mark, std::uint32_t source) { add({&mark, 1}, source, 0); }

// Takes runs of characters that stay as they are in one piece, and remembers white space until it is known what follows.
class Folder {
public:
    Folder(std::string_view utf8, FoldedText& out) : utf8_{utf8}, out_{out} {}

    void fold() {
        const auto size = static_cast<std::uint32_t>(utf8_.size());
        while (at_ < size) {
            const std::uint32_t end = plain_end();
            if (end > at_) put(utf8_.substr(at_, end - at_), end, FoldedText::linear);
            else if (utf8_[at_] == ' ') take_space(1);
            else if (const std::uint32_t width = line_end_at(utf8_, at_); width != 0) put("\n", at_ + width, width);
            else take_other();
        }
    }

private:
    [[nodiscard]] std::uint32_t plain_end() const {
        const std::string_view utf8 = utf8_;
        std::uint32_t end = at_;
        for (std::uint32_t begin = end; end < utf8.size(); begin = end) {
            while (end < utf8.size() && is_plain(utf8, end)) end += 3;
            while (end < utf8.size() && is_plain_ascii(utf8[end])) ++end;
            if (end == begin) break;
        }
        return end;
    }

    void put(std::string_view chars, std::uint32_t end, std::uint32_t width) {
        if (space_ && !out_.chars_.empty() && is_ascii_alphanumeric(out_.chars_.back()) && is_ascii_alphanumeric(chars.front())) {
            out_.add(" ", space_at_, at_ - space_at_);
        }
        space_ = false;
        out_.add(chars, at_, width);
        at_ = end;
    }

    void take_space(std::uint32_t bytes) {
        if (!space_) space_at_ = at_;
        space_ = true;
        at_ += bytes;
    }

    void take_other() {
        const CodePoint c = code_point_at(utf8_, at_);
        const std::string_view form = folded_character(c.value);
        if (form.empty()) at_ += c.bytes;
        else if (form == " ") take_space(c.bytes);
        else put(form, at_ + c.bytes, form.size() == c.bytes ? FoldedText::linear : c.bytes);
    }

    std::string_view utf8_;
    FoldedText& out_;
    std::uint32_t at_ = 0;
    bool space_ = false;  // white space is pending
    std::uint32_t space_at_ = 0;
};

FoldedText fold(std::string_view utf8) {
    FoldedText out;
    out.reserve(utf8.size());
    Folder{utf8, out}.fold();
    out.folded_runs_ = out.runs_.size();
    return out;
}

std::string fold_label(std::string_view utf8) {
    std::string out{fold(utf8).chars()};
    std::erase_if(out, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
    return out;
}

}  // namespace gouji::text
