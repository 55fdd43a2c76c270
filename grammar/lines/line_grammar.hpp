// SPDX-License-Identifier: Apache-2.0
// Grammar of lines that are no text: page marks, and the rule under the head of a Markdown table.
#pragma once

#include "grammar/numerals/numeral_grammar.hpp"

namespace gouji::grammar::lines {

namespace pegtl = tao::pegtl;
using peg::word;

// clang-format off
struct page_number   : pegtl::seq<pegtl::range<'1', '9'>, pegtl::opt<pegtl::digit>, pegtl::opt<pegtl::digit>> {};
struct any_number    : pegtl::sor<page_number, pegtl::plus<numerals::chinese_figure>> {};
struct dashes        : pegtl::plus<pegtl::one<'-'>> {};
struct dashed        : pegtl::seq<dashes, page_number, dashes> {};                            // - 3 -
struct of_pages      : pegtl::seq<page_number, pegtl::one<'/'>, page_number> {};              // 3/12
struct this_page     : pegtl::seq<word<"第">, any_number, word<"页">> {};
struct all_pages     : pegtl::seq<word<"共">, any_number, word<"页">> {};
struct parting       : pegtl::opt<pegtl::sor<pegtl::one<',', '/', '|'>, word<"、">>> {};
struct in_words      : pegtl::sor<pegtl::seq<this_page, parting, pegtl::opt<all_pages>>, pegtl::seq<all_pages, parting, this_page>> {};
struct page_mark     : pegtl::seq<pegtl::sor<dashed, of_pages, in_words>, pegtl::eof> {};

// |---|:---:|, +---+---+, |   +---+ beside a cell of several rows. A row of single dashes is one of figures.
struct rule_mark     : pegtl::one<'|', '+', '-', ':', '=', ' '> {};
struct long_dash     : pegtl::sor<pegtl::two<'-'>, pegtl::two<'='>, pegtl::string<':', '-'>, pegtl::string<'-', ':'>, pegtl::string<'+', '-'>,
                                  pegtl::string<'-', '+'>> {};
struct pipe_rule     : pegtl::seq<pegtl::at<pegtl::until<long_dash, rule_mark>>, pegtl::plus<rule_mark>, pegtl::eof> {};
// clang-format on

}  // namespace gouji::grammar::lines
