// SPDX-License-Identifier: Apache-2.0
// What an HTML element means for reading a page: whether it shapes the text, and how. Knows names of elements only.
#pragma once

#include <cstdint>
#include <string_view>

namespace gouji::readers::html {

enum class Role : std::uint8_t {
    inline_text,  // and every name that is not listed: it does not part the text
    block,
    line_break,  // br
    rule,        // hr
    raw,         // its content is no markup and no text: script, style
    title,       // likewise, but it names the page
    unseen,      // markup that is not shown as text: select, object, noscript
};

struct Tag {
    std::string_view name;  // in lower case
    Role role = Role::inline_text;
};

// `name` in any case.
[[nodiscard]] Tag tag_of(std::string_view name);

}  // namespace gouji::readers::html
