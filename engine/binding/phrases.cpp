// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/claim_patterns.hpp"
#include "engine/binding/parts.hpp"

namespace gouji::binding {

using model::PhraseIndex;

std::vector<PhraseIndex::Hit> find_phrases(model::Document& document, const Knowledge& knowledge) {
    const grammar::Tree& tree = *document.tree;
    std::vector<PhraseIndex::Hit> words;
    knowledge.phrases.find(tree.prose.chars(), words);
    const bool has_lexicon = knowledge.patterns != nullptr;
    const PhraseIndex::SetId lexicon = has_lexicon ? knowledge.patterns->phrase_set() : PhraseIndex::SetId{0};
    std::size_t kept = 0;
    std::uint32_t sentence = 0;
    for (const PhraseIndex::Hit& hit : words) {
        while (sentence + 1 < tree.sentences.size() && tree.sentences[sentence + 1].prose.begin <= hit.begin) ++sentence;
        if (has_lexicon && hit.set == lexicon) {
            words[kept++] = hit;
        } else if (sentence < tree.sentences.size()) {
            document.hits.push_back({hit.set, hit.phrase, {hit.begin, hit.end}, tree.sentences[sentence].paragraph, sentence});
        }
    }
    words.resize(kept);
    return words;
}

}  // namespace gouji::binding
