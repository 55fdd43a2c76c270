// SPDX-License-Identifier: Apache-2.0
// Binding: ties a syntax tree to the formats of a pack and gives the document that rules read. A pure function: the same
// text, formats and lexicon give the same document. It never guesses a number: what cannot be tied with certainty is unbound.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/model/document.hpp"
#include "engine/model/format.hpp"
#include "engine/model/lexicon.hpp"
#include "engine/model/phrase_index.hpp"

namespace gouji::binding {

class ClaimPatterns;
class SectionTitles;

// All that a pack contributes to binding; immutable, shared by all workers.
struct Knowledge {
    std::vector<model::Format> formats;
    model::Lexicon lexicon;
    model::PhraseIndex phrases;  // of the rules; may be empty; compile() adds the lexicon's words
    std::shared_ptr<const ClaimPatterns> patterns;  // the lexicon made ready by compile(); without it no claims are found
    std::shared_ptr<const SectionTitles> titles;    // the formats' section titles, made ready by compile()
};

// Makes formats and lexicon ready for use. Call once, when formats, lexicon and the rules' phrases are complete; from then on
// the knowledge may be moved, not copied.
void compile(Knowledge& knowledge);

// The tree that bind() wants: grammar::parse(), told of the official and accepted titles of the sections.
[[nodiscard]] grammar::Tree parse(const text::SourceText& source, std::span<const grammar::GivenGrid> given, const Knowledge& knowledge);

// `source`, `tree` and `knowledge` must outlive the document.
[[nodiscard]] model::Document bind(const text::SourceText& source, const grammar::Tree& tree, const Knowledge& knowledge);

}  // namespace gouji::binding
