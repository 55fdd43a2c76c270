// SPDX-License-Identifier: Apache-2.0
// What a rule book holds: the packs' files and, for each rule, what its file says. Immutable after loading; shared by all
// runners. Internal to this folder.
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "engine/script/document_facts.hpp"
#include "engine/script/rule_book.hpp"
#include "engine/script/rule_shape.hpp"
#include "engine/script/sandbox.hpp"

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
    Subject subject = Subject::document;
    cross::GroupKind groups = cross::GroupKind::hierarchy;
    std::vector<KnownPhrases> phrases;
    std::vector<model::PhraseIndex::SetId> needed_phrases;
    FactMask needed_facts = 0;
    std::vector<RuleMessage> messages;  // sorted by key

    [[nodiscard]] const RuleMessage* find_message(std::string_view key) const;
    [[nodiscard]] const KnownPhrases* find_phrases(std::string_view name) const;
};

// The state that the rules were loaded and checked in, with a reference to each one's function. The first runner that asks
// takes it over, so that a run with one worker compiles every rule once.
class LoadedState {
public:
    struct State {
        std::unique_ptr<Sandbox> sandbox;  // null: taken
        std::vector<int> checks;           // in the registry, by rule
    };
    void put(State state) { state_ = std::move(state); }
    [[nodiscard]] State take() {
        const std::scoped_lock lock{taking_};
        return std::exchange(state_, {});
    }

private:
    std::mutex taking_;
    State state_;
};

struct BookContents {
    std::unique_ptr<CompiledPacks> packs;
    std::vector<finding::RuleInfo> infos;
    std::vector<BookRule> rules;
    mutable LoadedState loaded;  // behind the packs, which it refers to
};

}  // namespace gouji::script
