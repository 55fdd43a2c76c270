// SPDX-License-Identifier: Apache-2.0
// ClaimPatterns: a lexicon made ready for use. Every word is one phrase of Knowledge::phrases; word lists are classes, sets of
// words with a number; patterns refer to classes. Built once by compile(), shared and read-only. Owns its arrays; quantities are
// views into the lexicon, which outlives it.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/binding/bind.hpp"

namespace gouji::binding {

using ClassId = std::uint16_t;
inline constexpr ClassId no_class = 0xFFFF;

class ClassSet {
public:
    explicit ClassSet(std::size_t classes = 0) : bits_((classes + 63) / 64) {}
    void add(ClassId id) { bits_[id >> 6U] |= std::uint64_t{1} << (id & 63U); }
    void add(const ClassSet& other);
    void clear() { bits_.assign(bits_.size(), 0); }
    [[nodiscard]] bool has(ClassId id) const { return (bits_[id >> 6U] >> (id & 63U) & 1U) != 0; }
    template <class Visit>
    void each(Visit&& visit) const {
        for (std::size_t word = 0; word < bits_.size(); ++word) {
            for (std::uint64_t rest = bits_[word]; rest != 0; rest &= rest - 1) {
                visit(static_cast<ClassId>(word * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
            }
        }
    }
    [[nodiscard]] bool covers(const ClassSet& needed) const;

private:
    std::vector<std::uint64_t> bits_;
};

class ClaimPatterns {
public:
    using Says = model::ClaimPattern::Says;
    struct Element {
        model::PatternPart part;
        ClassId words = no_class;
    };
    struct Pattern {
        std::uint16_t spec = 0;
        Says says = Says::number;
        std::vector<Element> elements;
        ClassSet needed;
    };
    struct Spec {
        const model::ClaimSpec* source = nullptr;
        ClassId never = no_class, never_in_sentence = no_class, needs_in_sentence = no_class, needs_in_paragraph = no_class,
                part = no_class, narrowed_by = no_class;
    };
    struct Scope {
        std::string_view id;
        ClassId words = no_class, until = no_class;
        bool sentence = false;
        const model::ScopeSpec* source = nullptr;
    };
    // What a spec speaks of in one format.
    struct Meaning {
        std::string_view quantity;
        model::FigureIndex figure = model::no_figure;
        bool known = false;
    };

    ClaimPatterns(const model::Lexicon& lexicon, const std::vector<model::Format>& formats, model::PhraseIndex& phrases);

    [[nodiscard]] model::PhraseIndex::SetId phrase_set() const { return set_; }
    [[nodiscard]] const ClassSet& classes_of(std::uint16_t phrase) const { return classes_[phrase]; }
    [[nodiscard]] bool is_in(std::uint16_t phrase, ClassId id) const { return classes_[phrase].has(id); }
    [[nodiscard]] bool is_shield(std::uint16_t phrase) const { return shields_ != no_class && is_in(phrase, shields_); }
    [[nodiscard]] std::size_t class_count() const { return class_count_; }
    // Patterns whose first word that must be there is of this class.
    [[nodiscard]] std::span<const std::uint16_t> patterns_of(ClassId id) const { return by_class_[id]; }
    [[nodiscard]] const Pattern& pattern(std::uint16_t index) const { return patterns_[index]; }
    [[nodiscard]] const Spec& spec(std::uint16_t index) const { return specs_[index]; }
    [[nodiscard]] Meaning meaning(std::uint16_t spec, const model::Format* format) const;
    [[nodiscard]] const std::vector<Scope>& scopes() const { return scopes_; }

    std::vector<std::string> connecting, tails, joiners, each, totals, continues;  // longest first

private:
    using WordIds = std::unordered_map<std::string, std::uint16_t>;
    struct Builder;
    void add_spec(Builder& builder, const model::ClaimSpec& source);
    void add_pattern(Builder& builder, std::uint16_t spec, const model::ClaimPattern& source);

    model::PhraseIndex::SetId set_ = 0;
    std::size_t class_count_ = 0;
    ClassId shields_ = no_class;
    std::vector<ClassSet> classes_;  // by phrase
    std::vector<std::vector<std::uint16_t>> by_class_;
    std::vector<Pattern> patterns_;
    std::vector<Spec> specs_;
    std::vector<Scope> scopes_;
    std::vector<const model::Format*> formats_;
    std::vector<std::vector<Meaning>> meanings_;  // by format, by spec; the last one: no format
};

}  // namespace gouji::binding
