// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "engine/output/escape.hpp"
#include "engine/output/rolling_hash.hpp"
#include "engine/output/sarif_rules.hpp"

namespace gouji::output {

TEST_CASE("a path becomes a relative, percent-encoded URI") {
    CHECK(relative_uri("2023/石桥 镇.txt") == "2023/%E7%9F%B3%E6%A1%A5%20%E9%95%87.txt");
    CHECK(relative_uri("a#b?c%d:e[f].txt") == "a%23b%3Fc%25d%3Ae%5Bf%5D.txt");
    CHECK(relative_uri("包.zip!年报.txt") == "%E5%8C%85.zip!%E5%B9%B4%E6%8A%A5.txt");
    CHECK(relative_uri("./a/./b//c.txt") == "a/b/c.txt");
    CHECK(relative_uri("a/../b.txt") == "b.txt");
    CHECK(relative_uri("../../b.txt") == "b.txt");
    CHECK(relative_uri("/home/x/b.txt") == "home/x/b.txt");
    CHECK(relative_uri("a\\b\"<>^`{|}.txt") == "a%5Cb%22%3C%3E%5E%60%7B%7C%7D.txt");
}

TEST_CASE("XML keeps what it may hold and replaces the rest") {
    CHECK(xml_escaped("a<b & \"c\">\nd") == "a&lt;b &amp; &quot;c&quot;&gt;\nd");
    CHECK(xml_attribute("a\n\tb\r") == "a&#10;&#9;b&#13;");
    CHECK(xml_escaped(std::string_view{"a\0\x1b[0m", 6}) == "a\uFFFD\uFFFD[0m");
    CHECK(xml_escaped("\uFFFE\uFFFF\U00020BB7") == "\uFFFD\uFFFD\U00020BB7");
    CHECK(xml_escaped("甲\xE7\x9F") == "甲\uFFFD\uFFFD");
    CHECK(xml_escaped("]]>") == "]]&gt;");
}

TEST_CASE("CSV is quoted where needed and holds no formula") {
    CHECK(csv_field("平") == "平");
    CHECK(csv_field("") == "");
    CHECK(csv_field("a,b") == "\"a,b\"");
    CHECK(csv_field("他说“\"是\"”") == "\"他说“\"\"是\"\"”\"");
    CHECK(csv_field("a\r\nb") == "\"a\r\nb\"");
    for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)"}) CHECK(csv_field(formula) == "\"'" + std::string{formula} + "\"");
    CHECK(csv_field("2 + 0 = 2") == "2 + 0 = 2");
}

TEST_CASE("workflow commands cannot be broken out of") {
    CHECK(workflow_data("50%\n::error::x") == "50%25%0A::error::x");
    CHECK(workflow_property("a,b:c%\r") == "a%2Cb%3Ac%25%0D");
}

TEST_CASE("SARIF messages escape braces and what would read as a link") {
    CHECK(sarif_text("{PAGE}") == "{{PAGE}}");
    CHECK(sarif_text("[bookmark: _GoBack]") == "[bookmark: _GoBack]");
    CHECK(sarif_text("[x](1)") == "\\[x\\](1)");
}

// The values are those of the SARIF multitool (rewrite --insert RollingHashPartialFingerprints).
TEST_CASE("line hashes are those of the code hosts") {
    const LineHashes hashes{"a\nb\n  a\n"};
    CHECK(hashes.of_line(0).empty());
    CHECK(hashes.of_line(5).empty());
    CHECK(hashes.of_line(1) != hashes.of_line(3));  // what follows counts as well
    CHECK(LineHashes{"a b\tc\r\nd"}.of_line(1) == LineHashes{"abc\nd"}.of_line(1));
    CHECK(LineHashes{"a\rb"}.of_line(2) == LineHashes{"a\nb"}.of_line(2));

    const std::string block = std::string(120, 'x') + "\n";
    const LineHashes repeated{block + block + "end\n"};
    CHECK(repeated.of_line(1).ends_with(":1"));
    CHECK(repeated.of_line(2).ends_with(":2"));
    CHECK(repeated.of_line(1).substr(0, 12) == repeated.of_line(2).substr(0, 12));
    CHECK_FALSE(LineHashes{""}.of_line(1).empty());
}

}  // namespace gouji::output
