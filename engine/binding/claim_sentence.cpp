// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/claim_sentence.hpp"

#include <algorithm>

namespace gouji::binding {

using model::PhraseIndex;

namespace {

constexpr std::uint32_t longest_gap = 96;  // bytes: some thirty characters
constexpr std::string_view sentence_marks[] = {"。", "!", "?", "…"};

bool starts_with_sentence_mark(std::string_view text) {
    return std::any_of(std::begin(sentence_marks), std::end(sentence_marks), [&](auto mark) { return text.starts_with(mark); });
}

// The size of the aside "(…)" that `text` starts with; 0 where there is none.
std::size_t aside_size(std::string_view text) {
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '(') ++depth;
        if (text[i] == ')') --depth;
        if (depth == 0) return i == 0 ? 0 : i + 1;
    }
    return 0;
}

}  // namespace

bool is_clause_mark(char c) { return c == ',' || c == ';' || c == ':'; }

std::string_view without_prefix(std::string_view text, const std::vector<std::string>& longest_first) {
    for (const std::string& word : longest_first) {
        if (text.starts_with(word)) return text.substr(word.size());
    }
    return text;
}

bool ends_with_any(std::string_view text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.ends_with(word); });
}

bool contains_any(std::string_view text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

void SentenceView::set(const grammar::Sentence& sentence, std::span<const PhraseIndex::Hit> hits) {
    sentence_ = &sentence;
    words_.clear();
    classes_.clear();
    for (const PhraseIndex::Hit& hit : hits) {
        words_.push_back({hit.begin, hit.end, hit.phrase});
        classes_.add(patterns_.classes_of(hit.phrase));
        // Hits come by begin; of those with one begin the longest goes first.
        for (std::size_t i = words_.size() - 1; i > 0 && words_[i - 1].begin == words_[i].begin && words_[i - 1].end < words_[i].end; --i) {
            std::swap(words_[i - 1], words_[i]);
        }
    }
    std::uint32_t reach = 0;  // of the shields so far
    for (Word& word : words_) {
        word.shielded = word.end <= reach;
        if (patterns_.is_shield(word.phrase)) reach = std::max(reach, word.end);
    }
}

std::span<const Word> SentenceView::words_from(std::uint32_t at) const {
    const auto first = std::lower_bound(words_.begin(), words_.end(), at, [](const Word& word, std::uint32_t begin) { return word.begin < begin; });
    return {first, words_.end()};
}

std::uint32_t SentenceView::quantity_from(std::uint32_t at) const {
    for (std::uint32_t i = first_quantity(); i < quantity_end(); ++i) {
        if (quantity(i).prose.begin >= at) return i;
    }
    return grammar::none;
}

bool SentenceView::quantity_inside(std::uint32_t begin, std::uint32_t end) const {
    const std::uint32_t next = quantity_from(begin);
    return next != grammar::none && quantity(next).prose.begin < end;
}

bool SentenceView::is_connecting(std::uint32_t begin, std::uint32_t end) const {
    std::string_view rest = text(begin, end);
    while (!rest.empty()) {
        if (const std::size_t aside = aside_size(rest); aside != 0) {
            rest.remove_prefix(aside);
            continue;
        }
        const std::string_view less = without_prefix(rest, patterns_.connecting);
        if (less.size() == rest.size()) return false;
        rest = less;
    }
    return true;
}

bool SentenceView::is_gap(std::uint32_t begin, std::uint32_t end) const {
    if (end - begin > longest_gap) return false;
    std::uint32_t at = begin;
    while (at < end) {
        const std::string_view rest = text(at, end);
        if (const std::size_t aside = aside_size(rest); aside != 0) {
            at += static_cast<std::uint32_t>(aside);
            continue;
        }
        const char c = rest.front();
        if (is_clause_mark(c) || c == '(' || c == ')' || starts_with_sentence_mark(rest)) return false;
        const std::uint32_t next = quantity_from(at);
        if (next != grammar::none && quantity(next).prose.begin == at) return false;
        ++at;
    }
    return true;
}

bool SentenceView::ends_clause(std::uint32_t at) const {
    std::string_view rest = text(at, span().end);
    while (!rest.empty() && !is_clause_mark(rest.front()) && rest.front() != ')' && !starts_with_sentence_mark(rest)) {
        const std::string_view less = without_prefix(rest, patterns_.tails);
        if (less.size() == rest.size()) return rest == ".";
        rest = less;
    }
    return true;
}

std::uint32_t SentenceView::after_break(std::uint32_t at) const {
    for (std::uint32_t i = at; i < span().end; ++i) {
        if (prose_[i] != ',' && prose_[i] != ':') continue;
        return ends_clause(at) || is_connecting(at, i) ? i + 1 : grammar::none;
    }
    return grammar::none;
}

std::uint32_t SentenceView::clause_begin(std::uint32_t at) const {
    int depth = 0;
    for (std::uint32_t i = at; i > span().begin; --i) {
        const char c = prose_[i - 1];
        if (c == ')') ++depth;
        if (c == '(' && depth-- == 0) return i;
        if (depth == 0 && is_clause_mark(c)) return i;
    }
    return span().begin;
}

std::uint32_t SentenceView::clause_end(std::uint32_t at) const {
    int depth = 0;
    for (std::uint32_t i = at; i < span().end; ++i) {
        const char c = prose_[i];
        if (c == '(') ++depth;
        if (c == ')' && depth-- == 0) return i;
        if (depth == 0 && is_clause_mark(c)) return i;
    }
    return span().end;
}

bool SentenceView::has_word(ClassId id, std::uint32_t begin, std::uint32_t end) const {
    if (id == no_class || !classes_.has(id)) return false;
    return std::any_of(words_.begin(), words_.end(), [&](const Word& word) {
        return !word.shielded && word.begin >= begin && word.begin < end && patterns_.is_in(word.phrase, id);
    });
}

}  // namespace gouji::binding
