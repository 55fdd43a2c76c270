// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "grammar/prose/breakdown_grammar.hpp"
#include "grammar/prose/prose.hpp"

namespace gouji::grammar {
namespace {

namespace pegtl = tao::pegtl;
using TextInput = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

struct Intro {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t depth = 0;
    bool among = false;
    bool complete = false;
};

struct Intros {
    const char* base = nullptr;  // of the prose
    std::vector<Intro> found;
};

template <class Rule>
struct Find : pegtl::nothing<Rule> {};

template <bool among, bool complete>
struct FindIntro {
    template <class Input>
    static void apply(const Input& in, Intros& intros) {
        const auto begin = static_cast<std::uint32_t>(in.begin() - intros.base);
        intros.found.push_back({begin, begin + static_cast<std::uint32_t>(in.size()), 0, among, complete});
    }
};
template <> struct Find<breakdowns::among> : FindIntro<true, false> {};
template <> struct Find<breakdowns::respectively> : FindIntro<false, true> {};
template <> struct Find<breakdowns::including> : FindIntro<false, false> {};

template <class Rule>
bool holds(std::string_view text) {
    TextInput in{text.data(), text.data() + text.size(), ""};
    return pegtl::parse<Rule>(in);
}

// A quantity of the sentence, or a punctuation mark that matters, at its depth of parentheses.
struct Item {
    TokenKind kind = TokenKind::quantity;
    std::uint32_t at = 0;
    std::uint32_t index = 0;
    std::uint32_t depth = 0;
};

class Finder {
public:
    Finder(std::span<const Token> tokens, FoldedSpan sentence, Tree& tree) : sentence_{sentence}, tree_{tree} {
        std::uint32_t depth = 0;
        for (const Token& token : tokens) {
            if (token.kind == TokenKind::open) ++depth;
            if (token.kind == TokenKind::close && depth > 0) --depth;
            const bool matters = token.kind == TokenKind::quantity || token.kind == TokenKind::semicolon || token.kind == TokenKind::close;
            if (matters) items_.push_back({token.kind, token.prose.begin, token.index, depth});
            if (token.kind == TokenKind::open || token.kind == TokenKind::close) depths_.push_back({token.prose.begin, depth});
        }
    }

    void find() {
        constexpr std::size_t most = 100;  // a sentence of more figures is a table that lost its lines
        if (items_.size() > most) return;
        const auto intros = read_intros();
        for (std::size_t i = 0; i < intros.size(); ++i) {
            std::uint32_t end = end_of(intros[i]);
            if (i + 1 < intros.size() && intros[i + 1].begin < end && intros[i + 1].depth == intros[i].depth) {
                const auto next_whole = segment_of_next_whole(intros[i], intros[i + 1]);
                if (!next_whole) {  // parts of parts: which belong to which can't be told
                    ++i;
                    continue;
                }
                end = *next_whole;
            }
            add_breakdown(intros[i], end);
        }
    }

private:
    std::vector<Intro> read_intros() {
        const std::string_view text = tree_.prose.slice(sentence_);
        TextInput in{text.data(), text.data() + text.size(), ""};
        Intros intros{tree_.prose.chars().data(), {}};
        pegtl::parse<breakdowns::intros, Find>(in, intros);
        std::vector<Intro> merged;
        for (Intro& intro : intros.found) {
            intro.depth = depth_at(intro.begin);
            const bool continues = !merged.empty() && merged.back().depth == intro.depth && !has_quantity(merged.back().end, intro.begin);
            if (!continues) {
                merged.push_back(intro);
                continue;
            }
            merged.back().among = merged.back().among || intro.among;
            merged.back().complete = merged.back().complete || intro.complete;
        }
        return merged;
    }

    [[nodiscard]] std::uint32_t depth_at(std::uint32_t at) const {
        std::uint32_t depth = 0;
        for (const auto& [begin, behind] : depths_) {
            if (begin < at) depth = behind;
        }
        return depth;
    }

    [[nodiscard]] bool has_quantity(std::uint32_t from, std::uint32_t to) const {
        return std::any_of(items_.begin(), items_.end(), [&](const Item& item) {
            return item.kind == TokenKind::quantity && item.at >= from && item.at < to;
        });
    }

    // The parts reach to the end of the sentence, or of the parentheses they stand in.
    [[nodiscard]] std::uint32_t end_of(const Intro& intro) const {
        for (const Item& item : items_) {
            if (item.kind == TokenKind::close && item.at > intro.begin && item.depth < intro.depth) return item.at;
        }
        return sentence_.end;
    }

    // "…；办理8件，其中": the next intro has a whole of its own behind a semicolon.
    [[nodiscard]] std::optional<std::uint32_t> segment_of_next_whole(const Intro& intro, const Intro& next) const {
        std::optional<std::uint32_t> semicolon;
        for (const Item& item : items_) {
            if (item.at < intro.end || item.at >= next.begin || item.depth != intro.depth) continue;
            if (item.kind == TokenKind::semicolon) semicolon = item.at;
        }
        if (!semicolon || !has_quantity(*semicolon, next.begin)) return std::nullopt;
        return semicolon;
    }

    [[nodiscard]] std::string_view unit_of(std::uint32_t quantity) const { return tree_.prose.slice(tree_.quantities[quantity].unit); }
    [[nodiscard]] bool counts(std::uint32_t quantity) const {
        const std::string_view unit = unit_of(quantity);
        return !unit.empty() && unit != "%" && unit != "‰" && !unit.ends_with("百分点");
    }

    // The last quantity before the intro, close to it, and not a comparison itself.
    [[nodiscard]] std::optional<std::uint32_t> whole_before(const Intro& intro) const {
        constexpr std::uint32_t reach = 75;  // bytes
        const Item* last = nullptr;
        for (const Item& item : items_) {
            const bool outside = item.depth == intro.depth || item.depth + 1 == intro.depth;
            if (item.kind == TokenKind::quantity && item.at < intro.begin && outside && counts(item.index)) last = &item;
        }
        if (last == nullptr || tree_.quantities[last->index].prose.end + reach < intro.begin) return std::nullopt;
        const std::string_view clause = tree_.prose.slice(tree_.quantities[last->index].clause);
        if (holds<breakdowns::compared>(clause.substr(0, clause.find('(')))) {
            if (!holds<breakdowns::total>(clause)) return std::nullopt;
        }
        if (!intro.among && !holds<breakdowns::total>(clause)) return std::nullopt;
        return last->index;
    }

    void add_breakdown(const Intro& intro, std::uint32_t end) {
        const auto whole = whole_before(intro);
        if (!whole) return;
        Breakdown breakdown{*whole, {}, intro.among, intro.complete};
        const std::string_view unit = unit_of(*whole);
        for (const Item& item : items_) {
            if (item.kind != TokenKind::quantity || item.at < intro.end || item.at >= end || item.depth != intro.depth) continue;
            if (unit_of(item.index) != unit) continue;
            if (holds<breakdowns::compared>(own_words(intro, tree_.quantities[item.index]))) return;
            breakdown.parts.push_back(item.index);
        }
        if (breakdown.parts.size() >= 2 && is_even(breakdown, intro, end)) tree_.breakdowns.push_back(std::move(breakdown));
    }

    // The clause of a part up to its number, without the words of the intro.
    [[nodiscard]] std::string_view own_words(const Intro& intro, const Quantity& part) const {
        return tree_.prose.slice({std::max(part.clause.begin, intro.end), part.prose.begin});
    }

    // Either one clause lists all parts, or each clause has one; and where semicolons part them, each segment has one.
    // Anything else may explain a part rather than name the next.
    [[nodiscard]] bool is_even(const Breakdown& breakdown, const Intro& intro, std::uint32_t end) const {
        std::size_t shared = 0;
        for (std::size_t i = 1; i < breakdown.parts.size(); ++i) {
            const auto& before = tree_.quantities[breakdown.parts[i - 1]];
            const auto& part = tree_.quantities[breakdown.parts[i]];
            if (before.clause == part.clause) ++shared;
        }
        if (shared != 0 && shared + 1 != breakdown.parts.size()) return false;
        return shared != 0 || one_in_each_segment(breakdown, intro, end);
    }

    [[nodiscard]] bool one_in_each_segment(const Breakdown& breakdown, const Intro& intro, std::uint32_t end) const {
        std::uint32_t parts = 0;
        std::uint32_t most = 0;
        bool parted = false;
        for (const Item& item : items_) {
            if (item.at < intro.end || item.at >= end || item.depth != intro.depth) continue;
            if (item.kind == TokenKind::semicolon) {
                parted = parted || parts > 0;
                parts = 0;
            } else if (std::find(breakdown.parts.begin(), breakdown.parts.end(), item.index) != breakdown.parts.end() &&
                       item.kind == TokenKind::quantity) {
                most = std::max(most, ++parts);
            }
        }
        return !parted || most <= 1;
    }

    FoldedSpan sentence_;
    Tree& tree_;
    std::vector<Item> items_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> depths_;  // from here on, this deep
};

}  // namespace

void find_breakdowns(std::span<const Token> tokens, FoldedSpan sentence, Tree& tree) { Finder{tokens, sentence, tree}.find(); }

}  // namespace gouji::grammar
