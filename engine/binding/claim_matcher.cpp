// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/claim_matcher.hpp"

#include <algorithm>
#include <tuple>

namespace gouji::binding {

using model::PatternPart;

namespace {

constexpr std::uint32_t farthest = 300;  // bytes between two elements, asides included

class Matcher {
public:
    Matcher(const SentenceView& sentence, const ClaimPatterns& patterns, std::vector<Candidate>& out)
        : sentence_{sentence}, patterns_{patterns}, out_{out} {}

    void match(std::uint16_t index) {
        pattern_ = &patterns_.pattern(index);
        const bool number_first = pattern_->elements.front().part == PatternPart::number;
        if (number_first) {
            for (std::uint32_t i = sentence_.first_quantity(); i < sentence_.quantity_end(); ++i) {
                start(sentence_.quantity(i).prose.begin);
            }
            return;
        }
        const ClassId first = pattern_->elements.front().words;
        for (const Word& word : sentence_.words()) {
            if (!word.shielded && patterns_.is_in(word.phrase, first)) start(word.begin);
        }
    }

private:
    void start(std::uint32_t at) {
        found_ = {};
        found_.spec = pattern_->spec;
        found_.says = pattern_->says;
        found_.begin = at;
        if (step(0, at, false)) add();
    }

    // Matches the elements from `index` on, at `at` or, where `gap` is set, somewhere behind it.
    bool step(std::size_t index, std::uint32_t at, bool gap) {
        if (index == pattern_->elements.size()) {
            found_.end = std::max(found_.end, at);
            return true;
        }
        const ClaimPatterns::Element& element = pattern_->elements[index];
        switch (element.part) {
            case PatternPart::gap: return step(index + 1, at, true);
            case PatternPart::clause_break: {
                const std::uint32_t next = sentence_.after_break(at);
                return next != grammar::none && step(index + 1, next, false);
            }
            case PatternPart::clause_end:
                if (!sentence_.ends_clause(at)) return false;
                found_.end = at;
                return true;
            case PatternPart::number: return step_number(index, at, gap);
            case PatternPart::words: return step_words(index, at, gap);
        }
        return false;
    }

    bool linked(std::uint32_t begin, std::uint32_t end, bool gap) const {
        return begin == end || sentence_.is_connecting(begin, end) || (gap && sentence_.is_gap(begin, end));
    }

    bool step_number(std::size_t index, std::uint32_t at, bool gap) {
        for (std::uint32_t i = sentence_.quantity_from(at); i < sentence_.quantity_end(); ++i) {
            const grammar::FoldedSpan place = sentence_.quantity(i).prose;
            if (index == 0 && place.begin != at) return false;
            if (place.begin > at + farthest) return false;
            if (index != 0 && !linked(at, place.begin, gap)) continue;  // a number in an aside stands between
            if (!has_unit(i)) return false;
            found_.quantity = i;
            found_.number_first = index == 0;
            return step(index + 1, place.end, false);
        }
        return false;
    }

    bool step_words(std::size_t index, std::uint32_t at, bool gap) {
        const ClassId wanted = pattern_->elements[index].words;
        for (const Word& word : sentence_.words_from(at)) {
            if (word.begin > at + farthest) return false;
            if (word.shielded || !patterns_.is_in(word.phrase, wanted)) continue;
            if (!linked(at, word.begin, gap)) {
                if (!gap) return false;
                continue;
            }
            const grammar::FoldedSpan before = found_.subject;
            if (found_.quantity == grammar::none || found_.number_first) found_.subject = {word.begin, word.end};
            if (step(index + 1, word.end, false)) return true;
            found_.subject = before;
            if (!gap) return false;
        }
        return false;
    }

    bool has_unit(std::uint32_t quantity) const {
        const std::string_view unit = sentence_.text(sentence_.quantity(quantity).unit.begin, sentence_.quantity(quantity).unit.end);
        const auto& units = patterns_.spec(pattern_->spec).source->units;
        return std::any_of(units.begin(), units.end(), [&](const std::string& known) { return known == unit; });
    }

    // "5件予以公开3件": the number in front does not belong to the words.
    bool number_follows() const {
        const std::uint32_t next = sentence_.quantity_from(found_.end);
        return next != grammar::none && sentence_.is_connecting(found_.end, sentence_.quantity(next).prose.begin);
    }

    void add() {
        const bool in_front = found_.quantity == grammar::none || found_.number_first;
        if (in_front && pattern_->says != ClaimPatterns::Says::none && number_follows()) return;
        for (Candidate& known : out_) {
            const bool same = known.spec == found_.spec && known.says == found_.says && known.quantity == found_.quantity;
            const bool apart = found_.end <= known.begin || known.end <= found_.begin;
            if (!same || (found_.quantity == grammar::none && apart)) continue;
            if (found_.end - found_.begin > known.end - known.begin) known = found_;  // the fullest wording is shown
            return;
        }
        out_.push_back(found_);
    }

    const SentenceView& sentence_;
    const ClaimPatterns& patterns_;
    std::vector<Candidate>& out_;
    const ClaimPatterns::Pattern* pattern_ = nullptr;
    Candidate found_;
};

}  // namespace

void match_patterns(const SentenceView& sentence, const ClaimPatterns& patterns, std::vector<Candidate>& out) {
    out.clear();
    Matcher matcher{sentence, patterns, out};
    const bool has_numbers = sentence.first_quantity() != sentence.quantity_end();
    sentence.classes().each([&](ClassId id) {
        for (const std::uint16_t index : patterns.patterns_of(id)) {
            const ClaimPatterns::Pattern& pattern = patterns.pattern(index);
            if (pattern.says == ClaimPatterns::Says::number && !has_numbers) continue;
            if (sentence.classes().covers(pattern.needed)) matcher.match(index);
        }
    });
    std::sort(out.begin(), out.end(),
              [](const Candidate& a, const Candidate& b) { return std::tie(a.begin, a.end, a.spec) < std::tie(b.begin, b.end, b.spec); });
}

}  // namespace gouji::binding
