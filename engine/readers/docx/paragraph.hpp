// SPDX-License-Identifier: Apache-2.0
// ParagraphText: the text of one Word paragraph as it is seen: insertions in, deletions out, results of fields without their
// codes, hidden and struck-out text left out. Text boxes anchored in it are handed over apart. It owns its text; it counts no numbers.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "engine/readers/docx/run_look.hpp"
#include "engine/readers/read.hpp"

namespace gouji::readers::docx {

// Which content of the document ended the reading, if any.
struct DepthGuard {
    std::uint32_t limit = 0;
    bool exceeded = false;
    [[nodiscard]] bool allows(std::uint32_t depth) {
        exceeded = exceeded || depth > limit;
        return !exceeded;
    }
};

class ParagraphText {
public:
    ParagraphText(DepthGuard& guard, const UnseenStyles& styles) : guard_{guard}, styles_{styles} {}

    void read(pugi::xml_node paragraph, std::uint32_t depth) {
        unseen_ = has_unseen_style(paragraph, styles_);
        read_content(paragraph, depth);
    }

    [[nodiscard]] const std::string& text() const { return text_; }  // line breaks as '\n'
    [[nodiscard]] const std::vector<pugi::xml_node>& text_boxes() const { return text_boxes_; }

private:
    void read_content(pugi::xml_node node, std::uint32_t depth);
    void read_run(pugi::xml_node run, std::uint32_t depth);
    void read_run_item(pugi::xml_node item, std::uint32_t depth);
    void read_field_mark(pugi::xml_node mark);
    void find_text_boxes(pugi::xml_node node, std::uint32_t depth);

    DepthGuard& guard_;
    const UnseenStyles& styles_;
    bool unseen_ = false;  // by the paragraph's style
    std::string text_;
    std::vector<pugi::xml_node> text_boxes_;
    std::vector<bool> field_results_;  // for each open field: its code is over
};

// The one content of mc:AlternateContent that a reader of today takes.
[[nodiscard]] pugi::xml_node chosen_content(pugi::xml_node alternate);

}  // namespace gouji::readers::docx
