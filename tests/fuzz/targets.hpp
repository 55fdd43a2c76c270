// SPDX-License-Identifier: Apache-2.0
// Fuzz targets: each takes any bytes at all to one part of the program and aborts where a promise of that part is broken.
// Crashes, hangs and undefined behaviour are the business of the sanitizers around them. They keep nothing between calls.
#pragma once

#include <array>
#include <string_view>

namespace gouji::fuzz {

void source_text(std::string_view bytes);  // decoding, folding, lines and columns
void blocks(std::string_view bytes);       // a whole text to a syntax tree: lines, layouts, prose, marks
void cells(std::string_view bytes);        // numerals, cell numbers, numbering of headings
void html(std::string_view bytes);
void docx(std::string_view bytes);         // the archive as it is
void word_xml(std::string_view bytes);     // the content of a Word document's body
void archive(std::string_view bytes);
void pdf_words(std::string_view bytes);    // what pdftotext says of a file
void format(std::string_view bytes);       // formats and phrases in TOML
void configuration(std::string_view bytes);
void rule(std::string_view bytes);         // a rule file: loaded and run
void check(std::string_view bytes);        // a report, from bytes to all outputs

struct Target {
    std::string_view name;
    void (*run)(std::string_view);
};

inline constexpr std::array targets{
    Target{"source_text", source_text}, Target{"blocks", blocks},   Target{"cells", cells},
    Target{"html", html},               Target{"docx", docx},       Target{"word_xml", word_xml},
    Target{"archive", archive},         Target{"pdf_words", pdf_words}, Target{"format", format},
    Target{"configuration", configuration}, Target{"rule", rule},   Target{"check", check},
};

// A promise of the program; aborts where it does not hold.
void promise(bool holds, const char* what);

}  // namespace gouji::fuzz
