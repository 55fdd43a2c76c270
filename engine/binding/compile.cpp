// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/claim_patterns.hpp"
#include "engine/binding/section_titles.hpp"
#include "grammar/parse.hpp"

namespace gouji::binding {

void compile(Knowledge& knowledge) {
    knowledge.patterns = std::make_shared<const ClaimPatterns>(knowledge.lexicon, knowledge.formats, knowledge.phrases);
    knowledge.titles = std::make_shared<const SectionTitles>(knowledge.formats);
}

grammar::Tree parse(const text::SourceText& source, std::span<const grammar::GivenGrid> given, const Knowledge& knowledge) {
    return grammar::parse(source, given, knowledge.titles == nullptr ? grammar::Titles{} : knowledge.titles->texts());
}

}  // namespace gouji::binding
