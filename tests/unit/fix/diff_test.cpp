// SPDX-License-Identifier: Apache-2.0
#include "engine/fix/diff.hpp"

#include <doctest/doctest.h>

#include <string>

namespace gouji::fix {

TEST_CASE("equal texts have no diff") { CHECK(unified_diff("a\nb\n", "a\nb\n", "x").empty()); }

TEST_CASE("one changed line with its context") {
    CHECK(unified_diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n", "r.txt") ==
          "--- a/r.txt\n+++ b/r.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST_CASE("changes far from each other make two hunks") {
    std::string before;
    for (int i = 1; i <= 30; ++i) before += std::to_string(i) + "\n";
    std::string after = before;
    after.replace(after.find("2\n"), 1, "two");
    after.replace(after.find("29\n"), 3, "");
    CHECK(unified_diff(before, after, "x") ==
          "--- a/x\n+++ b/x\n@@ -1,5 +1,5 @@\n 1\n-2\n+two\n 3\n 4\n 5\n@@ -26,5 +26,4 @@\n 26\n 27\n 28\n-29\n 30\n");
}

TEST_CASE("a line without an end is marked, added and lost lines are counted") {
    CHECK(unified_diff("a\nb", "a\nc", "x") ==
          "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n");
    CHECK(unified_diff("", "a\n", "x") == "--- a/x\n+++ b/x\n@@ -0,0 +1,1 @@\n+a\n");
    CHECK(unified_diff("a\r\nb\r\n", "a\r\n", "x") == "--- a/x\n+++ b/x\n@@ -1,2 +1,1 @@\n a\r\n-b\r\n");
}

}  // namespace gouji::fix
