// SPDX-License-Identifier: Apache-2.0
#include "engine/model/outline.hpp"

#include <doctest/doctest.h>

using namespace gouji::model;

namespace {

// A report whose sections are given by letters: capital ones have something under them, '-' is a section of no format.
std::vector<std::uint32_t> outline_of(const std::string& letters) {
    const gouji::grammar::Tree tree;
    std::vector<SectionSpec> specs(26);
    for (std::size_t i = 0; i < specs.size(); ++i) specs[i].id = std::string(1, static_cast<char>('a' + i));
    Document document;
    document.tree = &tree;
    for (const char letter : letters) {
        Section section;
        section.spec = letter == '-' ? nullptr : &specs[static_cast<std::size_t>((letter | 0x20) - 'a')];
        section.block_count = letter >= 'A' && letter <= 'Z' ? 1 : 0;
        document.sections.push_back(section);
    }
    std::vector<std::uint32_t> outline;
    find_outline(document, outline);
    return outline;
}

using Indices = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("a table of contents is three or more bare headings that come again") {
    CHECK(outline_of("ABC") == Indices{0, 1, 2});
    CHECK(outline_of("abcABC") == Indices{3, 4, 5});
    CHECK(outline_of("abc-ABC") == Indices{4, 5, 6});
    CHECK(outline_of("abcdABC") == Indices{4, 5, 6});
    CHECK(outline_of("XabcABC") == Indices{0, 4, 5, 6});
    CHECK(outline_of("abAB") == Indices{0, 1, 2, 3});
    CHECK(outline_of("abcAB") == Indices{0, 1, 2, 3, 4});
    CHECK(outline_of("abc") == Indices{0, 1, 2});
    CHECK(outline_of("---ABC") == Indices{0, 1, 2, 3, 4, 5});
    CHECK(outline_of("").empty());
}
