// SPDX-License-Identifier: Apache-2.0
// A PDF file with nothing in it but words at places, set in a Chinese font that is not embedded (readers of text know the
// character collection). Labels wrap inside their columns and tables go on over pages, as in files printed from Word.
#include <fmt/format.h>

#include <algorithm>

#include "grammar/text/character.hpp"
#include "tests/generator/write.hpp"

namespace gouji::generator {
namespace {

constexpr double page_height = 842;
constexpr double page_width = 595;
constexpr double margin = 60;
constexpr double size = 9;
constexpr double leading = 12;
constexpr double padding = 5;  // of a row of a table, above and below together

std::string utf16_hex(const std::string& utf8) {
    std::string out;
    for (std::uint32_t i = 0; i < utf8.size();) {
        const auto at = text::code_point_at(utf8, i);
        out += fmt::format("{:04X}", static_cast<unsigned>(at.value));  // nothing beyond the BMP is made up
        i += at.bytes;
    }
    return out;
}

// Cuts a text into lines of at most `columns` terminal columns.
std::vector<std::string> wrapped(const std::string& text, int columns) {
    std::vector<std::string> lines(1);
    for (std::uint32_t i = 0; i < text.size();) {
        const auto at = text::code_point_at(text, i);
        if (text::display_width(lines.back()) + text::display_width(at.value) > columns) lines.emplace_back();
        lines.back() += text.substr(i, at.bytes);
        i += at.bytes;
    }
    return lines;
}

class PdfWriter {
public:
    explicit PdfWriter(const Noise& noise) : noise_{noise} {}

    std::string write(const std::vector<Element>& elements) {
        new_page();
        for (const auto& element : elements) {
            if (element.kind == Element::Kind::table) table(element.table);
            else prose(element);
            y_ -= leading / 2;
        }
        end_page();
        return file();
    }

private:
    void new_page() {
        pages_.emplace_back();
        y_ = page_height - margin;
    }

    void end_page() {
        if (noise_.page_breaks) put(fmt::format("- {} -", pages_.size()), page_width / 2 - 10, margin / 2);
    }

    void turn_page_below(double room) {
        if (y_ - room >= margin) return;
        end_page();
        new_page();
    }

    void put(const std::string& text, double x, double y) {
        if (text.empty()) return;
        pages_.back() += fmt::format("BT /F1 {} Tf {:.2f} {:.2f} Td <{}> Tj ET\n", size, x, y, utf16_hex(text));
    }

    void prose(const Element& element) {
        const int columns = static_cast<int>((page_width - 2 * margin) / (size / 2));
        const bool heading = element.kind != Element::Kind::paragraph;
        const auto lines = wrapped((heading ? "" : "　　") + element.text, columns);
        for (const auto& line : lines) {
            turn_page_below(leading);
            put(line, margin, y_ -= leading);
        }
    }

    void table(const TableGrid& grid) {
        const auto lefts = column_lefts(grid);
        for (int row = 0; row < grid.rows;) {
            const int band = rows_that_stay_together(grid, row);
            const auto heights = row_heights(grid, lefts, row, band);
            double total = 0;
            for (const double height : heights) total += height;
            turn_page_below(total);
            draw_band(grid, lefts, row, heights);
            row += band;
        }
    }

    // Label columns share what the figure columns leave.
    static std::vector<double> column_lefts(const TableGrid& grid) {
        const double room = page_width - 2 * margin;
        int labels = grid.columns;
        for (const auto& cell : grid.cells) {
            if (cell.figure) labels = std::min(labels, cell.column);
        }
        const double figure_width = labels == 0 ? room / grid.columns : std::min(60.0, room * 0.6 / (grid.columns - labels));
        const double label_width = labels == 0 ? 0 : (room - figure_width * (grid.columns - labels)) / labels;
        std::vector<double> lefts{margin};
        for (int c = 0; c < grid.columns; ++c) lefts.push_back(lefts.back() + (c < labels ? label_width : figure_width));
        return lefts;
    }

    // Header rows stay together; other rows may part from each other at the end of a page, as Word does it.
    static int rows_that_stay_together(const TableGrid& grid, int row) {
        int rows = 1;
        for (const auto& cell : grid.cells) {
            const bool label_beside_figures = std::any_of(grid.cells.begin(), grid.cells.end(), [&](const GridCell& other) {
                return other.figure && other.row == cell.row;
            });
            if (cell.row == row && !label_beside_figures) rows = std::max(rows, cell.row_span);
        }
        return std::min(rows, grid.rows - row);
    }

    static std::vector<std::string> lines_of(const GridCell& cell, const std::vector<double>& lefts) {
        const double width = lefts[static_cast<std::size_t>(cell.column + cell.column_span)] - lefts[static_cast<std::size_t>(cell.column)];
        return wrapped(cell.text, std::max(2, static_cast<int>((width - 4) / (size / 2))));
    }

    static std::vector<double> row_heights(const TableGrid& grid, const std::vector<double>& lefts, int first, int rows) {
        std::vector<double> heights(static_cast<std::size_t>(rows), leading + padding);
        for (const auto& cell : grid.cells) {
            if (cell.row < first || cell.row >= first + rows) continue;
            const double needed = leading * static_cast<double>(lines_of(cell, lefts).size()) + padding;
            const int last = std::min(cell.row + cell.row_span, first + rows) - 1 - first;
            double there = 0;
            for (int r = cell.row - first; r <= last; ++r) there += heights[static_cast<std::size_t>(r)];
            if (cell.row_span <= rows) heights[static_cast<std::size_t>(last)] += std::max(0.0, needed - there);
        }
        return heights;
    }

    void draw_band(const TableGrid& grid, const std::vector<double>& lefts, int first, const std::vector<double>& heights) {
        const int rows = static_cast<int>(heights.size());
        for (const auto& cell : grid.cells) {
            if (cell.row < first || cell.row >= first + rows) continue;
            double top = y_;
            for (int r = first; r < cell.row; ++r) top -= heights[static_cast<std::size_t>(r - first)];
            double height = 0;
            for (int r = cell.row; r < std::min(cell.row + cell.row_span, first + rows); ++r) height += heights[static_cast<std::size_t>(r - first)];
            const auto lines = lines_of(cell, lefts);
            double baseline = top - (height - leading * static_cast<double>(lines.size())) / 2 - leading + 3;
            if (cell.row_span > rows || noise_.top_cells) baseline = top - leading - padding / 2 + 3;
            const double left = lefts[static_cast<std::size_t>(cell.column)];
            const double right = lefts[static_cast<std::size_t>(cell.column + cell.column_span)];
            for (const auto& line : lines) {
                const double width = text::display_width(line) * size / 2;
                put(line, left + std::max(2.0, (right - left - width) / 2), baseline);
                baseline -= leading;
            }
        }
        for (const double height : heights) y_ -= height;
    }

    [[nodiscard]] std::string file() const {
        std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>", ""};
        objects.emplace_back("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>");
        objects.emplace_back("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
                             "/DW 1000/W[1 95 500]/FontDescriptor 5 0 R>>");
        objects.emplace_back("<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880"
                             "/Descent -120/CapHeight 880/StemV 93>>");
        std::string kids;
        for (const auto& page : pages_) {
            kids += fmt::format("{} 0 R ", objects.size() + 1);
            objects.push_back(fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 {} {}]/Resources<</Font<</F1 3 0 R>>>>/Contents {} 0 R>>", page_width,
                                          page_height, objects.size() + 2));
            objects.push_back(fmt::format("<</Length {}>>\nstream\n{}endstream", page.size(), page));
        }
        objects[1] = fmt::format("<</Type/Pages/Count {}/Kids[{}]>>", pages_.size(), kids);
        std::string out = "%PDF-1.4\n";
        std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
        for (std::size_t i = 0; i < objects.size(); ++i) {
            table += fmt::format("{:010} 00000 n \n", out.size());
            out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
        }
        const std::size_t start = out.size();
        return out + table + fmt::format("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, start);
    }

    const Noise& noise_;
    std::vector<std::string> pages_;
    double y_ = 0;
};

}  // namespace

std::string write_pdf(const std::vector<Element>& elements, const Noise& noise, Dice&) { return PdfWriter{noise}.write(elements); }

}  // namespace gouji::generator
