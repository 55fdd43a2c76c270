// SPDX-License-Identifier: Apache-2.0
// Paragraphs: the lines of prose of a PDF joined again where they only wrapped. Fed line by line over all pages, since a
// paragraph may go on over a page break.
#pragma once

#include <string>
#include <vector>

#include "engine/readers/pdf/lines.hpp"

namespace gouji::readers::pdf {

// Between which edges the prose of a document stands.
struct Margins {
    double left = 0;
    double right = 0;
};
[[nodiscard]] Margins find_margins(const std::vector<PageLines>& pages);

class Paragraphs {
public:
    explicit Paragraphs(Margins margins) : margins_{margins} {}

    // Whether the line goes on with the paragraph before it.
    [[nodiscard]] bool continues(const Line& line) const;
    // Remembers the line; nothing continues what ended.
    void follow(const Line& line);
    void end() { last_.open = false; }

private:
    struct Last {
        Box box;
        double em = 0;
        bool open = false;
        bool ends_sentence = false;
    };
    Margins margins_;
    Last last_;
};

[[nodiscard]] std::string text_of(const Line& line);

}  // namespace gouji::readers::pdf
