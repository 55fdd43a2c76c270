// SPDX-License-Identifier: Apache-2.0
// Grammar of numerals and units in folded text: 12,345 1.2 三十二 九 and 万元 个百分点 件. Used by cells, prose and lines.
#pragma once

#include "grammar/peg.hpp"

namespace gouji::grammar::numerals {

namespace pegtl = tao::pegtl;
using peg::words;

// clang-format off
struct digits          : pegtl::plus<pegtl::digit> {};
struct group           : pegtl::seq<pegtl::one<','>, pegtl::rep<3, pegtl::digit>, pegtl::not_at<pegtl::digit>> {};
struct grouped         : pegtl::seq<pegtl::range<'1', '9'>, pegtl::opt<pegtl::digit>, pegtl::opt<pegtl::digit>, pegtl::plus<group>> {};
struct fraction        : pegtl::seq<pegtl::one<'.'>, digits> {};
struct arabic          : pegtl::seq<pegtl::sor<grouped, digits>, pegtl::opt<fraction>> {};

struct chinese_digit   : words<"一", "二", "三", "四", "五", "六", "七", "八", "九", "零", "〇", "两"> {};
struct chinese_unit    : words<"十", "百", "千"> {};
struct chinese_figure  : pegtl::sor<chinese_digit, chinese_unit> {};
struct chinese_rest    : pegtl::seq<peg::word<"万">, pegtl::plus<chinese_figure>> {};
struct chinese_numeral : pegtl::seq<pegtl::plus<chinese_figure>, pegtl::opt<chinese_rest>> {};

struct ten_thousand    : peg::word<"万"> {};
struct hundred_million : peg::word<"亿"> {};
struct multiplier      : pegtl::seq<pegtl::sor<ten_thousand, hundred_million>, pegtl::not_at<peg::word<"元">>> {};

// Longer words stand before the shorter ones that begin them.
struct money           : words<"万元", "亿元", "元"> {};
struct percent         : words<"%", "‰", "个百分点", "百分点"> {};
struct span_of_time    : words<"个工作日", "工作日", "个小时", "小时", "个月", "分钟", "天"> {};
struct measure_word    : words<"件次", "条次", "项次", "人次", "户次", "场次", "批次", "家次", "篇次", "例次",
                               "件", "条", "份", "宗", "次", "起", "项", "例", "个", "人", "篇", "期", "场", "批", "家", "户", "名",
                               "位", "种", "类", "处", "部", "本", "册", "页", "张", "幅", "块", "台", "套", "辆",
                               "亩", "公里", "吨", "轮", "组", "支", "款", "则", "站", "封"> {};
struct unit            : pegtl::sor<money, percent, span_of_time, measure_word> {};
// clang-format on

}  // namespace gouji::grammar::numerals
