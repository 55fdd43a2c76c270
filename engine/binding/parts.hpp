// SPDX-License-Identifier: Apache-2.0
// The parts of binding, in the order in which bind() runs them. Internal to this folder. Each fills its own fields of the
// document and reads those of the parts before it; none of them judges. They own nothing.
#pragma once

#include "engine/binding/bind.hpp"

namespace gouji::binding {

// Title, agency, year, period, published, sections. The format is not known yet: sections of all formats are tried.
void bind_structure(model::Document& document, const Knowledge& knowledge);

// Document::format and required_format, tables and figures. Re-points Section::spec to the format that was chosen.
void bind_tables(model::Document& document, const Knowledge& knowledge);

// Hits of Knowledge::phrases, in one pass: the rules' phrases go to the document, the lexicon's words are given back.
[[nodiscard]] std::vector<model::PhraseIndex::Hit> find_phrases(model::Document& document, const Knowledge& knowledge);

// Claims of the prose. `words` are what find_phrases gave back.
void bind_claims(model::Document& document, const Knowledge& knowledge, const std::vector<model::PhraseIndex::Hit>& words);

}  // namespace gouji::binding
