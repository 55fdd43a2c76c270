// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/grammar/tree_text.hpp"

using namespace gouji;
using namespace gouji::tests;

namespace {

// "一是1" for a step inside a paragraph, "^一是1" at its head.
Lines steps(const char* text) {
    const Parsed parsed{text};
    Lines lines;
    for (const auto& s : parsed.tree.steps) lines.push_back((s.leads_paragraph ? "^" : "") + parsed.prose(s.prose) + std::to_string(s.number.value));
    return lines;
}

}  // namespace

TEST_CASE("steps at the head of paragraphs and inside them, in text order") {
    CHECK(steps("（一）管理。一是加强领导；二是完善制度。三是落实责任\n（二）平台。\n") == Lines{"^(一)1", "一是1", "二是2", "三是3", "^(二)2"});
    CHECK(steps("措施：第一，加强领导；第二，完善制度。首先，学习。其次，落实。") == Lines{"第一,1", "第二,2", "首先,1", "其次,2"});
    CHECK(steps("措施：（一）加强；（二）完善。①学习；②落实。1.检查；2、总结。") == Lines{"(一)1", "(二)2", "①1", "②2", "1.1", "2、2"});
    CHECK(steps("管理。**一是**加强领导。**二是**完善。") == Lines{"一是1", "二是2"});
}

TEST_CASE("what is no step") {
    CHECK(steps("统一是关键，第二十条第（一）项，一方面，同一是非，图1、图2。") == Lines{});
    CHECK(steps("涵盖一、二、三年级。") == Lines{});
}

TEST_CASE("steps know their place") {
    const Parsed parsed{"措施：一是加强。\n**二是**完善。\n"};
    REQUIRE(parsed.tree.steps.size() == 2);
    CHECK(parsed.source.slice(parsed.tree.steps[0].number.span) == "一是");
    CHECK(parsed.tree.steps[0].paragraph == 0);
    CHECK(parsed.tree.steps[1].leads_paragraph);
    CHECK(parsed.source.slice(parsed.tree.steps[1].number.span) == "二是");
}
