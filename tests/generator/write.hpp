// SPDX-License-Identifier: Apache-2.0
// Writes a made report in one of the layouts and kinds in which real reports arrive, with the noise of real files. Noise
// never changes what a reader can see: every figure stays readable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/generator/grid.hpp"

namespace gouji::generator {

enum class Shape : std::uint8_t {
    tabbed,         // text from PDF pages: rows are lines, cells parted by tabs
    cell_per_line,  // text from Word: a cell a line, led by a tab
    stream,         // text copied from a browser: a cell a line and nothing else
    piped,          // Markdown
    drawn,          // tables drawn with lines
    commas,         // cells parted by commas, some of them in quotation marks
    aligned,        // columns aligned with spaces
    spaced,         // cells parted by spaces, no columns
    html,
    docx,
    pdf,
};

// How an editor left the cells of a web page or Word file. None changes what is seen in them.
enum class Dress : std::uint8_t { plain, characters, broken, struck, referenced, hidden, nested };

// How tabs part the cells of a row.
enum class Tabs : std::uint8_t { one, two, none_in_front };

struct Noise {
    bool page_breaks = false;   // blank lines and page numbers inside tables
    bool padding = false;       // white space of all kinds around cells
    bool wide_digits = false;   // full-width digits in some cells
    bool wrapped_prose = false; // prose cut into lines of fixed width
    std::string_view line_end = "\n";  // text
    bool top_cells = false;      // PDF: cells written from the top instead of in the middle
    bool heading_rows = false;   // HTML, Word: the heading of a section is the first row of its table
    bool empty_edge = false;     // HTML: an empty column at the right
    bool published = false;      // HTML: with what word processors and content systems leave in a page
    Dress dress = Dress::plain;  // HTML, Word
    Tabs tabs = Tabs::one;       // text with tabs
    bool written_out = false;    // text with tabs, pipes or lines: merged cells show in each of their places
};
[[nodiscard]] Noise some_noise(Dice& dice);

[[nodiscard]] std::string_view name_of(Shape shape);
[[nodiscard]] std::string_view extension_of(Shape shape);
[[nodiscard]] const std::vector<Shape>& all_shapes();

[[nodiscard]] std::string write(const MadeReport& report, Shape shape, const Noise& noise, Dice& dice);

// The report from top to bottom as lines of prose and tables, which every writer walks through.
struct Element {
    enum class Kind : std::uint8_t { title, paragraph, heading, table } kind = Kind::paragraph;
    std::string text;
    TableGrid table;
};
[[nodiscard]] std::vector<Element> elements_of(const MadeReport& report);

[[nodiscard]] std::string write_elements(const std::vector<Element>& elements, Shape shape, const Noise& noise, Dice& dice);

// The same with the headings of sections in the first rows of their tables.
[[nodiscard]] std::vector<Element> with_heading_rows(std::vector<Element> elements);

// The characters of a text.
// For HTML and XML.
[[nodiscard]] std::string escaped(const std::string& text);
[[nodiscard]] std::vector<std::string> characters_of(const std::string& text);

// Cell text with the noise that a single cell can have.
[[nodiscard]] std::string cell_text(const GridCell& cell, const Noise& noise, Dice& dice);

[[nodiscard]] std::string write_text(const std::vector<Element>& elements, Shape shape, const Noise& noise, Dice& dice);
[[nodiscard]] std::string write_html(const std::vector<Element>& elements, const Noise& noise, Dice& dice);
[[nodiscard]] std::string write_docx(const std::vector<Element>& elements, const Noise& noise, Dice& dice);
[[nodiscard]] std::string write_pdf(const std::vector<Element>& elements, const Noise& noise, Dice& dice);

}  // namespace gouji::generator
