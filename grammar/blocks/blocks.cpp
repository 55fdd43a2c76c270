// SPDX-License-Identifier: Apache-2.0
#include "grammar/blocks/blocks.hpp"

#include <algorithm>

#include "grammar/blocks/grids.hpp"
#include "grammar/blocks/paragraphs.hpp"

namespace gouji::grammar {
namespace {

constexpr std::uint32_t farthest = 12;  // lines between the halves of a broken sentence, page mark and blank lines included

class Builder {
public:
    Builder(std::string_view source, std::span<const Line> lines, std::span<const GivenGrid> given, Tree& tree)
        : from_{source, lines}, given_{given}, tree_{tree}, joiner_{tree.folded, find_margin(lines)} {}

    void build(std::span<const GridLines> grids) {
        auto grid = grids.begin();
        for (std::uint32_t at = 0; at < from_.lines.size();) {
            if (grid != grids.end() && grid->first == at) {
                add_grid(from_, *grid, tree_);
                at = grid->end;
                ++grid;
                continue;
            }
            const std::uint32_t stop = grid == grids.end() ? static_cast<std::uint32_t>(from_.lines.size()) : grid->first;
            at = build_one(at, stop);
        }
    }

private:
    std::uint32_t build_one(std::uint32_t at, std::uint32_t stop) {
        const Line& line = from_.lines[at];
        switch (line.kind) {
            case LineKind::blank: return at + 1;
            case LineKind::page_mark: add_page_mark(line); return at + 1;
            case LineKind::given: return add_given(at);
            default: return build_paragraph(at, stop);
        }
    }

    void add_page_mark(const Line& line) { tree_.blocks.push_back({BlockKind::page_mark, none, line.source}); }

    std::uint32_t add_given(std::uint32_t at) {
        while (next_given_ < given_.size() && given_[next_given_].span.end <= from_.lines[at].whole.begin) ++next_given_;
        if (next_given_ == given_.size()) return at + 1;
        const GivenGrid& grid = given_[next_given_++];
        add_given_grid(from_.source, grid, tree_);
        while (at < from_.lines.size() && from_.lines[at].whole.end <= grid.span.end && from_.lines[at].kind == LineKind::given) ++at;
        return at;
    }

    // Takes lines as long as the sentence goes on; page marks in between follow the paragraph.
    std::uint32_t build_paragraph(std::uint32_t first, std::uint32_t stop) {
        words_.assign(1, &from_.lines[first]);
        std::uint32_t end = first + 1;
        for (std::uint32_t next = next_text(end, stop); next < stop; next = next_text(end, stop)) {
            if (!joiner_.joins(*words_.front(), *words_.back(), from_.lines[next], next != end)) break;
            words_.push_back(&from_.lines[next]);
            end = next + 1;
        }
        add_paragraph(from_.source, words_, tree_);
        for (std::uint32_t i = first; i < end; ++i) {
            if (from_.lines[i].kind == LineKind::page_mark) add_page_mark(from_.lines[i]);
        }
        return end;
    }

    // The next line of text over blank lines and page marks, or `stop`.
    [[nodiscard]] std::uint32_t next_text(std::uint32_t from, std::uint32_t stop) const {
        for (std::uint32_t at = from; at < stop && at < from + farthest; ++at) {
            const LineKind kind = from_.lines[at].kind;
            if (kind == LineKind::text) return at;
            if (kind == LineKind::given) return stop;
        }
        return stop;
    }

    GridSource from_;
    std::span<const GivenGrid> given_;
    Tree& tree_;
    Joiner joiner_;
    std::size_t next_given_ = 0;
    std::vector<const Line*> words_;
};

// Lines with tabs or pipes that make no grid are prose.
void return_to_text(std::string_view source, std::vector<Line>& lines, std::span<const GridLines> grids, const Tree& tree) {
    auto grid = grids.begin();
    for (std::uint32_t at = 0; at < lines.size(); ++at) {
        while (grid != grids.end() && grid->end <= at) ++grid;
        if (grid != grids.end() && grid->first <= at) continue;
        const LineKind kind = lines[at].kind;
        const bool loose = kind == LineKind::tabbed || kind == LineKind::piped || kind == LineKind::pipe_rule;
        if (!loose) continue;
        if (lines[at].characters == 0) lines[at].kind = LineKind::blank;
        else make_text(lines[at], source, tree.folded.slice(lines[at].folded));
    }
}

void make_room(const std::vector<Line>& lines, Tree& tree) {
    std::size_t cells = 0;
    std::size_t texts = 0;
    for (const Line& line : lines) {
        cells += line.kind == LineKind::tabbed ? line.tabs + 1U : 0U;
        texts += line.kind == LineKind::text ? 1U : 0U;
    }
    tree.cells.reserve(cells);
    tree.rows.reserve(std::min(cells, lines.size()));
    tree.paragraphs.reserve(texts);
    tree.blocks.reserve(texts + 8);
    tree.prose.reserve(tree.folded.chars().size());
}

}  // namespace

void build_blocks(std::string_view source, std::vector<Line>& lines, std::span<const GivenGrid> given, Tree& tree) {
    make_room(lines, tree);
    const auto grids = find_grids({source, lines}, tree.folded);
    return_to_text(source, lines, grids, tree);
    Builder{source, lines, given, tree}.build(grids);
}

}  // namespace gouji::grammar
