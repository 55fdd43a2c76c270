// SPDX-License-Identifier: Apache-2.0
// Numbering: the automatic numbers of paragraphs, which stand nowhere in their text. Built from the numbering and styles parts;
// keeps what it needs of them. Asked once for each paragraph, in the order of the document, since it counts.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace gouji::readers::docx {

class Numbering {
public:
    // Either part may be empty.
    Numbering(pugi::xml_node numbering, pugi::xml_node styles);

    // The number of the paragraph with these properties (w:pPr); empty where it has none.
    [[nodiscard]] std::string next(pugi::xml_node properties);

private:
    static constexpr std::size_t level_count = 9;

    struct Level {
        int start = 1;
        std::string format = "decimal";
        std::string text;    // "%1、"
        std::string style;   // paragraphs of this style are on this level
        bool legal = false;  // all numbers in decimal
    };
    struct Abstract {
        std::array<Level, level_count> levels;
        std::array<std::optional<int>, level_count> counters;
        std::string style_link;  // defined by the numbering of this style instead
    };
    struct Instance {
        int abstract = 0;
        std::array<std::optional<int>, level_count> restarts;  // used up by the first paragraph
    };
    struct Reference {
        int instance = 0;
        std::size_t level = 0;
        bool level_given = false;
    };
    struct Style {
        std::optional<Reference> reference;
        std::string based_on;
    };

    void read_abstract(pugi::xml_node node);
    void read_instance(pugi::xml_node node);
    void read_style(pugi::xml_node node);
    static Level read_level(pugi::xml_node node);
    static std::optional<Reference> read_reference(pugi::xml_node properties);

    [[nodiscard]] std::optional<Reference> reference_of(pugi::xml_node properties) const;
    [[nodiscard]] std::optional<Reference> reference_of_style(const std::string& style) const;
    [[nodiscard]] Abstract* definition(const Instance& instance);
    static void count(Abstract& abstract, Instance& instance, std::size_t level);
    static std::string written(const Abstract& abstract, std::size_t level);

    std::map<int, Abstract> abstracts_;
    std::map<int, Instance> instances_;
    std::map<std::string, Style, std::less<>> styles_;
    std::string default_style_;
};

}  // namespace gouji::readers::docx
