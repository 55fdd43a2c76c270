// SPDX-License-Identifier: Apache-2.0
// Writing the text of a page: character references resolved, white space as a browser shows it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/readers/html/skeleton.hpp"

namespace gouji::readers::html {

class InlineText {
public:
    // Appends one raw text to the line that begins at `line` in `out`. White space becomes one space, none at the line's
    // begin, and none where a source line merely wraps between two Chinese characters.
    void append(std::string_view raw, std::size_t line, std::string& out);
    // Likewise; what is raised does not become part of the number before it.
    void append(const TextPiece& piece, std::size_t line, std::string& out);

    // Appends a text of <pre>: only the references are resolved.
    void append_preformatted(std::string_view raw, std::string& out);

private:
    std::size_t append_reference(std::string_view text, std::string& out);
    const std::string& rare(std::string_view reference);

    std::unordered_map<std::string, std::string> rare_;  // references with rare names, by the reference as written
};

}  // namespace gouji::readers::html
