// SPDX-License-Identifier: Apache-2.0
// What a rule book holds: the packs' files and, for each rule, what its file says. Immutable after loading; shared by all
// runners. Internal to this folder.
#pragma once

#include <vector>

#include "engine/script/document_facts.hpp"
#include "engine/script/rule_book.hpp"
#include "engine/script/rule_shape.hpp"

namespace gouji::script {

// A phrase set of a rule, with the number under which PhraseIndex finds it.
struct KnownPhrases {
    std::string name;
    model::PhraseIndex::SetId set = 0;
};

// By the same index as RuleBook::rules().
struct BookRule {
    std::size_t pack = 0;
    const ScriptFile* file = nullptr;
    Applies applies;
    std::vector<KnownPhrases> phrases;
    std::vector<model::PhraseIndex::SetId> needed_phrases;
    FactMask needed_facts = 0;
    std::vector<RuleMessage> messages;  // sorted by key

    [[nodiscard]] const RuleMessage* find_message(std::string_view key) const;
    [[nodiscard]] const KnownPhrases* find_phrases(std::string_view name) const;
};

struct BookContents {
    std::vector<ScriptPack> packs;
    Limits limits;
    std::vector<finding::RuleInfo> infos;
    std::vector<BookRule> rules;
};

}  // namespace gouji::script
