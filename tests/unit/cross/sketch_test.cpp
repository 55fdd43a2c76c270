// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "engine/cross/sketch.hpp"

using namespace gouji::cross;

namespace {

// Sentences of made-up words, the same for the same seed.
std::string prose(std::uint32_t seed, std::size_t characters) {
    std::string text;
    for (std::size_t i = 0; i < characters; ++i) {
        seed = seed * 1'664'525U + 1'013'904'223U;
        const std::uint32_t point = 0x4E00U + (seed >> 16U) % 5000U;
        text += static_cast<char>(0xE0U | point >> 12U);
        text += static_cast<char>(0x80U | (point >> 6U & 0x3FU));
        text += static_cast<char>(0x80U | (point & 0x3FU));
    }
    return text;
}

Sketch sketch_of(std::initializer_list<std::string> paragraphs) {
    Sketch sketch;
    for (const std::string& paragraph : paragraphs) sketch.add_paragraph(paragraph);
    return sketch;
}

}  // namespace

TEST_SUITE("sketch") {
    TEST_CASE("the same prose is like itself, other prose is not") {
        const Sketch a = sketch_of({prose(1, 2000)});
        CHECK(a.likeness(a) == 1.0);
        CHECK(a.likeness(sketch_of({prose(2, 2000)})) < 0.05);
        CHECK(Sketch{}.likeness(Sketch{}) == 0.0);
    }
    TEST_CASE("the share of common text is estimated") {
        // 1500 of 2500 different shingles in common: 0.6.
        const Sketch a = sketch_of({prose(1, 1500), prose(2, 500)});
        const Sketch b = sketch_of({prose(1, 1500), prose(3, 500)});
        CHECK(a.likeness(b) > 0.45);
        CHECK(a.likeness(b) < 0.75);
    }
    TEST_CASE("digits and short paragraphs do not count") {
        const std::string text = prose(1, 1000);
        const Sketch a = sketch_of({"2022" + text, "七"});
        const Sketch b = sketch_of({"2023" + text + "15", prose(9, 10)});
        CHECK(a.likeness(b) == 1.0);
        CHECK(a.characters() == 1000);
    }
    TEST_CASE("as text and back") {
        const Sketch a = sketch_of({prose(4, 300)});
        const auto back = Sketch::from_hex(a.to_hex(), a.characters());
        REQUIRE(back);
        CHECK(back->values() == a.values());
        CHECK_FALSE(Sketch::from_hex("12", 0));
        CHECK_FALSE(Sketch::from_hex(std::string(Sketch::bins * 4, 'x'), 0));
    }
}
