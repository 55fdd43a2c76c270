// SPDX-License-Identifier: Apache-2.0
// The official pack's knowledge and reports bound with it, for the tests of binding.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "engine/binding/bind.hpp"
#include "engine/binding/parts.hpp"
#include "tests/unit/load_pack.hpp"

namespace gouji::tests {

inline const binding::Knowledge& official() {
    static const binding::Knowledge knowledge = [] {
        binding::Knowledge made;
        text::Problems problems;
        auto pack = tests::load_pack(GOUJI_ROOT "/rules/official", problems);
        REQUIRE(pack.has_value());
        made.formats = std::move(pack->formats);
        made.lexicon = std::move(pack->lexicon);
        binding::compile(made);
        return made;
    }();
    return knowledge;
}

// A text, its tree and what bind_structure() makes of it.
struct Structured {
    text::SourceText source;
    grammar::Tree tree;
    model::Document document;

    explicit Structured(std::string text, const binding::Knowledge& knowledge = official())
        : source{"test", std::move(text)}, tree{binding::parse(source, {}, knowledge)} {
        document.source = &source;
        document.tree = &tree;
        binding::bind_structure(document, knowledge);
    }
    Structured(const Structured&) = delete;
    Structured& operator=(const Structured&) = delete;

    [[nodiscard]] std::string text_of(text::Span span) const { return std::string{source.slice(span)}; }
};

}  // namespace gouji::tests
