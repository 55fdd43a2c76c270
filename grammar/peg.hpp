// SPDX-License-Identifier: Apache-2.0
// What PEGTL lacks for Chinese text: words as template arguments, a run of characters that start no token, and a look
// behind. Private to grammar/: only *_grammar.hpp and *_selection.hpp and the .cpp files beside them include it.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>

namespace gouji::grammar::peg {

namespace pegtl = tao::pegtl;

// A string literal as a template argument: word<"年">.
template <std::size_t N>
struct Literal {
    char chars[N]{};
    consteval Literal(const char (&text)[N]) {  // NOLINT(google-explicit-constructor): words are written as plain literals
        for (std::size_t i = 0; i < N; ++i) chars[i] = text[i];
    }
};

// As pegtl::string, but comparing byte by byte: most comparisons end at the first.
template <Literal text>
struct word {
    using rule_t = word;
    using subs_t = pegtl::empty_list;
    static constexpr std::size_t size = sizeof(text.chars) - 1;
    template <class Input>
    static bool match(Input& in) {
        if (in.size(size) < size) return false;
        const char* const at = in.current();
        for (std::size_t i = 0; i < size; ++i) {
            if (at[i] != text.chars[i]) return false;
        }
        in.bump(size);
        return true;
    }
};
template <Literal... texts>
using words = pegtl::sor<word<texts>...>;

// Succeeds, without consuming, where one of the words stands right before the current place.
template <Literal... texts>
struct behind {
    using rule_t = behind;
    using subs_t = pegtl::empty_list;
    template <class Input>
    static bool match(Input& in) {
        const std::string_view before{in.begin(), static_cast<std::size_t>(in.current() - in.begin())};
        return (before.ends_with(std::string_view{texts.chars, sizeof(texts.chars) - 1}) || ...);
    }
};

// Succeeds, without consuming, where the word stands earlier in the same clause.
template <Literal text>
struct earlier_in_clause {
    using rule_t = earlier_in_clause;
    using subs_t = pegtl::empty_list;
    template <class Input>
    static bool match(Input& in) {
        constexpr std::size_t reach = 90;  // bytes
        std::string_view before{in.begin(), static_cast<std::size_t>(in.current() - in.begin())};
        before.remove_prefix(before.size() - std::min(before.size(), reach));
        const std::size_t stop = std::max(before.find_last_of(",;:\n") + 1, before.rfind("。") + 1);  // npos + 1 is 0
        return before.find(std::string_view{text.chars, sizeof(text.chars) - 1}, stop) != std::string_view::npos;
    }
};

// From `open` to the `close` that matches it, nested pairs included, on one line and within `longest` bytes.
template <Literal open, Literal close, std::size_t longest>
struct balanced {
    using rule_t = balanced;
    using subs_t = pegtl::empty_list;
    template <class Input>
    static bool match(Input& in) {
        constexpr std::string_view opening{open.chars, sizeof(open.chars) - 1};
        constexpr std::string_view closing{close.chars, sizeof(close.chars) - 1};
        const std::string_view rest{in.current(), std::min(in.size(), longest)};
        if (!rest.starts_with(opening)) return false;
        std::size_t depth = 1;
        for (std::size_t at = opening.size(); at < rest.size() && rest[at] != '\n';) {
            if (rest.substr(at).starts_with(closing)) {
                at += closing.size();
                if (--depth > 0) continue;
                in.bump(at);
                return true;
            }
            const bool deeper = rest.substr(at).starts_with(opening);
            depth += deeper ? 1 : 0;
            at += deeper ? opening.size() : 1;
        }
        return false;
    }
};

// A set of characters of the Basic Multilingual Plane, as a bitmap.
class CharacterSet {
public:
    consteval explicit CharacterSet(std::u16string_view characters) : empty_{characters.empty()} {
        for (const char16_t c : characters) bits_[c / 64U] |= std::uint64_t{1} << (c % 64U);
    }
    [[nodiscard]] constexpr bool empty() const { return empty_; }
    [[nodiscard]] constexpr bool contains(char32_t c) const { return ((bits_[c / 64U] >> (c % 64U)) & 1U) != 0; }

private:
    std::array<std::uint64_t, 1024> bits_{};
    bool empty_;
};

// Takes what stands before `at`; false where that is nothing.
template <class Input>
bool take_up_to(Input& in, const char* at) {
    if (at == in.current()) return false;
    in.bump(static_cast<std::size_t>(at - in.current()));
    return true;
}

// One or more common Chinese characters (U+4000 to U+9FFF) outside `starts`: most of a report is skipped by this rule.
template <const CharacterSet& starts>
struct han_run {
    using rule_t = han_run;
    using subs_t = pegtl::empty_list;
    template <class Input>
    static bool match(Input& in) {
        const char* at = in.current();
        const char* const end = in.end();
        while (at != end) {
            const auto lead = static_cast<unsigned char>(*at);
            if (lead < 0xE4 || lead > 0xE9) break;
            if constexpr (!starts.empty()) {
                const auto tail = [at](int i) { return static_cast<char32_t>(static_cast<unsigned char>(at[i]) & 0x3FU); };
                if (starts.contains((static_cast<char32_t>(lead & 0x0FU) << 12U) | (tail(1) << 6U) | tail(2))) break;
            }
            at += 3;
        }
        return take_up_to(in, at);
    }
};

// A set of ASCII characters, as a table of bytes.
class AsciiSet {
public:
    consteval explicit AsciiSet(std::string_view characters) {
        for (const char c : characters) bytes_[static_cast<unsigned char>(c)] = true;
    }
    [[nodiscard]] constexpr bool contains(char c) const { return bytes_[static_cast<unsigned char>(c)]; }

private:
    std::array<bool, 256> bytes_{};
};

// One or more characters of the set.
template <const AsciiSet& set>
struct ascii_run {
    using rule_t = ascii_run;
    using subs_t = pegtl::empty_list;
    template <class Input>
    static bool match(Input& in) {
        const char* at = in.current();
        const char* const end = in.end();
        while (at != end && set.contains(*at)) ++at;
        return take_up_to(in, at);
    }
};

// Any one character, whatever its length.
struct character : pegtl::utf8::any {};

}  // namespace gouji::grammar::peg

namespace TAO_PEGTL_NAMESPACE {

template <class Name, gouji::grammar::peg::Literal text>
struct analyze_traits<Name, gouji::grammar::peg::word<text>> : analyze_any_traits<> {};

template <class Name, gouji::grammar::peg::Literal... texts>
struct analyze_traits<Name, gouji::grammar::peg::behind<texts...>> : analyze_opt_traits<> {};

template <class Name, gouji::grammar::peg::Literal text>
struct analyze_traits<Name, gouji::grammar::peg::earlier_in_clause<text>> : analyze_opt_traits<> {};

template <class Name, gouji::grammar::peg::Literal open, gouji::grammar::peg::Literal close, std::size_t longest>
struct analyze_traits<Name, gouji::grammar::peg::balanced<open, close, longest>> : analyze_any_traits<> {};

template <class Name, const gouji::grammar::peg::CharacterSet& starts>
struct analyze_traits<Name, gouji::grammar::peg::han_run<starts>> : analyze_any_traits<> {};

template <class Name, const gouji::grammar::peg::AsciiSet& set>
struct analyze_traits<Name, gouji::grammar::peg::ascii_run<set>> : analyze_any_traits<> {};

}  // namespace TAO_PEGTL_NAMESPACE
