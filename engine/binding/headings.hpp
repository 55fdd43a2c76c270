// SPDX-License-Identifier: Apache-2.0
// The headings of the top-level sections, in text order: on lines of their own, or inside a run of text whose line ends were
// lost. They own nothing. What a section holds is left to structure.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/binding/section_titles.hpp"
#include "grammar/tree.hpp"

namespace gouji::binding {

struct Heading {
    const model::SectionSpec* spec = nullptr;  // null: not a section of any format
    model::TitleMatch match = model::TitleMatch::exact;
    int likeness = 100;
    grammar::Number number;
    grammar::FoldedSpan prose;  // number and title, in Tree::prose
    grammar::FoldedSpan title;
    std::uint32_t block = 0;
    bool alone = true;          // nothing else stands in its paragraph
    bool inside = false;        // text stands before it in its paragraph
};

[[nodiscard]] std::vector<Heading> find_headings(const grammar::Tree& tree, const SectionTitles& titles);

// The parts of find_headings().
[[nodiscard]] std::vector<Heading> headings_on_lines(const grammar::Tree& tree, const SectionTitles& titles);
void add_headings_in_text(const grammar::Tree& tree, const SectionTitles& titles, std::vector<Heading>& headings);

}  // namespace gouji::binding
