// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/docx/paragraph.hpp"

#include <algorithm>
#include <array>

#include "engine/readers/docx/xml.hpp"
#include "engine/readers/raised.hpp"
#include "grammar/text/utf8.hpp"

namespace gouji::readers::docx {
namespace {

constexpr std::array containers{"ins",       "moveTo", "hyperlink", "smartTag", "sdt",       "sdtContent", "fldSimple",
                                "customXml", "dir",    "bdo",       "oMath",    "oMathPara", "ruby",       "rubyBase"};

bool is_container(std::string_view name) { return std::ranges::find(containers, name) != containers.end(); }

// A character of a symbol font. Its code has a meaning in that font only, so a code of the private area becomes a square.
char32_t symbol(const char* code) {
    const auto value = static_cast<char32_t>(std::strtoul(code, nullptr, 16));
    return value >= 0xE000 && value <= 0xF8FF ? U'□' : value;
}

}  // namespace

pugi::xml_node chosen_content(pugi::xml_node alternate) {
    const pugi::xml_node choice = child(alternate, "Choice");
    return choice ? choice : child(alternate, "Fallback");
}

void ParagraphText::read_content(pugi::xml_node node, std::uint32_t depth) {
    if (!guard_.allows(depth)) return;
    for (const pugi::xml_node at : node) {
        const std::string_view name = local_name(at);
        if (name == "r") {
            read_run(at, depth + 1);
        } else if (name == "AlternateContent") {
            read_content(chosen_content(at), depth + 1);
        } else if (is_container(name)) {
            read_content(at, depth + 1);
        }
    }
}

void ParagraphText::read_run(pugi::xml_node run, std::uint32_t depth) {
    const RunLook look = look_of(run, styles_, unseen_);
    if (look.unseen) return;
    const std::size_t begin = text_.size();
    for (const pugi::xml_node item : run) read_run_item(item, depth);
    if (!look.raised) return;
    const std::string raised = text_.substr(begin);
    text_.resize(begin);
    append_raised(raised, text_);
}

void ParagraphText::read_field_mark(pugi::xml_node mark) {
    const std::string_view kind = attribute(mark, "fldCharType");
    if (kind == "begin") field_results_.push_back(false);
    if (kind == "separate" && !field_results_.empty()) field_results_.back() = true;
    if (kind == "end" && !field_results_.empty()) field_results_.pop_back();
}

void ParagraphText::read_run_item(pugi::xml_node item, std::uint32_t depth) {
    const std::string_view name = local_name(item);
    if (name == "fldChar") return read_field_mark(item);
    if (std::ranges::find(field_results_, false) != field_results_.end()) return;
    if (name == "t") {
        text_ += item.child_value();
    } else if (name == "tab" || name == "ptab") {
        text_ += ' ';  // not a tab: it would look like a cell of a table
    } else if (name == "br" || name == "cr") {
        text_ += '\n';
    } else if (name == "noBreakHyphen") {
        text_ += '-';
    } else if (name == "sym") {
        text::append_utf8(text_, symbol(attribute(item, "char")));
    } else if (name == "AlternateContent") {
        for (const pugi::xml_node inner : chosen_content(item)) {
            if (guard_.allows(depth + 1)) read_run_item(inner, depth + 1);
        }
    } else if (name == "drawing" || name == "pict" || name == "object") {
        find_text_boxes(item, depth + 1);
    } else if (name == "ruby") {
        read_content(item, depth + 1);
    }
}

void ParagraphText::find_text_boxes(pugi::xml_node node, std::uint32_t depth) {
    if (!guard_.allows(depth)) return;
    for (const pugi::xml_node at : node) {
        const std::string_view name = local_name(at);
        if (name == "txbxContent") {
            text_boxes_.push_back(at);
        } else if (name == "AlternateContent") {
            find_text_boxes(chosen_content(at), depth + 1);
        } else if (at.first_child()) {
            find_text_boxes(at, depth + 1);
        }
    }
}

}  // namespace gouji::readers::docx
