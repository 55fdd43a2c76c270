// SPDX-License-Identifier: Apache-2.0
// What the selection collects while the mark grammar runs over the source.
#pragma once

#include <string_view>
#include <vector>

#include "grammar/marks/marks.hpp"

namespace gouji::grammar::marks {

class MarkState {
public:
    MarkState(std::string_view source, Tree& tree) : source_{source}, tree_{tree} {}

    void mark(MarkKind kind, std::string_view text);
    void halfwidth(std::string_view text);
    void pair_half(std::string_view text, bool opens);
    void bold(std::string_view text);
    void underline(std::string_view text);
    void lost_reference(std::string_view text);
    [[nodiscard]] bool blank(std::string_view text);

    [[nodiscard]] const std::vector<PairHalf>& halves() const { return halves_; }

private:
    [[nodiscard]] Span span_of(std::string_view text) const;
    std::uint32_t paragraph_at(std::uint32_t offset);  // none inside a grid

    std::string_view source_;
    Tree& tree_;
    std::uint32_t next_paragraph_ = 0;
    std::vector<PairHalf> halves_;
};

}  // namespace gouji::grammar::marks
