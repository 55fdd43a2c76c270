// SPDX-License-Identifier: Apache-2.0
#include "engine/config/pattern_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "grammar/text/folded_text.hpp"

namespace gouji::config {
namespace {

using model::ClaimPattern;
using model::PatternElement;
using model::PatternPart;

constexpr std::size_t most_optional = 3;  // each doubles the forms of the pattern

std::string_view take_until(std::string_view& text, char end) {
    const std::size_t at = text.find(end);
    const std::string_view head = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    return head;
}

tl::unexpected<PatternTrouble> trouble(std::string zh, std::string en) {
    return tl::unexpected(PatternTrouble{{std::move(zh), std::move(en)}, {}});
}

tl::expected<PatternElement, PatternTrouble> read_element(std::string_view token, const WordClasses& classes) {
    if (token == "…") return PatternElement{PatternPart::gap, {}, false};
    if (token == "N") return PatternElement{PatternPart::number, {}, false};
    if (token == "，") return PatternElement{PatternPart::clause_break, {}, false};
    if (token == "。") return PatternElement{PatternPart::clause_end, {}, false};
    const bool optional = token.size() > 2 && token.front() == '[' && token.back() == ']';
    if (optional) token = token.substr(1, token.size() - 2);
    auto words = read_words(token, classes);
    if (!words) return tl::unexpected(std::move(words.error()));
    return PatternElement{PatternPart::words, std::move(*words), optional};
}

bool is(const PatternElement& element, PatternPart part) { return element.part == part; }

// Nothing where the pattern has a shape that can be applied.
text::Bilingual wrong_shape(const ClaimPattern& pattern) {
    const auto& elements = pattern.elements;
    const auto count = [&](auto&& test) { return static_cast<std::size_t>(std::count_if(elements.begin(), elements.end(), test)); };
    const auto numbers = count([](const PatternElement& e) { return is(e, PatternPart::number); });
    if (count([](const PatternElement& e) { return is(e, PatternPart::words) && !e.optional; }) == 0) {
        return {"句式中没有必须出现的词语", "the pattern has no word that must be there"};
    }
    if (pattern.says == ClaimPattern::Says::number && numbers != 1) {
        return {"number 句式须恰有一个 N", "a pattern of 'number' needs exactly one N"};
    }
    if (pattern.says != ClaimPattern::Says::number && numbers != 0) {
        return {"none、exists 句式中不能有 N", "a pattern of 'none' or 'exists' has no N"};
    }
    if (count([](const PatternElement& e) { return e.optional; }) > most_optional) {
        return {"一个句式中可省略的词语过多", "too many words that may be left out"};
    }
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const bool edge = i == 0 || i + 1 == elements.size();
        const bool link = is(elements[i], PatternPart::gap) || is(elements[i], PatternPart::clause_break);
        if (link && edge) return {"句式不能以 … 或 ， 开头或结尾", "a pattern does not begin or end with … or ，"};
        if (is(elements[i], PatternPart::clause_end) && i + 1 != elements.size()) {
            return {"。只能在句式末尾", "。 stands only at the end of a pattern"};
        }
    }
    return {};
}

}  // namespace

tl::expected<std::vector<std::string>, PatternTrouble> read_words(std::string_view written, const WordClasses& classes) {
    std::vector<std::string> words;
    while (!written.empty()) {
        const std::string_view word = take_until(written, '|');
        if (!word.starts_with('$')) {
            if (std::string folded = text::fold_label(word); !folded.empty()) words.push_back(std::move(folded));
            continue;
        }
        const auto found = classes.find(std::string{word.substr(1)});
        if (found == classes.end()) {
            return tl::unexpected(PatternTrouble{{fmt::format("未定义的词类“{}”", word), fmt::format("unknown word class '{}'", word)},
                                                 std::string{word.substr(1)}});
        }
        words.insert(words.end(), found->second.begin(), found->second.end());
    }
    if (words.empty()) return trouble("此处应有词语", "a word is expected here");
    return words;
}

tl::expected<ClaimPattern, PatternTrouble> read_pattern(std::string_view written, ClaimPattern::Says says, const WordClasses& classes) {
    ClaimPattern pattern;
    pattern.says = says;
    pattern.written = written;
    while (!written.empty()) {
        const std::string_view token = take_until(written, ' ');
        if (token.empty()) continue;
        auto element = read_element(token, classes);
        if (!element) return tl::unexpected(std::move(element.error()));
        pattern.elements.push_back(std::move(*element));
    }
    if (text::Bilingual wrong = wrong_shape(pattern); !wrong.zh.empty()) return tl::unexpected(PatternTrouble{std::move(wrong), {}});
    return pattern;
}

}  // namespace gouji::config
