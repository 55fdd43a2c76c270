// SPDX-License-Identifier: Apache-2.0
// SectionTitles: tells which section of the formats a heading means. Official and accepted wordings are looked up; others are
// compared by the characters they share, where a character that many titles have says little. Built once by compile(); views
// into the formats, which outlive it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/model/document.hpp"
#include "engine/model/format.hpp"
#include "grammar/tree.hpp"

namespace gouji::binding {

struct TitleHit {
    const model::SectionSpec* spec = nullptr;
    model::TitleMatch match = model::TitleMatch::exact;
    int likeness = 100;  // of 100
};

class SectionTitles {
public:
    explicit SectionTitles(const std::vector<model::Format>& formats);

    struct Wording {
        std::string folded;
        TitleHit hit;
        std::u32string characters;
        double weight = 0;  // of all its characters
    };

    // `title`: folded, without its number.
    [[nodiscard]] std::optional<TitleHit> find(std::string_view title) const;
    // The section whose wording is most like the title, the one with this number preferred; nothing where none is as like as `least`.
    [[nodiscard]] std::optional<TitleHit> nearest(std::string_view title, std::uint16_t number, int least) const;
    // Official and accepted wordings, sections in official order.
    [[nodiscard]] const std::vector<Wording>& wordings() const { return wordings_; }
    [[nodiscard]] grammar::Titles texts() const { return texts_; }  // of the same
    [[nodiscard]] std::size_t section_count() const { return section_count_; }
    // The text is, or begins with, a row of one of the tables: 一、本年新收….
    [[nodiscard]] bool is_table_row(std::string_view text) const;

private:
    // 0 for a character that stands in no wording.
    [[nodiscard]] double known_weight(char32_t c) const;

    std::vector<Wording> wordings_;
    std::vector<std::string_view> texts_;
    std::vector<std::string> rows_;  // folded labels of numbered rows
    std::unordered_map<std::string_view, std::size_t> by_text_;
    std::unordered_map<char32_t, int> titles_with_;  // in how many sections' wordings a character stands
    std::size_t section_count_ = 0;
};

// Without what may stand behind a title on its line: . : 。 and the leaders and page number of a table of contents.
[[nodiscard]] std::string_view bare_title(std::string_view title);

}  // namespace gouji::binding
