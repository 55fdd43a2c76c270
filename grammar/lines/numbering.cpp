// SPDX-License-Identifier: Apache-2.0
#include "grammar/lines/numbering_grammar.hpp"
#include "grammar/numerals/numeral.hpp"
#include "grammar/parse.hpp"
#include "grammar/text/character.hpp"

namespace gouji::grammar {
namespace {

namespace pegtl = tao::pegtl;

// Selection: which rules give a style, which a value. A value read on the way to a style that fails is overwritten.
template <class Rule>
struct Read : pegtl::nothing<Rule> {};

template <Numbering style>
struct ReadStyle {
    template <class Input>
    static void apply(const Input& in, LeadingNumber& number) {
        number.style = style;
        number.size = static_cast<std::uint32_t>(in.size());
    }
};
template <> struct Read<numbering::chinese> : ReadStyle<Numbering::chinese> {};
template <> struct Read<numbering::arabic> : ReadStyle<Numbering::arabic> {};
template <> struct Read<numbering::han_in_parentheses> : ReadStyle<Numbering::chinese_parenthesised> {};
template <> struct Read<numbering::digit_in_parentheses> : ReadStyle<Numbering::arabic_parenthesised> {};
template <> struct Read<numbering::part> : ReadStyle<Numbering::part> {};
template <> struct Read<numbering::step> : ReadStyle<Numbering::step> {};
template <> struct Read<numbering::circled> : ReadStyle<Numbering::circled> {};

template <>
struct Read<numbering::han_numeral> {
    template <class Input>
    static bool apply(const Input& in, LeadingNumber& number) {
        const auto value = numerals::chinese_value(in.string_view());
        if (!value || *value > 99) return false;
        number.value = static_cast<std::uint16_t>(*value);
        return true;
    }
};
template <>
struct Read<numbering::small_number> {
    template <class Input>
    static bool apply(const Input& in, LeadingNumber& number) {
        number.value = 0;
        for (const char c : in.string_view()) number.value = static_cast<std::uint16_t>(number.value * 10 + (c - '0'));
        return number.value > 0;
    }
};
template <std::uint16_t value>
struct ReadValue {
    static void apply0(LeadingNumber& number) { number.value = value; }
};
template <> struct Read<numbering::first_word> : ReadValue<1> {};
template <> struct Read<numbering::second_word> : ReadValue<2> {};
template <> struct Read<numbering::third_word> : ReadValue<3> {};

template <>
struct Read<numbering::circled_number> {
    template <class Input>
    static void apply(const Input& in, LeadingNumber& number) {
        const char32_t c = text::code_point_at(in.string_view(), 0).value;
        const char32_t first = c >= 0x3280 ? 0x3280 : c >= 0x2776 ? 0x2776 : c >= 0x2488 ? 0x2488 : 0x2460;
        number.value = static_cast<std::uint16_t>(c - first + 1);
    }
};

constexpr peg::CharacterSet first_characters{u"一二三四五六七八九十第首其再"};

// Labels and headings by the hundred are asked for their number; most have none, and their first character tells.
bool may_begin_number(std::string_view line) {
    if (line.empty()) return false;
    const auto lead = static_cast<unsigned char>(line[0]);
    if (lead < 0x80) return lead == '(' || (lead >= '0' && lead <= '9');
    if (lead < 0xE2 || lead > 0xE9) return false;
    return lead < 0xE4 || first_characters.contains(text::code_point_at(line, 0).value);
}

}  // namespace

std::optional<LeadingNumber> read_leading_number(std::string_view folded_line) {
    if (!may_begin_number(folded_line)) return std::nullopt;
    LeadingNumber number;
    pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*> in{folded_line.data(), folded_line.data() + folded_line.size(), ""};
    if (!pegtl::parse<numbering::leading_number, Read>(in, number)) return std::nullopt;
    return number;
}

}  // namespace gouji::grammar
