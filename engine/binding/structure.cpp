// SPDX-License-Identifier: Apache-2.0
// Title, sections, period and date of publication.
#include <algorithm>

#include "engine/binding/headings.hpp"
#include "engine/binding/parts.hpp"
#include "engine/binding/report_dates.hpp"
#include "engine/binding/report_title.hpp"

namespace gouji::binding {

using grammar::Tree;
using model::Document;
using model::Section;

namespace {

Section make_section(const Tree& tree, const Heading& heading, const Heading* next) {
    const auto prose_size = static_cast<std::uint32_t>(tree.prose.chars().size());
    const auto block_count = static_cast<std::uint32_t>(tree.blocks.size());
    Section section;
    section.spec = heading.spec;
    section.match = heading.match;
    section.number = heading.number;
    section.heading = tree.source_of(heading.prose);
    section.title = tree.source_of(heading.title);
    section.inline_heading = !heading.alone;
    // Text behind the heading in its own paragraph belongs to the section, and so does that paragraph.
    section.first_block = heading.alone ? heading.block + 1 : heading.block;
    const std::uint32_t end = next == nullptr ? block_count : next->block + (next->inside ? 1 : 0);
    section.block_count = end > section.first_block ? end - section.first_block : 0;
    section.prose = {heading.prose.end, next == nullptr ? prose_size : next->prose.begin};
    while (section.prose.begin < section.prose.end && tree.prose.chars()[section.prose.begin] == '\n') ++section.prose.begin;
    return section;
}

void bind_sections(Document& document, const std::vector<Heading>& headings) {
    for (std::size_t i = 0; i < headings.size(); ++i) {
        const Heading* next = i + 1 < headings.size() ? &headings[i + 1] : nullptr;
        document.sections.push_back(make_section(*document.tree, headings[i], next));
    }
}

}  // namespace

void bind_structure(Document& document, const Knowledge& knowledge) {
    const Tree& tree = *document.tree;
    const auto titles = knowledge.titles ? knowledge.titles : std::make_shared<const SectionTitles>(knowledge.formats);
    const std::vector<Heading> headings = find_headings(tree, *titles);
    bind_sections(document, headings);
    const bool in_text = !headings.empty() && headings.front().inside;
    const auto all = static_cast<std::uint32_t>(tree.blocks.size());
    bind_title(document, knowledge, headings.empty() ? all : headings.front().block + (in_text ? 1 : 0));
    bind_period(document, knowledge.lexicon);
    bind_published(document, knowledge.lexicon);
    if (!document.year && document.period) document.year = document.period->to.year;
}

}  // namespace gouji::binding
