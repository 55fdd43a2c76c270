// SPDX-License-Identifier: Apache-2.0
// Grammar of dates and spans of dates in folded prose: 2031年1月1日 二〇三一年 2031.1.1 7月 自…起至…止 2031年1-12月.
// Whether a month or day can be is checked by the selection.
#pragma once

#include "grammar/numerals/numeral_grammar.hpp"

namespace gouji::grammar::dates {

namespace pegtl = tao::pegtl;
using peg::word;
using peg::words;

// clang-format off
struct year_digits    : pegtl::seq<pegtl::sor<pegtl::string<'1', '9'>, pegtl::string<'2', '0'>>, pegtl::rep<2, pegtl::digit>, pegtl::not_at<pegtl::digit>> {};
struct year_figures   : pegtl::rep<4, numerals::chinese_digit> {};
struct year           : pegtl::sor<year_digits, year_figures> {};
struct small_digits   : pegtl::seq<pegtl::digit, pegtl::opt<pegtl::digit>, pegtl::not_at<pegtl::digit>> {};
struct small_figures  : pegtl::rep_min_max<1, 3, numerals::chinese_figure> {};
struct month          : pegtl::sor<small_digits, small_figures> {};
struct day            : pegtl::sor<small_digits, small_figures> {};

struct in_year        : pegtl::seq<year, word<"年">> {};
struct in_month       : pegtl::seq<month, word<"月">> {};
struct on_day         : pegtl::seq<day, words<"日", "号">> {};
struct hour           : pegtl::seq<small_digits, word<"时">> {};
struct month_and_day  : pegtl::seq<in_month, pegtl::opt<on_day, pegtl::opt<hour>>> {};
struct worded         : pegtl::sor<pegtl::seq<in_year, pegtl::opt<month_and_day>>, month_and_day> {};

struct plain_year     : year_digits {};
template <char parting>
struct parted         : pegtl::seq<plain_year, pegtl::one<parting>, month, pegtl::one<parting>, day> {};
struct plain          : pegtl::sor<parted<'.'>, parted<'-'>, parted<'/'>> {};

struct from           : pegtl::sor<plain, worded> {};
struct to             : pegtl::sor<plain, worded, on_day> {};
struct dash           : pegtl::plus<pegtl::one<'-', '~'>> {};
struct until_word     : pegtl::sor<words<"至", "到">, dash> {};
struct since_word     : pegtl::seq<pegtl::opt<words<"起", "开始">>, pegtl::opt<pegtl::one<','>>> {};
struct up_to          : pegtl::seq<since_word, until_word, to, pegtl::opt<word<"止">>> {};

struct first_year     : year_digits {};
struct last_year      : year_digits {};
struct years          : pegtl::seq<first_year, dash, last_year, word<"年">> {};       // 2027-2031年
struct first_month    : small_digits {};
struct last_month     : small_digits {};
struct months         : pegtl::seq<in_year, first_month, until_word, last_month, word<"月">> {};  // 2031年1-12月

struct date           : pegtl::seq<from, pegtl::opt<up_to>> {};
// clang-format on

}  // namespace gouji::grammar::dates
