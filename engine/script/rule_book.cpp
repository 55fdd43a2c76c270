// SPDX-License-Identifier: Apache-2.0
#include "engine/script/rule_book.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <numeric>

#include "engine/script/book_contents.hpp"
#include "engine/script/excerpt.hpp"
#include "engine/script/sandbox.hpp"

namespace gouji::script {

namespace {

struct LoadedRule {
    std::size_t pack;
    const ScriptFile* file;
    RuleShape shape;
    int check;  // in the sandbox's registry
};

struct LoadedRules {
    std::vector<LoadedRule> rules;
    std::unique_ptr<Sandbox> sandbox;  // null where a file failed: it may have left something behind
};

LoadedRules load_shapes(const CompiledPacks& compiled, text::Problems& problems) {
    const std::vector<ScriptPack>& packs = compiled.packs();
    std::vector<LoadedRule> loaded;
    bool failed = false;
    auto sandbox = std::make_unique<Sandbox>(compiled);
    for (std::size_t pack = 0; pack < packs.size(); ++pack) {
        for (const ScriptFile& file : packs[pack].rules) {
            if (compiled.file(compiled.number_of(file)).left_out) continue;
            if (sandbox->spoilt()) sandbox = std::make_unique<Sandbox>(compiled);
            const auto returned = sandbox->load_rule(packs[pack], file);
            if (!returned) {
                failed = true;
                problems.push_back(returned.error());
                continue;
            }
            auto shape = read_rule_shape(sandbox->lua(), packs[pack], file, problems);
            if (!shape) {
                failed = true;
                lua_pop(sandbox->lua(), 1);
                continue;
            }
            const int check = take_check(sandbox->lua(), shape->subject);
            loaded.push_back({pack, &file, std::move(*shape), check});
        }
    }
    if (failed) sandbox.reset();
    return {std::move(loaded), std::move(sandbox)};
}

// Of two rules with one id or one name, the one loaded first stays.
void drop_duplicates(std::vector<LoadedRule>& loaded, const std::vector<ScriptPack>& packs, text::Problems& problems) {
    std::map<std::string, const ScriptFile*> taken;
    std::vector<LoadedRule> kept;
    for (LoadedRule& rule : loaded) {
        const finding::RuleInfo& info = rule.shape.info;
        const bool new_id = taken.emplace("id " + info.id, rule.file).second;
        const bool new_name = taken.emplace("name " + info.pack + "/" + info.name, rule.file).second;
        if (new_id && new_name) {
            kept.push_back(std::move(rule));
            continue;
        }
        const char* key = new_id ? "name" : "id";
        const std::string& value = new_id ? info.name : info.id;
        const ScriptFile& first = *taken.at(new_id ? "name " + info.pack + "/" + value : "id " + value);
        problems.push_back(problem_at(packs[rule.pack], *rule.file, line_of_key(rule.file->text, key),
                                      {fmt::format("“{}”已经由 {} 使用", value, first.path), fmt::format("“{}” is already used by {}", value, first.path)}));
        problems.back().subject = info.id;
    }
    loaded = std::move(kept);
}

BookRule make_rule(LoadedRule& loaded, model::PhraseIndex& index) {
    BookRule rule;
    rule.pack = loaded.pack;
    rule.file = loaded.file;
    rule.applies = std::move(loaded.shape.applies);
    rule.subject = loaded.shape.subject;
    rule.groups = loaded.shape.groups;
    rule.messages = std::move(loaded.shape.messages);
    for (PhraseSet& set : loaded.shape.phrases) rule.phrases.push_back({std::move(set.name), index.add(set.phrases)});
    for (const std::string& need : loaded.shape.needs) {
        const KnownPhrases* const phrases = rule.find_phrases(need);
        if (phrases != nullptr) rule.needed_phrases.push_back(phrases->set);
        else rule.needed_facts |= fact_named(need);
    }
    return rule;
}

}  // namespace

const RuleMessage* BookRule::find_message(std::string_view key) const {
    const auto found = std::find_if(messages.begin(), messages.end(), [&](const RuleMessage& message) { return message.key == key; });
    return found == messages.end() ? nullptr : &*found;
}

const KnownPhrases* BookRule::find_phrases(std::string_view name) const {
    const auto found = std::find_if(phrases.begin(), phrases.end(), [&](const KnownPhrases& set) { return set.name == name; });
    return found == phrases.end() ? nullptr : &*found;
}

RuleBook::RuleBook() : contents_{std::make_unique<BookContents>()} {}
RuleBook::~RuleBook() = default;
RuleBook::RuleBook(RuleBook&&) noexcept = default;
RuleBook& RuleBook::operator=(RuleBook&&) noexcept = default;

const std::vector<finding::RuleInfo>& RuleBook::rules() const { return contents_->infos; }

Across RuleBook::across(const std::vector<bool>& enabled) const {
    Across across;
    for (std::size_t i = 0; i < contents_->rules.size(); ++i) {
        if (!enabled.empty() && !enabled[i]) continue;
        const BookRule& rule = contents_->rules[i];
        if (rule.subject == Subject::series) across.series = true;
        if (rule.subject == Subject::group) (rule.groups == cross::GroupKind::similar ? across.similar : across.hierarchies) = true;
    }
    return across;
}

RuleBook RuleBook::load(std::vector<ScriptPack> packs, const Limits& limits, model::PhraseIndex& phrases, text::Problems& problems) {
    return load(std::make_unique<CompiledPacks>(std::move(packs), limits), phrases, problems);
}

RuleBook RuleBook::load(std::unique_ptr<CompiledPacks> packs, model::PhraseIndex& phrases, text::Problems& problems) {
    RuleBook book;
    BookContents& contents = *book.contents_;
    contents.packs = std::move(packs);
    auto [loaded, sandbox] = load_shapes(*contents.packs, problems);
    LoadedState::State state{std::move(sandbox), {}};
    drop_duplicates(loaded, contents.packs->packs(), problems);
    std::sort(loaded.begin(), loaded.end(), [](const LoadedRule& a, const LoadedRule& b) { return a.shape.info.id < b.shape.info.id; });
    for (LoadedRule& rule : loaded) {
        contents.rules.push_back(make_rule(rule, phrases));
        contents.infos.push_back(std::move(rule.shape.info));
        state.checks.push_back(rule.check);
    }
    contents.loaded.put(std::move(state));
    return book;
}

}  // namespace gouji::script
