// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/bind.hpp"

#include "engine/binding/parts.hpp"

namespace gouji::binding {

model::Document bind(const text::SourceText& source, const grammar::Tree& tree, const Knowledge& knowledge) {
    model::Document document;
    document.source = &source;
    document.tree = &tree;
    bind_structure(document, knowledge);
    bind_tables(document, knowledge);
    bind_claims(document, knowledge, find_phrases(document, knowledge));
    return document;
}

}  // namespace gouji::binding
