// SPDX-License-Identifier: Apache-2.0
// Grammar of the numbering at the head of a folded line: 一、 1. （一） ⑴ 第一部分 一是 ①. Years, decimals and counts
// (2020年 1.5万 5个) are not numbering.
#pragma once

#include "grammar/numerals/numeral_grammar.hpp"

namespace gouji::grammar::numbering {

namespace pegtl = tao::pegtl;
using peg::word;
using peg::words;

// clang-format off
struct han_figure          : words<"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"> {};
struct han_numeral         : pegtl::rep_min_max<1, 3, han_figure> {};
struct small_number        : pegtl::seq<pegtl::digit, pegtl::opt<pegtl::digit>, pegtl::not_at<pegtl::digit>> {};

struct comma               : word<"、"> {};
struct stop                : pegtl::sor<comma, pegtl::one<'.', ',', ':'>> {};
struct closing             : pegtl::one<')'> {};
struct opening             : pegtl::one<'('> {};

struct chinese             : pegtl::seq<han_numeral, stop> {};
// "1.2020年" is the number 1 and a year, "1.5" a decimal.
struct year                : pegtl::seq<pegtl::rep<4, pegtl::digit>, word<"年">> {};
struct point               : pegtl::seq<pegtl::one<'.'>, pegtl::sor<pegtl::at<year>, pegtl::not_at<pegtl::digit>>> {};
struct arabic              : pegtl::seq<small_number, pegtl::sor<comma, point>> {};
struct after_parenthesis   : pegtl::opt<comma> {};
struct han_in_parentheses  : pegtl::seq<pegtl::opt<opening>, han_numeral, closing, after_parenthesis> {};
struct digit_in_parentheses : pegtl::seq<pegtl::opt<opening>, small_number, closing, after_parenthesis> {};
struct part_word           : words<"部分", "章", "节", "篇", "编"> {};
struct part                : pegtl::seq<word<"第">, pegtl::sor<han_numeral, small_number>, part_word, pegtl::opt<stop>> {};

struct first_word          : word<"首先"> {};
struct second_word         : word<"其次"> {};
struct third_word          : word<"再次"> {};
struct step_word           : pegtl::seq<pegtl::sor<first_word, second_word, third_word>, pegtl::one<','>> {};
struct one_is              : pegtl::seq<han_numeral, word<"是">> {};
struct ordinal_comma       : pegtl::seq<word<"第">, han_numeral, pegtl::sor<comma, pegtl::one<',', ':'>, word<"是">>> {};
struct step                : pegtl::sor<one_is, ordinal_comma, step_word> {};

// ① to ⑳, ⒈ to ⒛, ❶ to ❿, ㊀ to ㊉: folding leaves them as they are.
struct circled_number      : pegtl::utf8::ranges<0x2460, 0x2473, 0x2488, 0x249B, 0x2776, 0x277F, 0x3280, 0x3289> {};
struct circled             : pegtl::seq<circled_number, pegtl::opt<stop>> {};

struct leading_number      : pegtl::sor<chinese, han_in_parentheses, digit_in_parentheses, arabic, part, step, circled> {};
// clang-format on

}  // namespace gouji::grammar::numbering
