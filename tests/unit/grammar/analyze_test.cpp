// SPDX-License-Identifier: Apache-2.0
// Every grammar, looked over by PEGTL for loops that consume nothing and for left recursion.
#include <doctest/doctest.h>

#include <tao/pegtl/contrib/analyze.hpp>

#include "grammar/cells/cell_grammar.hpp"
#include "grammar/lines/line_grammar.hpp"
#include "grammar/lines/numbering_grammar.hpp"
#include "grammar/marks/mark_grammar.hpp"
#include "grammar/numerals/numeral_grammar.hpp"
#include "grammar/prose/breakdown_grammar.hpp"
#include "grammar/prose/prose_grammar.hpp"

using namespace gouji::grammar;
namespace pegtl = tao::pegtl;

TEST_CASE("no grammar can loop without end") {
    CHECK(pegtl::analyze<numerals::arabic>() == 0);
    CHECK(pegtl::analyze<numerals::chinese_numeral>() == 0);
    CHECK(pegtl::analyze<numerals::unit>() == 0);
    CHECK(pegtl::analyze<cells::cell_number>() == 0);
    CHECK(pegtl::analyze<cells::cell_mark>() == 0);
    CHECK(pegtl::analyze<numbering::leading_number>() == 0);
    CHECK(pegtl::analyze<lines::page_mark>() == 0);
    CHECK(pegtl::analyze<lines::pipe_rule>() == 0);
    CHECK(pegtl::analyze<dates::date>() == 0);
    CHECK(pegtl::analyze<prose::tokens>() == 0);
    CHECK(pegtl::analyze<breakdowns::intros>() == 0);
    CHECK(pegtl::analyze<breakdowns::compared>() == 0);
    CHECK(pegtl::analyze<breakdowns::total>() == 0);
    CHECK(pegtl::analyze<marks::tokens>() == 0);
}
