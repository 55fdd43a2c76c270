// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/claim_patterns.hpp"

#include <algorithm>
#include <map>

namespace gouji::binding {

using model::ClaimPattern;
using model::ClaimSpec;
using model::PatternElement;

void ClassSet::add(const ClassSet& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
}

bool ClassSet::covers(const ClassSet& needed) const {
    for (std::size_t i = 0; i < bits_.size(); ++i) {
        if ((needed.bits_[i] & ~bits_[i]) != 0) return false;
    }
    return true;
}

// Gives numbers to words and to equal lists of words.
struct ClaimPatterns::Builder {
    std::vector<std::string> words;
    std::unordered_map<std::string, std::uint16_t> word_ids;
    std::map<std::vector<std::uint16_t>, ClassId> class_ids;

    std::uint16_t word(const std::string& text) {
        const auto [at, fresh] = word_ids.try_emplace(text, static_cast<std::uint16_t>(words.size()));
        if (fresh) words.push_back(text);
        return at->second;
    }

    ClassId word_class(const std::vector<std::string>& list) {
        if (list.empty()) return no_class;
        std::vector<std::uint16_t> ids;
        ids.reserve(list.size());
        for (const std::string& text : list) ids.push_back(word(text));
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        return class_ids.try_emplace(std::move(ids), static_cast<ClassId>(class_ids.size())).first->second;
    }
};

namespace {

std::vector<std::string> longest_first(std::vector<std::string> words) {
    std::stable_sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    return words;
}

bool has_quantity(const model::Format& format, const std::string& id) {
    return format.find_figure(id) != model::no_figure ||
           std::any_of(format.aggregates.begin(), format.aggregates.end(), [&](const auto& sum) { return sum.id == id; });
}

ClaimPatterns::Meaning meaning_in(const ClaimSpec& spec, const model::Format& format) {
    for (const std::string& id : spec.quantities) {
        if (has_quantity(format, id)) return {id, format.find_figure(id), true};
    }
    return {spec.quantities.front(), model::no_figure, false};
}

}  // namespace

ClaimPatterns::ClaimPatterns(const model::Lexicon& lexicon, const std::vector<model::Format>& formats,
                             model::PhraseIndex& phrases)
    : connecting{longest_first(lexicon.connecting)},
      tails{longest_first(lexicon.tails)},
      joiners{longest_first(lexicon.joiners)},
      each{longest_first(lexicon.each)},
      totals{longest_first(lexicon.totals)},
      continues{longest_first(lexicon.continues)} {
    Builder builder;
    for (const ClaimSpec& spec : lexicon.claims) add_spec(builder, spec);
    for (const model::ScopeSpec& scope : lexicon.scopes) {
        scopes_.push_back({scope.id, builder.word_class(scope.words), builder.word_class(scope.until), scope.sentence, &scope});
    }
    shields_ = builder.word_class(lexicon.shields);

    class_count_ = builder.class_ids.size();
    classes_.assign(builder.words.size(), ClassSet{class_count_});
    for (const auto& [words, id] : builder.class_ids) {
        for (const std::uint16_t word : words) classes_[word].add(id);
    }
    by_class_.resize(class_count_);
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
        Pattern& pattern = patterns_[i];
        pattern.needed = ClassSet{class_count_};
        ClassId first = no_class;
        for (const Element& element : pattern.elements) {
            if (element.words == no_class) continue;
            pattern.needed.add(element.words);
            if (first == no_class) first = element.words;
        }
        by_class_[first].push_back(static_cast<std::uint16_t>(i));
    }
    for (const model::Format& format : formats) {
        formats_.push_back(&format);
        meanings_.emplace_back();
        for (const Spec& spec : specs_) meanings_.back().push_back(meaning_in(*spec.source, format));
    }
    set_ = phrases.add(builder.words);
}

void ClaimPatterns::add_spec(Builder& builder, const ClaimSpec& source) {
    const auto& context = source.context;
    Spec spec;
    spec.source = &source;
    spec.never = builder.word_class(context.never);
    spec.never_in_sentence = builder.word_class(context.never_in_sentence);
    spec.needs_in_sentence = builder.word_class(context.needs_in_sentence);
    spec.needs_in_paragraph = builder.word_class(context.needs_in_paragraph);
    spec.part = builder.word_class(context.part);
    spec.narrowed_by = builder.word_class(context.narrowed_by);
    specs_.push_back(spec);
    for (const ClaimPattern& pattern : source.patterns)
        add_pattern(builder, static_cast<std::uint16_t>(specs_.size() - 1), pattern);
}

// All forms of the pattern, with and without each of the words that may be left out.
void ClaimPatterns::add_pattern(Builder& builder, std::uint16_t spec, const ClaimPattern& source) {
    std::vector<std::vector<Element>> forms(1);
    for (const PatternElement& from : source.elements) {
        const Element element{from.part, builder.word_class(from.words)};
        const std::size_t count = forms.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (from.optional) forms.push_back(forms[i]);
            forms[i].push_back(element);
        }
    }
    for (auto& form : forms) patterns_.push_back({spec, source.says, std::move(form), ClassSet{}});
}

ClaimPatterns::Meaning ClaimPatterns::meaning(std::uint16_t spec, const model::Format* format) const {
    for (std::size_t i = 0; i < formats_.size(); ++i) {
        if (formats_[i] == format) return meanings_[i][spec];
    }
    return {specs_[spec].source->quantities.front(), model::no_figure, false};
}

}  // namespace gouji::binding
