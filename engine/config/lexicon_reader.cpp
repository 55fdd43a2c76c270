// SPDX-License-Identifier: Apache-2.0
// claims.toml → Lexicon.
#include "engine/config/pack.hpp"
#include "engine/config/pattern_reader.hpp"
#include "engine/config/toml_text.hpp"

namespace gouji::config {
namespace {

using model::ClaimPattern;
using model::Lexicon;

class LexiconReader {
public:
    explicit LexiconReader(TomlText& toml) : toml_{toml} {}

    Lexicon read() {
        const TomlTable root = toml_.root();
        root.only({"words", "connecting", "tails", "joiners", "each", "totals", "continues", "shields", "units", "period", "published", "title",
                   "scope", "claim"});
        read_classes(root.table("words"));
        lexicon_.connecting = words(root, "connecting");
        lexicon_.tails = words(root, "tails");
        lexicon_.joiners = words(root, "joiners");
        lexicon_.each = words(root, "each");
        lexicon_.totals = words(root, "totals");
        lexicon_.continues = words(root, "continues");
        lexicon_.shields = words(root, "shields");
        lexicon_.period_words = words(root, "period");
        lexicon_.published_words = words(root, "published");
        units_ = root.texts("units");
        read_title(root.table("title"));
        for (const TomlTable& table : root.tables("scope")) lexicon_.scopes.push_back(read_scope(table));
        for (const TomlTable& table : root.tables("claim")) lexicon_.claims.push_back(read_claim(table));
        return std::move(lexicon_);
    }

private:
    // A class may use the classes above it.
    void read_classes(const TomlTable& table) {
        for (const TomlString& name : table.keys()) lexicon_.words[name.text] = words(table, name.text);
    }

    std::vector<std::string> words(const TomlTable& table, std::string_view key) {
        std::vector<std::string> all;
        for (const TomlString& item : table.strings(key)) {
            auto some = read_words(item.text, lexicon_.words);
            if (!some) {
                tell(some.error(), item);
                continue;
            }
            all.insert(all.end(), some->begin(), some->end());
        }
        return all;
    }

    void read_title(const TomlTable& table) {
        table.only({"connecting", "shared", "not_followed_by"});
        lexicon_.title.connecting = words(table, "connecting");
        lexicon_.title.shared = words(table, "shared");
        lexicon_.title.not_followed_by = words(table, "not_followed_by");
    }

    model::ScopeSpec read_scope(const TomlTable& table) {
        table.only({"id", "words", "until", "sentence", "only_agencies", "not_agencies"});
        model::ScopeSpec scope;
        scope.id = table.text("id");
        scope.words = words(table, "words");
        scope.until = words(table, "until");
        scope.sentence = table.flag_or("sentence", false);
        scope.only_agencies = words(table, "only_agencies");
        scope.not_agencies = words(table, "not_agencies");
        return scope;
    }

    model::ClaimSpec read_claim(const TomlTable& table) {
        table.only({"quantity", "units", "number", "none", "exists", "never", "never_in_sentence", "needs_in_sentence",
                    "needs_in_paragraph", "part", "narrowed_by", "after", "scope"});
        model::ClaimSpec claim;
        claim.quantities = table.texts("quantity");
        if (claim.quantities.empty()) table.fail({"缺少“quantity”：要说明句式指哪个数值", "'quantity' is missing: which figure the patterns speak of"});
        claim.units = table.has("units") ? table.texts("units") : units_;
        add_patterns(claim, table, "number", ClaimPattern::Says::number);
        add_patterns(claim, table, "none", ClaimPattern::Says::none);
        add_patterns(claim, table, "exists", ClaimPattern::Says::exists);
        if (claim.patterns.empty()) table.fail({"缺少句式：number、none、exists 至少要有一项", "no pattern: number, none or exists is needed"});
        claim.context.never = words(table, "never");
        claim.context.never_in_sentence = words(table, "never_in_sentence");
        claim.context.needs_in_sentence = words(table, "needs_in_sentence");
        claim.context.needs_in_paragraph = words(table, "needs_in_paragraph");
        claim.context.part = words(table, "part");
        claim.context.narrowed_by = words(table, "narrowed_by");
        claim.context.after = table.texts("after");
        claim.scope = table.text_or("scope", {});
        return claim;
    }

    void add_patterns(model::ClaimSpec& claim, const TomlTable& table, std::string_view key, ClaimPattern::Says says) {
        for (const TomlString& written : table.strings(key)) {
            if (auto pattern = read_pattern(written.text, says, lexicon_.words)) {
                claim.patterns.push_back(std::move(*pattern));
            } else {
                tell(pattern.error(), written);
            }
        }
    }

    void tell(const PatternTrouble& trouble, const TomlString& where) {
        if (trouble.unknown_class.empty()) return toml_.fail(trouble.message, where.place, where.text);
        std::vector<std::string> known;
        for (const auto& [name, words] : lexicon_.words) known.push_back(name);
        toml_.unknown_name({trouble.unknown_class, where.place}, known, {"词类", "word class"});
    }

    TomlText& toml_;
    Lexicon lexicon_;
    std::vector<std::string> units_;
};

}  // namespace

text::Result<Lexicon> read_lexicon(std::string_view toml, const std::string& file) {
    auto parsed = TomlText::parse(toml, file, text::ProblemKind::pack);
    if (!parsed) return tl::unexpected(std::move(parsed.error()));
    Lexicon lexicon = LexiconReader{**parsed}.read();
    if ((*parsed)->problem()) return tl::unexpected(*(*parsed)->problem());
    return lexicon;
}

}  // namespace gouji::config
