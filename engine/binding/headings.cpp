// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/headings.hpp"

#include <algorithm>

namespace gouji::binding {

using grammar::BlockKind;
using grammar::Numbering;
using grammar::Paragraph;
using grammar::Tree;
using model::SectionSpec;
using model::TitleMatch;

namespace {

// How alike a wording has to be that is neither official nor accepted.
constexpr int like_with_its_number = 40;
constexpr int like_with_another_number = 62;
constexpr int like_without_number = 80;
constexpr int like_at_its_place = 15;
constexpr std::uint32_t longest_title = 120;  // bytes: forty characters
constexpr std::size_t shortest_contents = 3;  // headings that follow each other in a table of contents

bool is_strong(Numbering style) { return style == Numbering::chinese || style == Numbering::part; }
bool is_top_level(Numbering style) { return is_strong(style) || style == Numbering::arabic || style == Numbering::absent; }
// （一）总体情况: sub-headings look so, and sections only where no section is numbered as it should be.
bool is_parenthesised(Numbering style) {
    return style == Numbering::chinese_parenthesised || style == Numbering::arabic_parenthesised;
}

bool is_like_enough(const TitleHit& hit, const grammar::Number& number) {
    if (number.style == Numbering::absent) return hit.likeness >= like_without_number;
    return hit.likeness >= (number.value == hit.spec->number ? like_with_its_number : like_with_another_number);
}

class LineHeadings {
public:
    LineHeadings(const Tree& tree, const SectionTitles& titles) : tree_{tree}, titles_{titles} {}

    std::vector<Heading> find() {
        for (std::uint32_t i = 0; i < tree_.blocks.size(); ++i) {
            if (tree_.blocks[i].kind == BlockKind::paragraph) consider(i, tree_.paragraphs[tree_.blocks[i].index]);
        }
        prefer_strong_numbering();
        prefer_exact_wording();
        drop_contents();
        name_by_place();
        drop_list_items();
        return std::move(headings_);
    }

private:
    void consider(std::uint32_t block, const Paragraph& paragraph) {
        const bool parenthesised = is_parenthesised(paragraph.number.style);
        if (!is_top_level(paragraph.number.style) && !parenthesised) return;
        const std::string_view title = bare_title(tree_.prose_of(paragraph.title));
        if (title.empty() || title.size() > longest_title) return;
        Heading heading;
        heading.number = paragraph.number;
        heading.block = block;
        heading.title = {paragraph.title.begin, paragraph.title.begin + static_cast<std::uint32_t>(title.size())};
        heading.prose = {paragraph.prose.begin, heading.title.end};
        heading.alone = bare_title(tree_.prose_of({heading.title.begin, paragraph.prose.end})).size() == title.size();
        if (const auto hit = parenthesised ? titles_.find(title) : match(title, heading)) {
            heading.spec = hit->spec;
            heading.match = hit->match;
            heading.likeness = hit->likeness;
        }
        if (heading.spec == nullptr && !(is_strong(heading.number.style) && heading.alone)) return;
        if (heading.number.style == Numbering::absent && !heading.alone) return;
        headings_.push_back(heading);
    }

    std::optional<TitleHit> match(std::string_view title, const Heading& heading) const {
        if (const auto hit = titles_.find(title)) return hit;
        if (heading.number.style != Numbering::absent && titles_.is_table_row(tree_.prose_of(heading.prose))) return std::nullopt;
        const int least = heading.number.style == Numbering::absent ? like_without_number : like_with_its_number;
        const auto near = titles_.nearest(title, heading.number.value, least);
        if (!near || !is_like_enough(*near, heading.number)) return std::nullopt;
        return heading.alone || near->likeness >= like_without_number ? near : std::nullopt;
    }

    template <class Test>
    bool has(Test&& test) const {
        return std::any_of(headings_.begin(), headings_.end(), test);
    }

    // 1. 主动公开… under 一、 is a heading of its own only where no 二、主动公开… is there, and then it has the right number.
    void prefer_strong_numbering() {
        const auto strong_for = [&](const SectionSpec* spec) {
            return has(
                [&](const Heading& h) { return h.spec != nullptr && h.spec->id == spec->id && is_strong(h.number.style); });
        };
        const bool any_strong = has([](const Heading& h) { return h.spec != nullptr && is_strong(h.number.style); });
        std::vector<Heading> kept;
        for (const Heading& heading : headings_) {
            const bool weak = heading.spec != nullptr && !is_strong(heading.number.style);
            const bool numbered = heading.number.style != Numbering::absent;
            const bool wrong_number = numbered && weak && heading.number.value != heading.spec->number;
            if (weak && (wrong_number || strong_for(heading.spec))) continue;
            if (is_parenthesised(heading.number.style) && any_strong) continue;
            kept.push_back(heading);
        }
        headings_ = std::move(kept);
    }

    // A deviating wording with another section's number, or one that lists have, too, is not a second heading of a section that
    // stands there in full.
    void prefer_exact_wording() {
        for (Heading& heading : headings_) {
            if (heading.spec == nullptr || heading.match != TitleMatch::deviating) continue;
            if (heading.number.value == heading.spec->number && is_strong(heading.number.style)) continue;
            const std::string& id = heading.spec->id;
            const bool better = has([&](const Heading& other) {
                return &other != &heading && other.spec != nullptr && other.spec->id == id && other.likeness > heading.likeness;
            });
            if (better) heading.spec = nullptr;
        }
        std::erase_if(headings_, [](const Heading& h) { return h.spec == nullptr && !is_strong(h.number.style); });
    }

    [[nodiscard]] bool comes_again(std::size_t index) const {
        return std::any_of(
            headings_.begin() + static_cast<std::ptrdiff_t>(index) + 1, headings_.end(), [&](const Heading& later) {
                return later.spec != nullptr && headings_[index].spec != nullptr && later.spec->id == headings_[index].spec->id;
            });
    }

    // A table of contents: headings with nothing between them, all of which come again.
    void drop_contents() {
        std::vector<bool> listed(headings_.size());
        for (std::size_t first = 0; first < headings_.size();) {
            std::size_t end = first;
            while (end < headings_.size() && comes_again(end) && headings_[end].block == headings_[first].block + (end - first))
                ++end;
            if (end - first >= shortest_contents)
                std::fill(listed.begin() + static_cast<std::ptrdiff_t>(first), listed.begin() + static_cast<std::ptrdiff_t>(end),
                          true);
            first = std::max(end, first + 1);
        }
        std::size_t index = 0;
        std::erase_if(headings_, [&](const Heading&) { return listed[index++]; });
    }

    // 一、基本情况: hardly like 总体情况, but it stands where that section belongs and bears its number.
    void name_by_place() {
        for (std::size_t i = 0; i < headings_.size(); ++i) {
            Heading& heading = headings_[i];
            if (heading.spec != nullptr) continue;
            const auto near = titles_.nearest(tree_.prose_of(heading.title), heading.number.value, like_at_its_place);
            if (!near || near->spec->number != heading.number.value) continue;
            const bool taken =
                has([&](const Heading& other) { return other.spec != nullptr && other.spec->id == near->spec->id; });
            const bool after =
                i == 0 || (headings_[i - 1].spec != nullptr && headings_[i - 1].spec->number + 1 == near->spec->number);
            const bool before = i + 1 == headings_.size() ||
                                (headings_[i + 1].spec != nullptr && headings_[i + 1].spec->number == near->spec->number + 1);
            if (taken || !after || !before) continue;
            heading.spec = near->spec;
            heading.match = TitleMatch::deviating;
            heading.likeness = near->likeness;
        }
    }

    // Of the headings that no format has, those that carry the numbering of the sections on: 七、附表 behind 六、.
    void drop_list_items() {
        std::vector<Heading> kept;
        for (std::size_t i = 0; i < headings_.size();) {
            if (headings_[i].spec != nullptr) {
                kept.push_back(headings_[i++]);
                continue;
            }
            std::size_t end = i;
            while (end < headings_.size() && headings_[end].spec == nullptr) ++end;
            if (carries_on(kept, i, end))
                kept.insert(kept.end(), headings_.begin() + static_cast<std::ptrdiff_t>(i),
                            headings_.begin() + static_cast<std::ptrdiff_t>(end));
            i = end;
        }
        headings_ = std::move(kept);
    }

    [[nodiscard]] bool carries_on(const std::vector<Heading>& before, std::size_t first, std::size_t end) const {
        if (before.empty() || before.back().number.style != headings_[first].number.style) return false;
        for (std::size_t i = first; i < end; ++i) {
            if (headings_[i].number.value != before.back().number.value + 1 + (i - first)) return false;
        }
        return end == headings_.size() || headings_[end].number.value == headings_[end - 1].number.value + 1;
    }

    const Tree& tree_;
    const SectionTitles& titles_;
    std::vector<Heading> headings_;
};

}  // namespace

std::vector<Heading> headings_on_lines(const Tree& tree, const SectionTitles& titles) {
    return LineHeadings{tree, titles}.find();
}

std::vector<Heading> find_headings(const Tree& tree, const SectionTitles& titles) {
    std::vector<Heading> headings = headings_on_lines(tree, titles);
    add_headings_in_text(tree, titles, headings);
    return headings;
}

}  // namespace gouji::binding
