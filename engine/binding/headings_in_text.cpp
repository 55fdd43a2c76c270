// SPDX-License-Identifier: Apache-2.0
// Headings inside a run of text whose line ends were lost: a number directly before an official or accepted title.
#include <algorithm>

#include "engine/binding/headings.hpp"
#include "grammar/parse.hpp"
#include "grammar/text/character.hpp"

namespace gouji::binding {

using grammar::FoldedSpan;
using grammar::Numbering;
using grammar::Tree;

namespace {

constexpr std::uint32_t longest_number = 18;    // bytes: 第一部分 and a comma
constexpr std::uint32_t contents_distance = 15;  // bytes between two entries of a table of contents

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

class TextHeadings {
public:
    TextHeadings(const Tree& tree, const SectionTitles& titles, std::vector<Heading>& headings)
        : tree_{tree}, titles_{titles}, headings_{headings}, prose_{tree.prose.chars()} {}

    void add() {
        std::vector<Heading> found;
        for (const SectionTitles::Wording& wording : titles_.wordings()) {
            if (!is_known(wording.hit.spec)) find(wording, found);
        }
        std::sort(found.begin(), found.end(), [](const Heading& a, const Heading& b) { return a.prose.begin < b.prose.begin; });
        drop_contents(found);
        for (const Heading& heading : found) {
            if (!is_known(heading.spec)) headings_.push_back(heading);
        }
        std::sort(headings_.begin(), headings_.end(), [](const Heading& a, const Heading& b) { return a.prose.begin < b.prose.begin; });
    }

private:
    [[nodiscard]] bool is_known(const model::SectionSpec* spec) const {
        return std::any_of(headings_.begin(), headings_.end(), [&](const Heading& h) { return h.spec != nullptr && h.spec->id == spec->id; });
    }

    void find(const SectionTitles::Wording& wording, std::vector<Heading>& found) const {
        for (std::size_t at = prose_.find(wording.folded); at != std::string_view::npos; at = prose_.find(wording.folded, at + 1)) {
            const auto begin = static_cast<std::uint32_t>(at);
            const auto number = number_before(begin);
            if (!number || number->value != wording.hit.spec->number) continue;
            Heading heading;
            heading.spec = wording.hit.spec;
            heading.match = wording.hit.match;
            heading.title = {begin, begin + static_cast<std::uint32_t>(wording.folded.size())};
            heading.prose = {begin - number->size, heading.title.end};
            heading.number = {number->style, number->value, tree_.source_of({heading.prose.begin, begin})};
            if (!place(heading)) continue;
            found.push_back(heading);
        }
    }

    // The numbering that ends at `at`, read as long as it goes: 十一、 is not 一、.
    [[nodiscard]] std::optional<grammar::LeadingNumber> number_before(std::uint32_t at) const {
        const std::uint32_t least = at > longest_number ? at - longest_number : 0;
        for (std::uint32_t begin = least; begin < at; ++begin) {
            if (!starts_character(prose_[begin])) continue;
            const auto number = grammar::read_leading_number(prose_.substr(begin, at - begin + 3));
            if (!number || number->size != at - begin) continue;
            const bool cut = text::is_digit(prose_[begin]) && begin > 0 && text::is_digit(prose_[begin - 1]);
            const bool top = number->style == Numbering::chinese || number->style == Numbering::arabic || number->style == Numbering::part;
            return top && !cut ? number : std::nullopt;
        }
        return std::nullopt;
    }

    // Fills in the block; false where the heading would be a paragraph of its own or stands in none.
    bool place(Heading& heading) const {
        for (std::uint32_t i = 0; i < tree_.blocks.size(); ++i) {
            if (tree_.blocks[i].kind != grammar::BlockKind::paragraph) continue;
            const FoldedSpan paragraph = tree_.paragraphs[tree_.blocks[i].index].prose;
            if (heading.prose.begin < paragraph.begin || heading.prose.end > paragraph.end) continue;
            heading.block = i;
            heading.inside = heading.prose.begin > paragraph.begin;
            heading.alone = !heading.inside && heading.prose.end == paragraph.end;
            return true;
        }
        return false;
    }

    static void drop_contents(std::vector<Heading>& found) {
        std::vector<bool> listed(found.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            const bool next_is_near = i + 1 < found.size() && found[i + 1].prose.begin - found[i].prose.end <= contents_distance;
            const bool again = std::any_of(found.begin() + static_cast<std::ptrdiff_t>(i) + 1, found.end(), [&](const Heading& later) { return later.spec == found[i].spec; });
            const bool after_listed = i > 0 && listed[i - 1] && found[i].prose.begin - found[i - 1].prose.end <= contents_distance;
            listed[i] = again && (next_is_near || after_listed);
        }
        std::size_t index = 0;
        std::erase_if(found, [&](const Heading&) { return listed[index++]; });
    }

    const Tree& tree_;
    const SectionTitles& titles_;
    std::vector<Heading>& headings_;
    std::string_view prose_;
};

}  // namespace

void add_headings_in_text(const Tree& tree, const SectionTitles& titles, std::vector<Heading>& headings) {
    const auto bound = static_cast<std::size_t>(
        std::count_if(headings.begin(), headings.end(), [](const Heading& heading) { return heading.spec != nullptr; }));
    if (bound < titles.section_count()) TextHeadings{tree, titles, headings}.add();
}

}  // namespace gouji::binding
