// SPDX-License-Identifier: Apache-2.0
#include "grammar/marks/marks.hpp"

#include <algorithm>
#include <cassert>

#include "grammar/marks/mark_selection.hpp"
#include "grammar/text/character.hpp"

namespace gouji::grammar {
namespace marks {

Span MarkState::span_of(std::string_view text) const {
    const auto begin = static_cast<std::uint32_t>(text.data() - source_.data());
    return {begin, begin + static_cast<std::uint32_t>(text.size())};
}

std::uint32_t MarkState::paragraph_at(std::uint32_t offset) {
    const auto& paragraphs = tree_.paragraphs;
    while (next_paragraph_ < paragraphs.size() && paragraphs[next_paragraph_].span.end <= offset) ++next_paragraph_;
    const bool inside = next_paragraph_ < paragraphs.size() && paragraphs[next_paragraph_].span.begin <= offset;
    return inside ? next_paragraph_ : none;
}

void MarkState::mark(MarkKind kind, std::string_view text) {
    const Span span = span_of(text);
    tree_.marks.push_back({kind, span, paragraph_at(span.begin)});
}

// Between Chinese text, in prose; not between digits, as in times, nor in web addresses.
void MarkState::halfwidth(std::string_view text) {
    const Span span = span_of(text);
    const std::uint32_t paragraph = paragraph_at(span.begin);
    if (paragraph == none) return;
    const Span within = tree_.paragraphs[paragraph].span;
    const Neighbour before = neighbour_before(source_, within, span.begin);
    const Neighbour after = neighbour_after(source_, within, span.end);
    const bool follows = before == Neighbour::han || before == Neighbour::closing;
    const bool leads = after == Neighbour::han || after == Neighbour::opening || after == Neighbour::edge;
    if (follows && leads) tree_.marks.push_back({MarkKind::halfwidth_punctuation, span, paragraph});
}

void MarkState::pair_half(std::string_view text, bool opens) {
    using Kind = PairHalf::Kind;
    const Span span = span_of(text);
    const std::uint32_t paragraph = paragraph_at(span.begin);
    if (paragraph == none) return;
    const bool half = text.size() == 1;
    const Kind kind = half || text == "（" || text == "）" ? Kind::parenthesis
                      : text == "《" || text == "》"       ? Kind::title
                      : text == "“" || text == "”"         ? Kind::quote
                      : text == "〔" || text == "〕"       ? Kind::tortoise
                                                           : Kind::lenticular;
    halves_.push_back({kind, opens, half, span, paragraph});
}

// The stars alone are marked, so that taking a mark away keeps the words. Names may be masked with stars: 李**、王**.
void MarkState::bold(std::string_view text) {
    const Span span = span_of(text);
    if (neighbour_before(source_, {0, static_cast<std::uint32_t>(source_.size())}, span.begin) == Neighbour::han) return;
    mark(MarkKind::markup, text.substr(0, 2));
    mark(MarkKind::markup, text.substr(text.size() - 2));
}

void MarkState::underline(std::string_view text) {
    mark(MarkKind::markup, text.substr(0, 2));
    mark(MarkKind::markup, text.substr(text.size() - 2));
}

void MarkState::lost_reference(std::string_view text) {
    const Span span = span_of(text);
    const std::uint32_t lead = span.begin - static_cast<std::uint32_t>(std::string_view{"错误"}.size());
    mark(MarkKind::markup, source_.substr(lead, span.end - lead));
}

// XX and ×× stand for something where Chinese text is beside them, and not in 5××8, WXXY or A-XX.
bool MarkState::blank(std::string_view text) {
    const Span span = span_of(text);
    const char before = span.begin > 0 ? source_[span.begin - 1] : ' ';
    const char after = span.end < source_.size() ? source_[span.end] : ' ';
    const auto is_part = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.'; };
    if (is_part(before) || is_part(after)) return false;
    const Span all{0, static_cast<std::uint32_t>(source_.size())};
    const bool chinese = neighbour_before(source_, all, span.begin) == Neighbour::han || neighbour_after(source_, all, span.end) == Neighbour::han;
    if (!chinese) return false;
    mark(MarkKind::placeholder, text);
    return true;
}

}  // namespace marks

namespace {

// Commas that part the cells of a table are no punctuation.
void drop_parting_commas(std::string_view source, Tree& tree) {
    const auto parts_cells = [&](const Mark& mark) {
        if (mark.kind != MarkKind::doubled_punctuation) return false;
        if (source.substr(mark.span.begin, mark.span.size()).find_first_not_of(',') != std::string_view::npos) return false;
        const auto grid = std::ranges::partition_point(tree.grids, [&](const Grid& one) { return one.span.end < mark.span.end; });
        return grid != tree.grids.end() && grid->layout == Layout::commas && grid->span.begin <= mark.span.begin;
    };
    std::erase_if(tree.marks, parts_cells);
}

}  // namespace

void find_marks(std::string_view source, Tree& tree) {
    namespace pegtl = tao::pegtl;
    marks::MarkState state{source, tree};
    pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*> in{source.data(), source.data() + source.size(), ""};
    [[maybe_unused]] const bool matched = pegtl::parse<marks::tokens, marks::Select>(in, state);
    assert(matched && in.empty());  // the grammar takes any text
    judge_pairs(source, state.halves(), tree);
    drop_parting_commas(source, tree);
    std::stable_sort(tree.marks.begin(), tree.marks.end(), [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
}

}  // namespace gouji::grammar
