// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/claim_scope.hpp"

#include <algorithm>

#include "engine/binding/claim_dates.hpp"

namespace gouji::binding {

using grammar::Qualifier;
using grammar::Quantity;

namespace {

class ScopeJudge {
public:
    explicit ScopeJudge(const ScopeInput& input) : in_{input}, sentence_{input.sentence}, patterns_{input.patterns} {}

    // Not empty: another thing is counted, no claim at all.
    [[nodiscard]] bool speaks_of_something_else(const Candidate& candidate) const {
        const ClaimPatterns::Spec& spec = patterns_.spec(candidate.spec);
        if (sentence_.has_word(spec.never_in_sentence, sentence_.span().begin, sentence_.span().end)) return true;
        if (is_quoted(candidate.begin)) return true;
        return has_plain_word(spec.never, own_begin(candidate), own_end(candidate));
    }

    [[nodiscard]] std::string_view scope_of(const Candidate& candidate) const {
        const ClaimPatterns::Spec& spec = patterns_.spec(candidate.spec);
        const auto missing = [](ClassId needed, const ClassSet& there) { return needed != no_class && !there.has(needed); };
        if (missing(spec.needs_in_sentence, sentence_.classes())) return "context";
        if (missing(spec.needs_in_paragraph, in_.paragraph)) return "context";
        if (!spec.source->scope.empty()) return spec.source->scope;
        if (has_plain_word(spec.part, own_begin(candidate), place(candidate))) return "part";
        if (is_narrowed_later(candidate)) return "wider";
        if (const std::string_view scope = worded_scope(candidate); !scope.empty()) return scope;
        if (const std::string_view scope = time_scope(sentence_, in_.document, in_.sentence_index, candidate, place(candidate));
            !scope.empty()) {
            return scope;
        }
        return number_scope(candidate);
    }

    // 均, 各 between the words and the number.
    [[nodiscard]] bool shares_number(const Candidate& candidate) const {
        if (candidate.quantity == grammar::none || candidate.number_first) return false;
        return contains_any(sentence_.text(candidate.begin, number(candidate).prose.begin), patterns_.each);
    }

private:
    [[nodiscard]] const Quantity& number(const Candidate& candidate) const { return sentence_.quantity(candidate.quantity); }

    // Where scope words have to stand before.
    [[nodiscard]] std::uint32_t place(const Candidate& candidate) const {
        if (candidate.quantity == grammar::none || candidate.number_first) return candidate.end;
        return number(candidate).prose.begin;
    }

    // The candidate's part of its clause: from the number before it to its end, or to the next number.
    [[nodiscard]] std::uint32_t own_begin(const Candidate& candidate) const {
        std::uint32_t begin = sentence_.clause_begin(candidate.begin);
        for (std::uint32_t i = sentence_.first_quantity(); i < sentence_.quantity_end(); ++i) {
            const std::uint32_t end = sentence_.quantity(i).prose.end;
            if (end <= candidate.begin) begin = std::max(begin, end);
        }
        return begin;
    }
    [[nodiscard]] std::uint32_t own_end(const Candidate& candidate) const {
        if (candidate.quantity != grammar::none && !candidate.number_first) return candidate.end;
        const std::uint32_t next = sentence_.quantity_from(candidate.end);
        const std::uint32_t end = sentence_.clause_end(candidate.end);
        return next == grammar::none ? end : std::min(end, sentence_.quantity(next).prose.begin);
    }

    // Inside 《 》, a document's title.
    [[nodiscard]] bool is_quoted(std::uint32_t at) const {
        const std::string_view before = sentence_.text(sentence_.span().begin, at);
        const std::size_t open = before.rfind("《");
        const std::size_t close = before.rfind("》");
        return open != std::string_view::npos && (close == std::string_view::npos || close < open);
    }

    [[nodiscard]] bool has_plain_word(ClassId id, std::uint32_t begin, std::uint32_t end) const {
        if (id == no_class || !sentence_.classes().has(id)) return false;
        return std::any_of(sentence_.words().begin(), sentence_.words().end(), [&](const Word& word) {
            return !word.shielded && word.begin >= begin && word.begin < end && patterns_.is_in(word.phrase, id) &&
                   (word.end > end || !aside_closed_between(word.end, end));
        });
    }

    // 行政复议5件，其中涉及政府信息公开2件: the five are of all kinds.
    [[nodiscard]] bool is_narrowed_later(const Candidate& candidate) const {
        const ClassId narrowing = patterns_.spec(candidate.spec).narrowed_by;
        if (narrowing == no_class || !sentence_.classes().has(narrowing)) return false;
        const auto words = sentence_.words_from(candidate.end);
        return std::any_of(words.begin(), words.end(), [&](const Word& word) {
            return patterns_.is_in(word.phrase, narrowing) &&
                   (sentence_.text(candidate.end, word.begin).ends_with(',') ||
                    contains_any(sentence_.text(candidate.end, word.begin), patterns_.continues));
        });
    }

    // Words in an aside that is closed before `at` do not act on it.
    [[nodiscard]] bool aside_closed_between(std::uint32_t from, std::uint32_t at) const {
        int depth = 0;
        for (const char c : sentence_.text(from, at)) {
            if (c == '(') ++depth;
            if (c == ')' && depth-- == 0) return true;
        }
        return false;
    }

    [[nodiscard]] bool acts_on(const ClaimPatterns::Scope& scope, const Word& word, std::uint32_t at) const {
        if (word.shielded || word.begin >= at || !patterns_.is_in(word.phrase, scope.words)) return false;
        if (word.end > at || aside_closed_between(word.end, at)) return false;
        if (!scope.sentence) return word.begin >= sentence_.clause_begin(at);
        if (sentence_.text(word.end, at).find(';') != std::string_view::npos) return false;
        return !sentence_.has_word(scope.until, word.end, at);
    }

    // 全县 is the county's own scope, but not that of its bureaus.
    [[nodiscard]] bool concerns_agency(const model::ScopeSpec& scope) const {
        const std::string_view agency = in_.document.agency;
        if (!scope.only_agencies.empty() && !ends_with_any(agency, scope.only_agencies)) return false;
        return !ends_with_any(agency, scope.not_agencies);
    }

    [[nodiscard]] std::string_view worded_scope(const Candidate& candidate) const {
        const std::uint32_t at = place(candidate);
        for (const ClaimPatterns::Scope& scope : patterns_.scopes()) {
            if (scope.words == no_class || !sentence_.classes().has(scope.words) || !concerns_agency(*scope.source)) continue;
            for (const Word& word : sentence_.words()) {
                if (acts_on(scope, word, at)) return scope.id;
            }
        }
        return {};
    }

    [[nodiscard]] std::string_view number_scope(const Candidate& candidate) const {
        if (candidate.quantity == grammar::none) return {};
        const Quantity& quantity = number(candidate);
        if (quantity.qualifier == Qualifier::more_than || quantity.qualifier == Qualifier::less_than) return "bound";
        if (quantity.value.is_negative()) return "unit";
        // A sum of several things is nothing only if each of them is nothing.
        if (!quantity.value.is_zero() && !shares_number(candidate) && is_sum(candidate)) return "sum";
        return {};
    }

    // 甲、乙共N: the counted thing is one of several.
    [[nodiscard]] bool is_sum(const Candidate& candidate) const {
        const std::uint32_t begin = sentence_.clause_begin(candidate.subject.begin);
        std::string_view before = sentence_.text(begin, candidate.subject.begin);
        for (const std::string& joiner : patterns_.joiners) {
            if (!before.ends_with(joiner) || before.size() == joiner.size()) continue;
            const auto end = static_cast<std::uint32_t>(candidate.subject.begin - joiner.size());
            if (!follows_number(end)) return true;
        }
        const std::string_view behind = candidate.number_first
                                            ? sentence_.text(candidate.subject.end, own_end(candidate))
                                            : sentence_.text(candidate.subject.end, number(candidate).prose.begin);
        if (candidate.number_first)
            return without_prefix(behind, patterns_.joiners).size() != behind.size() && !number_near(candidate);
        return contains_any(behind, patterns_.joiners);
    }

    [[nodiscard]] bool follows_number(std::uint32_t at) const {
        for (std::uint32_t i = sentence_.first_quantity(); i < sentence_.quantity_end(); ++i) {
            const std::uint32_t end = sentence_.quantity(i).prose.end;
            if (end <= at && sentence_.is_connecting(end, at)) return true;
        }
        return false;
    }
    // "5件予以公开、3件不予公开": the joiner leads to the next number.
    [[nodiscard]] bool number_near(const Candidate& candidate) const {
        const std::uint32_t next = sentence_.quantity_from(candidate.end);
        return next != grammar::none && sentence_.quantity(next).prose.begin == own_end(candidate) &&
               own_end(candidate) - candidate.end <= 6;
    }

    const ScopeInput& in_;
    const SentenceView& sentence_;
    const ClaimPatterns& patterns_;
};

// Of several candidates for one number the clear one, and then the one with the most words, is meant.
void keep_best_for_each_number(const ClaimPatterns& patterns, std::vector<Candidate>& candidates) {
    const auto is_clear = [&](const Candidate& c) { return c.scope.empty() || c.scope == patterns.spec(c.spec).source->scope; };
    const auto better = [&](const Candidate& a, const Candidate& b) {
        if (is_clear(a) != is_clear(b)) return is_clear(a);
        return a.end - a.begin > b.end - b.begin;
    };
    std::vector<bool> beaten(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        for (std::size_t j = 0; j < candidates.size(); ++j) {
            const Candidate& a = candidates[i];
            const Candidate& b = candidates[j];
            if (i == j || a.quantity == grammar::none || a.quantity != b.quantity) continue;
            if (a.shares_number && b.shares_number && a.spec != b.spec) continue;
            if (better(b, a) || (!better(a, b) && b.spec < a.spec)) beaten[i] = true;
        }
    }
    std::size_t index = 0;
    std::erase_if(candidates, [&](const Candidate&) { return beaten[index++]; });
}

}  // namespace

void judge_scope(const ScopeInput& input, std::vector<Candidate>& candidates) {
    const ScopeJudge judge{input};
    std::erase_if(candidates, [&](const Candidate& candidate) { return judge.speaks_of_something_else(candidate); });
    for (Candidate& candidate : candidates) {
        candidate.scope = judge.scope_of(candidate);
        candidate.shares_number = judge.shares_number(candidate);
    }
    keep_best_for_each_number(input.patterns, candidates);
}

}  // namespace gouji::binding
