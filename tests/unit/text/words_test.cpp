// SPDX-License-Identifier: Apache-2.0
// What looks at eight bytes at a time tells the same as what looks at one after the other.
#include <doctest/doctest.h>

#include <random>

#include "grammar/text/source_text.hpp"
#include "grammar/text/utf8.hpp"
#include "grammar/text/words.hpp"

using namespace gouji::text;

namespace {

std::string made_up(std::mt19937& random, std::size_t characters) {
    static const char* const some[] = {"a", "\n", "\r", "\r\n", "é", "甲", "，", "𠀀", " ", "0"};
    std::string out;
    for (std::size_t i = 0; i < characters; ++i) out += some[random() % std::size(some)];
    return out;
}

std::vector<std::uint32_t> line_starts(std::string_view text) {
    std::vector<std::uint32_t> starts{0};
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        const bool first_of_two = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if ((text[i] == '\n' || text[i] == '\r') && !first_of_two) starts.push_back(i + 1);
    }
    return starts;
}

}  // namespace

TEST_CASE("bytes of a word are told apart exactly") {
    for (int byte = 0; byte < 256; ++byte) {
        for (int other = 0; other < 256; ++other) {
            for (std::size_t at = 0; at < 8; ++at) {
                std::string text(8, static_cast<char>(other));
                text[at] = static_cast<char>(byte);
                const Word word = load_word(text.data());
                Word equal = 0, control = 0;
                for (std::size_t i = 0; i < 8; ++i) {
                    const auto value = static_cast<unsigned char>(text[i]);
                    equal |= Word{value == '\n' ? 0x80U : 0U} << (8 * i);
                    control |= Word{value < 0x20 ? 0x80U : 0U} << (8 * i);
                }
                REQUIRE(bytes_equal(word, '\n') == equal);
                REQUIRE(control_bytes(word) == control);
            }
        }
    }
}

TEST_CASE("characters and UTF-16 units are counted in texts of any length") {
    std::mt19937 random{1};
    for (std::size_t length = 0; length < 60; ++length) {
        const std::string text = made_up(random, length);
        std::uint32_t characters = 0, units = 0;
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            characters += (byte & 0xC0U) != 0x80U ? 1 : 0;
            units += (byte & 0xC0U) != 0x80U ? 1 : 0;
            units += byte >= 0xF0U ? 1 : 0;
        }
        CHECK(count_code_points(text) == characters);
        CHECK(count_utf16_units(text) == units);
    }
    CHECK(count_code_points(std::string(5000, 'x')) == 5000);
    CHECK(count_utf16_units(std::string(5000, 'x')) == 5000);
}

TEST_CASE("lines begin where they begin, wherever their ends lie") {
    std::mt19937 random{2};
    for (std::size_t length = 0; length < 200; ++length) {
        const std::string text = made_up(random, length);
        const auto starts = line_starts(text);
        const SourceText source{"t", text};
        REQUIRE(source.line_count() == starts.size());
        for (std::uint32_t line = 1; line <= starts.size(); ++line) {
            if (line_starts(text)[line - 1] < text.size()) CHECK(source.line_of(starts[line - 1]) == line);
            CHECK(source.line_span(line).begin == starts[line - 1]);
        }
    }
}
