// SPDX-License-Identifier: Apache-2.0
// Binding: ties a syntax tree to the formats of a pack and gives the document that rules read. A pure function: the same
// text, formats and lexicon give the same document. It never guesses a number: what cannot be tied with certainty is unbound.
#pragma once

#include <vector>

#include "engine/model/document.hpp"
#include "engine/model/format.hpp"
#include "engine/model/lexicon.hpp"
#include "engine/model/phrase_index.hpp"

namespace gouji::binding {

// All that a pack contributes to binding; immutable, shared by all workers.
struct Knowledge {
    std::vector<model::Format> formats;
    model::Lexicon lexicon;
    model::PhraseIndex phrases;  // of the rules; may be empty
};

// `source`, `tree` and `knowledge` must outlive the document.
[[nodiscard]] model::Document bind(const text::SourceText& source, const grammar::Tree& tree, const Knowledge& knowledge);

}  // namespace gouji::binding
