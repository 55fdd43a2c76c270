// SPDX-License-Identifier: Apache-2.0
// PDF files made for tests: texts at places, in one font without glyphs whose codes are the characters themselves. Chinese
// characters are as wide as the font size, ASCII half of it. Places are in points from the top left corner, as in the reader.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/character.hpp"

namespace gouji::tests {

class PdfBuilder {
public:
    static constexpr double width = 595;
    static constexpr double height = 842;

    void begin_page() { pages_.emplace_back(); }

    // `y` is the base line.
    void text(double x, double y, double size, std::string_view utf8) {
        if (pages_.empty()) begin_page();
        char head[96];
        std::snprintf(head, sizeof head, "BT /F1 %.2f Tf 1 0 0 1 %.2f %.2f Tm <", size, x, height - y);
        pages_.back() += head + codes(utf8) + "> Tj ET\n";
    }

    // One character below the other.
    void vertical(double x, double y, double size, std::string_view utf8) {
        for (std::uint32_t at = 0; at < utf8.size();) {
            const auto character = text::code_point_at(utf8, at);
            text(x, y, size, utf8.substr(at, character.bytes));
            at += character.bytes;
            y += size;
        }
    }

    [[nodiscard]] std::string build() const {
        std::vector<std::string> objects{
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count " + std::to_string(pages_.size()) + "/Kids[" + kids() + "]>>",
            "<</Type/Font/Subtype/Type0/BaseFont/Sample/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Sample/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            "/FontDescriptor 5 0 R/DW 1000/W[32 126 500]>>",
            "<</Type/FontDescriptor/FontName/Sample/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent "
            "-200/CapHeight 700/StemV 80>>",
            stream(unicode_map())};
        for (const std::string& page : pages_) {
            objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents " +
                              std::to_string(objects.size() + 2) + " 0 R>>");
            objects.push_back(stream(page));
        }
        return written(objects);
    }

private:
    static std::string codes(std::string_view utf8) {
        std::string out;
        for (std::uint32_t at = 0; at < utf8.size();) {
            const auto character = text::code_point_at(utf8, at);
            char code[8];
            std::snprintf(code, sizeof code, "%04X", static_cast<unsigned>(character.value & 0xFFFFU));
            out += code;
            at += character.bytes;
        }
        return out;
    }

    static std::string stream(const std::string& content) {
        return "<</Length " + std::to_string(content.size()) + ">>\nstream\n" + content + "\nendstream";
    }

    static std::string unicode_map() {
        std::string map =
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Sample def 1 begincodespacerange <0000> "
            "<FFFF> endcodespacerange\n";
        for (int block = 0; block < 256; ++block) {
            if (block % 64 == 0) map += "64 beginbfrange\n";
            char range[40];
            std::snprintf(range, sizeof range, "<%02X00> <%02XFF> <%02X00>\n", block, block, block);
            map += range;
            if (block % 64 == 63) map += "endbfrange\n";
        }
        return map + "endcmap CMapName currentdict /CMap defineresource pop end end";
    }

    [[nodiscard]] std::string kids() const {
        std::string out;
        for (std::size_t i = 0; i < pages_.size(); ++i) out += std::to_string(7 + 2 * i) + " 0 R ";
        return out;
    }

    static std::string written(const std::vector<std::string>& objects) {
        std::string out = "%PDF-1.4\n";
        std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
        for (std::size_t i = 0; i < objects.size(); ++i) {
            char entry[24];
            std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", out.size());
            table += entry;
            out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
        }
        const std::size_t start = out.size();
        return out + table + "trailer<</Size " + std::to_string(objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n" +
               std::to_string(start) + "\n%%EOF\n";
    }

    std::vector<std::string> pages_;
};

}  // namespace gouji::tests
