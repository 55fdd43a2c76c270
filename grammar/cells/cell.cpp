// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "grammar/cells/cell_grammar.hpp"
#include "grammar/numerals/numeral.hpp"
#include "grammar/parse.hpp"

namespace gouji::grammar {
namespace {

namespace pegtl = tao::pegtl;

// What the rules of a cell leave behind. The cell grammar never goes back over one of them, so nothing has to be undone.
struct Parts {
    bool negative = false;
    bool chinese = false;
    std::string_view number;
    std::string_view multiplier;
    std::string_view unit;
};

template <class Rule>
struct Take : pegtl::nothing<Rule> {};

template <>
struct Take<cells::sign> {
    template <class Input>
    static void apply(const Input& in, Parts& parts) {
        parts.negative = in.peek_char() == '-';
    }
};
template <>
struct Take<cells::arabic> {
    template <class Input>
    static void apply(const Input& in, Parts& parts) {
        parts.number = in.string_view();
    }
};
template <>
struct Take<cells::chinese> {
    template <class Input>
    static void apply(const Input& in, Parts& parts) {
        parts.number = in.string_view();
        parts.chinese = true;
    }
};
template <>
struct Take<cells::multiplier> {
    template <class Input>
    static void apply(const Input& in, Parts& parts) {
        parts.multiplier = in.string_view();
    }
};
template <>
struct Take<cells::unit> {
    template <class Input>
    static void apply(const Input& in, Parts& parts) {
        parts.unit = in.string_view();
    }
};

using CellInput = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

std::optional<Decimal> value_of(const Parts& parts) {
    std::optional<Decimal> value;
    if (parts.chinese) {
        if (const auto whole = numerals::chinese_value(parts.number)) value = Decimal::of(*whole);
    } else {
        value = numerals::arabic_value(parts.number);
    }
    if (value) value = value->times(numerals::factor_of(parts.multiplier));
    if (value) value = value->times(numerals::factor_of(parts.unit));
    if (value && parts.negative) value = Decimal{} - *value;
    return value;
}

}  // namespace

std::optional<CellNumber> read_cell_number(std::string_view folded) {
    // Most cells of a report are one digit.
    if (folded.size() == 1 && folded[0] >= '0' && folded[0] <= '9') return CellNumber{.value = Decimal::of(folded[0] - '0'), .unit = {}};
    Parts parts;
    CellInput in{folded.data(), folded.data() + folded.size(), ""};
    if (!pegtl::parse<cells::cell_number, Take>(in, parts)) return std::nullopt;
    const auto value = value_of(parts);
    if (!value) return std::nullopt;
    return CellNumber{*value, parts.unit, Decimal::of(numerals::factor_of(parts.unit)), parts.number.find(',') != std::string_view::npos};
}

bool is_cell_mark(std::string_view folded) {
    CellInput in{folded.data(), folded.data() + folded.size(), ""};
    return pegtl::parse<cells::cell_mark>(in);
}

}  // namespace gouji::grammar
