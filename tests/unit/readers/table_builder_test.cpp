// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/table_builder.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace gouji::readers;

TEST_CASE("cells find the free slots beside row spans") {
    CellBudget budget{100};
    TableBuilder builder{budget};
    builder.begin_row();
    builder.add("a", 1, 3);
    builder.add("b", 2, 1);
    builder.begin_row();
    builder.add("c", 1, 2);
    builder.add("d", 1, 1);
    builder.begin_row();
    builder.add("e", 1, 1);
    std::string text = "x\n";
    const auto grid = builder.write(text);
    CHECK(text == "x\na\tb\t\n\tc\td\n\t\te\n");
    CHECK(text.substr(grid.span.begin, grid.span.end - grid.span.begin) == "a\tb\t\n\tc\td\n\t\te");
    REQUIRE(grid.cells.size() == 5);
    CHECK(grid.cells[4].row == 2);
    CHECK(grid.cells[4].column == 2);
    CHECK(grid.cells[0].row_span == 3);
    CHECK(budget.left == 100 - 5 - 4);  // and four covered slots
}

TEST_CASE("a column span ends where the slots are taken") {
    CellBudget budget{100};
    TableBuilder builder{budget};
    builder.begin_row();
    builder.add("a", 1, 1);
    builder.add("b", 1, 2);
    builder.begin_row();
    builder.add("c", 5, 1);
    builder.add("d", 1, 1);
    std::string text;
    const auto grid = builder.write(text);
    CHECK(text == "a\tb\nc\t\td\n");
    CHECK(grid.cells[2].column_span == 1);
}

TEST_CASE("nothing is written once the budget is exceeded") {
    CellBudget budget{3};
    TableBuilder builder{budget};
    for (int i = 0; i < 4; ++i) builder.add("x", 1, 1);
    std::string text;
    CHECK(builder.write(text).cells.empty());
    CHECK(text.empty());
    CHECK(budget.exceeded);
}
