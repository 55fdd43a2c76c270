// SPDX-License-Identifier: Apache-2.0
// Grammar of a table cell that holds one number, or a mark instead of one.
#pragma once

#include "grammar/numerals/numeral_grammar.hpp"

namespace gouji::grammar::cells {

namespace pegtl = tao::pegtl;

// clang-format off
struct sign            : pegtl::one<'+', '-'> {};
struct arabic          : numerals::arabic {};
struct chinese         : numerals::chinese_numeral {};
struct multiplier      : numerals::multiplier {};
struct unit            : numerals::unit {};
// A lone 一 is more often a dash than a one: it is neither a number nor a mark.
struct lone_one        : pegtl::seq<peg::word<"一">, pegtl::eof> {};
struct number          : pegtl::sor<arabic, pegtl::seq<pegtl::not_at<lone_one>, chinese>> {};
struct cell_number     : pegtl::seq<pegtl::opt<sign>, number, pegtl::opt<multiplier>, pegtl::opt<unit>, pegtl::eof> {};

struct dashes          : pegtl::plus<pegtl::one<'-'>> {};
struct slashes         : pegtl::sor<pegtl::plus<pegtl::one<'/'>>, pegtl::plus<pegtl::one<'\\'>>> {};
struct nothing_word    : peg::words<"无", "暂无", "空", "没有"> {};
struct in_parentheses  : pegtl::seq<pegtl::one<'('>, nothing_word, pegtl::one<')'>> {};
struct cell_mark       : pegtl::seq<pegtl::sor<dashes, slashes, nothing_word, in_parentheses>, pegtl::eof> {};
// clang-format on

}  // namespace gouji::grammar::cells
