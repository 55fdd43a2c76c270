// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/claim_patterns.hpp"
#include "engine/binding/section_titles.hpp"

namespace gouji::binding {

void compile(Knowledge& knowledge) {
    knowledge.patterns = std::make_shared<const ClaimPatterns>(knowledge.lexicon, knowledge.formats, knowledge.phrases);
    knowledge.titles = std::make_shared<const SectionTitles>(knowledge.formats);
}

}  // namespace gouji::binding
