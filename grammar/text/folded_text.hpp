// SPDX-License-Identifier: Apache-2.0
// FoldedText: a text made comparable, with the way back to the source. Full-width forms become half-width, compatibility
// characters (Kangxi radicals, circled and squared forms) their ordinary ones, traditional characters simplified ones; what
// cannot be seen (soft hyphens, zero-width spaces) disappears, and so does white space except
//   '\n' one line end, '\t' one tab, and one ' ' where spaces part two ASCII letters or digits ("12  0" is not 120).
// It owns its characters. It does not know the SourceText it came from; the caller keeps the two together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/span.hpp"

namespace gouji::text {

class FoldedText {
public:
    [[nodiscard]] std::string_view chars() const { return chars_; }
    [[nodiscard]] std::string_view slice(FoldedSpan span) const { return chars().substr(span.begin, span.size()); }

    // Where a folded range stands in the source. An empty range gives an empty span.
    [[nodiscard]] Span to_source(FoldedSpan span) const;
    // The folded range made of what stands in `span` of the source. Only what fold() made is searched, not what was appended.
    [[nodiscard]] FoldedSpan to_folded(Span span) const;

    // Makes room for so many characters.
    void reserve(std::size_t bytes);
    // Appends a range of another folded text; the offsets keep pointing to the source.
    void append(const FoldedText& other, FoldedSpan span);
    // Appends one character that stands for no source character, placed at `source`.
    void append(char mark, std::uint32_t source);

    friend FoldedText fold(std::string_view utf8);
    friend class Folder;

private:
    // From chars_[folded] on, folded and source offsets advance together (width == linear), or one character stands
    // for `width` source bytes (its folded form has another length).
    static constexpr std::uint32_t linear = 0xFFFF'FFFF;
    struct Run {
        std::uint32_t folded;
        std::uint32_t source;
        std::uint32_t width;
    };
    [[nodiscard]] std::size_t run_index(std::uint32_t folded) const;
    [[nodiscard]] const Run& run_at(std::uint32_t folded) const { return runs_[run_index(folded)]; }
    [[nodiscard]] std::uint32_t source_begin(std::uint32_t folded) const;
    [[nodiscard]] std::uint32_t source_end(std::uint32_t folded_end) const;
    void add(std::string_view chars, std::uint32_t source, std::uint32_t width);

    std::string chars_;
    std::vector<Run> runs_;
    std::size_t folded_runs_ = 0;  // runs that fold() made: their source offsets rise
};

// Folds a whole text. `utf8` must be valid UTF-8.
[[nodiscard]] FoldedText fold(std::string_view utf8);

// Folds a label, title or phrase of a format or pack: as fold(), and all white space goes.
[[nodiscard]] std::string fold_label(std::string_view utf8);

}  // namespace gouji::text
