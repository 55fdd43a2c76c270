// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "grammar/marks/marks.hpp"
#include "grammar/parse.hpp"
#include "grammar/text/folded_text.hpp"

namespace gouji::grammar {
namespace {

class Judge {
public:
    Judge(std::string_view source, const std::vector<PairHalf>& halves, Tree& tree) : source_{source}, halves_{halves}, tree_{tree} {}

    void judge() {
        for (std::size_t i = 0; i < halves_.size(); ++i) {
            if (i > 0 && halves_[i].paragraph != halves_[i - 1].paragraph) end_paragraph(halves_[i].paragraph);
            take(i);
        }
        end_paragraph(none);
        end_paragraph(none);
        for (const std::size_t i : alone_) tree_.marks.push_back({MarkKind::unbalanced_pair, halves_[i].span, halves_[i].paragraph});
    }

private:
    static constexpr std::size_t kinds = 5;
    using Stacks = std::array<std::vector<std::size_t>, kinds>;

    void take(std::size_t i) {
        const PairHalf& half = halves_[i];
        auto& open = open_[static_cast<std::size_t>(half.kind)];
        if (half.opens) {
            open.push_back(i);
        } else if (!open.empty()) {
            judge_width(halves_[open.back()], half);
            open.pop_back();
        } else if (auto& earlier = earlier_[static_cast<std::size_t>(half.kind)]; !earlier.empty()) {
            earlier.pop_back();
        } else if (!is_list_marker(half)) {
            alone_.push_back(i);
        }
    }

    // A pair may go over one paragraph end: a quotation in several paragraphs, or a line end that we took for one.
    void end_paragraph(std::uint32_t next) {
        for (auto& stack : earlier_) {
            alone_.insert(alone_.end(), stack.begin(), stack.end());
            stack.clear();
        }
        const bool adjacent = next != none && paragraph_of_open() + 1 == next;
        if (adjacent) {
            std::swap(earlier_, open_);
            return;
        }
        for (auto& stack : open_) {
            alone_.insert(alone_.end(), stack.begin(), stack.end());
            stack.clear();
        }
    }

    [[nodiscard]] std::uint32_t paragraph_of_open() const {
        for (const auto& stack : open_) {
            if (!stack.empty()) return halves_[stack.back()].paragraph;
        }
        return none - 1;
    }

    // "1）" and "三)" open nothing: the number right before them stands at the head of the paragraph or behind punctuation.
    [[nodiscard]] bool is_list_marker(const PairHalf& half) const {
        if (half.kind != PairHalf::Kind::parenthesis) return false;
        constexpr std::uint32_t longest = 12;
        const Span paragraph = tree_.paragraphs[half.paragraph].span;
        const std::uint32_t from = std::max(paragraph.begin, half.span.end - std::min(half.span.end, longest));
        for (std::uint32_t at = from; at < half.span.begin; ++at) {
            if ((static_cast<unsigned char>(source_[at]) & 0xC0U) == 0x80U) continue;
            const Neighbour before = neighbour_before(source_, paragraph, at);
            if (before != Neighbour::edge && before != Neighbour::closing && before != Neighbour::other) continue;
            const auto number = read_leading_number(text::fold(source_.substr(at, half.span.end - at)).chars());
            if (number) return true;
        }
        return false;
    }

    void judge_width(const PairHalf& open, const PairHalf& close) {
        if (!open.half_width && !close.half_width) return;
        const Paragraph& paragraph = tree_.paragraphs[open.paragraph];
        if (paragraph.number.span.contains(open.span) || paragraph.number.span.contains(close.span)) return;
        const Span within = paragraph.span;
        const auto chinese = [](Neighbour n) { return n == Neighbour::han || n == Neighbour::opening || n == Neighbour::closing; };
        const bool inside = chinese(neighbour_after(source_, within, open.span.end)) && chinese(neighbour_before(source_, within, close.span.begin));
        const bool outside = chinese(neighbour_before(source_, within, open.span.begin)) || chinese(neighbour_after(source_, within, close.span.end));
        if (!inside || !outside) return;
        for (const PairHalf* half : {&open, &close}) {
            if (half->half_width) tree_.marks.push_back({MarkKind::halfwidth_punctuation, half->span, half->paragraph});
        }
    }

    std::string_view source_;
    const std::vector<PairHalf>& halves_;
    Tree& tree_;
    Stacks open_;     // in this paragraph
    Stacks earlier_;  // left open by the paragraph before
    std::vector<std::size_t> alone_;
};

}  // namespace

void judge_pairs(std::string_view source, const std::vector<PairHalf>& halves, Tree& tree) { Judge{source, halves, tree}.judge(); }

}  // namespace gouji::grammar
