// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "engine/policy/glob.hpp"

namespace gouji::policy {

TEST_CASE("a pattern without a slash fits a name in any folder") {
    CHECK(glob_matches("*.txt", "a.txt"));
    CHECK(glob_matches("*.txt", "2024/county/a.txt"));
    CHECK(glob_matches("甲镇-20??.txt", "x/甲镇-2023.txt"));
    CHECK(glob_matches("?镇.txt", "甲镇.txt"));
    CHECK_FALSE(glob_matches("*.txt", "a.html"));
    CHECK_FALSE(glob_matches("a.txt", "ba.txt"));
}

TEST_CASE("one star stays within its folder") {
    CHECK(glob_matches("2024/*.txt", "2024/a.txt"));
    CHECK_FALSE(glob_matches("2024/*.txt", "2024/x/a.txt"));
    CHECK_FALSE(glob_matches("2024/*.txt", "old/2024/a.txt"));
    CHECK(glob_matches("*/a?c/*", "x/abc/y"));
    CHECK_FALSE(glob_matches("a?c", "a/c"));
}

TEST_CASE("two stars cross folders, whole ones where a slash follows") {
    CHECK(glob_matches("2024/**", "2024/x/y/a.txt"));
    CHECK(glob_matches("**/a.txt", "a.txt"));
    CHECK(glob_matches("**/a.txt", "x/y/a.txt"));
    CHECK(glob_matches("x/**/a.txt", "x/a.txt"));
    CHECK(glob_matches("x/**/a.txt", "x/y/z/a.txt"));
    CHECK_FALSE(glob_matches("x/**/a.txt", "x/ya.txt"));
    CHECK(glob_matches("**/y/*.txt", "x/y/z/y/a.txt"));
    CHECK_FALSE(glob_matches("**/y/*.txt", "x/y/z/a.txt"));
    CHECK_FALSE(glob_matches("2024/**", "2023/a.txt"));
}

TEST_CASE("a leading ./ or / means the folder of the pattern") {
    CHECK(glob_matches("./2024/*.txt", "2024/a.txt"));
    CHECK(glob_matches("/2024/*.txt", "2024/a.txt"));
    CHECK(glob_matches("2024/*.txt", "./2024/a.txt"));
}

TEST_CASE("a pattern of many stars ends in time") {
    const std::string path(400, 'a');
    std::string pattern;
    for (int i = 0; i < 60; ++i) pattern += "*a";
    CHECK(glob_matches(pattern, path));
    CHECK_FALSE(glob_matches(pattern + "b", path));
    CHECK_FALSE(glob_matches("**/" + pattern + "**b", path));
}

}  // namespace gouji::policy
