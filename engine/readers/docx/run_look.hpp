// SPDX-License-Identifier: Apache-2.0
// How a run of a Word document looks, as far as it decides what is read: hidden and struck-out text is not, raised text may be
// the reference to a note. UnseenStyles owns the ids of the styles that hide or strike out; it knows nothing of other looks.
#pragma once

#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>

namespace gouji::readers::docx {

class UnseenStyles {
public:
    UnseenStyles() = default;
    explicit UnseenStyles(pugi::xml_node styles);  // the root of the styles part; may be empty

    [[nodiscard]] bool contains(std::string_view id) const { return !ids_.empty() && ids_.contains(id); }

private:
    std::set<std::string, std::less<>> ids_;
};

struct RunLook {
    bool unseen = false;
    bool raised = false;
};

// `unseen`: whether the paragraph's style makes it so.
[[nodiscard]] RunLook look_of(pugi::xml_node run, const UnseenStyles& styles, bool unseen);

// Whether the style of the paragraph hides its text or strikes it out.
[[nodiscard]] bool has_unseen_style(pugi::xml_node paragraph, const UnseenStyles& styles);

}  // namespace gouji::readers::docx
