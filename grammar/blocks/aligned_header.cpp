// SPDX-License-Identifier: Apache-2.0
#include "grammar/blocks/aligned_header.hpp"

#include <algorithm>

namespace gouji::grammar::aligned {
namespace {

struct GroupWord {
    Word word;
    std::size_t line;
};

class Builder {
public:
    Header build(const std::vector<AlignedLine>& lines) {
        for (std::size_t i = lines.size(); i-- > 0;) add_line(lines[i], i);
        std::sort(header_.leaves.begin(), header_.leaves.end(), [](const HeaderLabel& a, const HeaderLabel& b) { return a.begin < b.begin; });
        for (HeaderLabel& leaf : header_.leaves) std::reverse(leaf.pieces.begin(), leaf.pieces.end());
        add_groups();
        return std::move(header_);
    }

private:
    void add_line(const AlignedLine& line, std::size_t index) {
        for (const Word& word : line.words) {
            std::vector<HeaderLabel*> below;
            for (HeaderLabel& leaf : header_.leaves) {
                if (leaf.overlaps(word)) below.push_back(&leaf);
            }
            const bool over_group = std::any_of(groups_.begin(), groups_.end(), [&](const GroupWord& group) { return group.word.overlaps(word); });
            if (below.size() > 1 || over_group) {
                groups_.push_back({word, index});
            } else if (below.size() == 1) {
                add_piece(*below.front(), word);
            } else {
                header_.leaves.push_back({{word}, word.begin, word.end, 0, 1});
            }
        }
    }

    static void add_piece(HeaderLabel& leaf, const Word& word) {
        leaf.pieces.push_back(word);
        leaf.begin = std::min(leaf.begin, word.begin);
        leaf.end = std::max(leaf.end, word.end);
    }

    // Groups were met from the lowest line upward.
    void add_groups() {
        std::stable_sort(groups_.begin(), groups_.end(), [](const GroupWord& a, const GroupWord& b) { return a.line < b.line; });
        std::size_t line = header_.leaves.size() + groups_.size() + 1;  // no line yet
        for (const GroupWord& group : groups_) {
            if (header_.groups.empty() || group.line != line) header_.groups.emplace_back();
            line = group.line;
            HeaderLabel label{{group.word}, group.word.begin, group.word.end, 0, 0};
            for (std::uint32_t i = 0; i < header_.leaves.size(); ++i) {
                if (!header_.leaves[i].overlaps(group.word)) continue;
                if (label.leaf_count == 0) label.first_leaf = i;
                label.leaf_count = i - label.first_leaf + 1;
            }
            label.leaf_count = std::max(label.leaf_count, 1U);
            header_.groups.back().push_back(std::move(label));
        }
    }

    Header header_;
    std::vector<GroupWord> groups_;
};

}  // namespace

Header read_header(const std::vector<AlignedLine>& lines) { return Builder{}.build(lines); }

}  // namespace gouji::grammar::aligned
