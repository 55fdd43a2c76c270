// SPDX-License-Identifier: Apache-2.0
#include "engine/fix/edits.hpp"

#include <doctest/doctest.h>

namespace gouji::fix {

TEST_CASE("edits replace, insert and delete, whatever their order") {
    const Applied done = apply("abcdef", {{{{4, 5}, "E"}}, {{{0, 0}, ">"}}, {{{1, 3}, ""}}});
    CHECK(done.text == ">adEf");
    CHECK(done.count == 3);
}

TEST_CASE("of two that overlap, or stand at one place, the later one waits") {
    CHECK(apply("abcdef", {{{{1, 3}, "X"}}, {{{2, 4}, "Y"}}}).text == "aXdef");
    CHECK(apply("abcdef", {{{{2, 2}, "X"}}, {{{2, 2}, "Y"}}}).text == "abXcdef");
    CHECK(apply("abcdef", {{{{1, 3}, "X"}}, {{{3, 4}, "Y"}}}).text == "aXYef");
    CHECK(apply("abcdef", {{{{1, 3}, "X"}}, {{{2, 4}, "Y"}}}).made == std::vector<bool>{true, false});
}

TEST_CASE("the edits of a correction are made together or not at all") {
    const Applied done = apply("abcdef", {{{{1, 2}, "B"}}, {{{0, 1}, "A"}, {{1, 2}, "X"}}});
    CHECK(done.text == "aBcdef");
    CHECK(done.count == 1);
    CHECK(apply("abcdef", {{{{0, 2}, "A"}, {{1, 3}, "X"}}}).count == 0);
}

TEST_CASE("an edit outside the text, or inside a character, is never made") {
    CHECK(apply("abc", {{{{2, 9}, "X"}}}).text == "abc");
    CHECK(apply("中文", {{{{1, 3}, "X"}}}).text == "中文");
    CHECK(apply("中文", {{{{6, 6}, "X"}}}).text == "中文X");
    CHECK(apply("abc", {{}}).count == 0);
}

}  // namespace gouji::fix
