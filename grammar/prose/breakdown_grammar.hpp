// SPDX-License-Identifier: Apache-2.0
// Grammar of the words around a breakdown: what introduces the parts of a whole, and what says that a number beside them
// is none of them.
#pragma once

#include "grammar/peg.hpp"

namespace gouji::grammar::breakdowns {

namespace pegtl = tao::pegtl;
using peg::words;

// clang-format off
struct among        : words<"其中"> {};
struct respectively : words<"分别为", "分别是", "分别有", "分别达"> {};
struct including    : pegtl::seq<peg::behind<",", "(", ":">, words<"包括", "包含">> {};
struct intro        : pegtl::sor<among, respectively, including> {};
struct intros       : pegtl::star<pegtl::sor<intro, peg::character>> {};

// Compares with something else, sums up, or explains a part.
struct compares     : words<"增加", "减少", "增长", "下降", "上升", "上涨", "提高", "降低", "较", "比", "上年", "去年", "往年", "同期", "平均", "每",
                            "累计", "合计", "总计", "总数", "涉及", "包括", "包含", "含", "如"> {};
struct compared     : pegtl::until<compares, peg::character> {};
struct totals       : words<"共", "总", "合计", "累计"> {};
struct total        : pegtl::until<totals, peg::character> {};
// clang-format on

}  // namespace gouji::grammar::breakdowns
