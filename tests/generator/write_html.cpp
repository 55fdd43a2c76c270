// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "tests/generator/write.hpp"

namespace gouji::generator {
namespace {

// What a word processor writes into the elements of a table and of the prose.
struct Marks {
    std::string_view cell;
    std::string_view paragraph;
    std::string_view run;
    std::string_view prose;
};
constexpr Marks bare{};
constexpr Marks pasted{
    R"( width="64" valign="center" style="width: 64px; padding: 0 7px; border: 1px solid windowtext; word-break: break-all;")",
    R"( class="MsoNormal" style="margin: 0; text-align: center; line-height: 24px; vertical-align: middle;")",
    R"( style="font-size: 14px; font-family: 仿宋, 仿宋_GB2312, SimSun; color: rgb(0, 0, 0); letter-spacing: 0;")",
    R"( class="MsoNormal" style="margin: 0 0 10px; text-indent: 32pt; line-height: 28pt; font-size: 16pt; font-family: 仿宋_GB2312;")",
};
const Marks& marks_of(const Noise& noise) { return noise.published ? pasted : bare; }

std::string dressed(const GridCell& cell, const Noise& noise, Dice& dice) {
    const std::string text = cell_text(cell, noise, dice);
    const Marks& marks = marks_of(noise);
    const auto simple = [&](const std::string& inner) { return fmt::format("<p{}><span{}>{}</span></p>", marks.paragraph, marks.run, inner); };
    std::string out;
    switch (noise.dress) {
        case Dress::characters:
            for (const auto& each : characters_of(text)) out += "<span lang=\"EN-US\">" + escaped(each) + "</span>";
            return simple(out);
        case Dress::broken: {
            const auto all = characters_of(text);
            if (cell.figure || all.size() < 4) return simple(escaped(text));
            for (std::size_t i = 0; i < all.size(); ++i) out += (i == all.size() / 2 ? "<br/>" : "") + escaped(all[i]);
            return simple(out);
        }
        case Dress::struck: return simple((cell.figure && dice.chance(30) ? "<s>9</s>" : "") + escaped(text));
        case Dress::referenced: return simple(escaped(text) + (cell.figure && !noise.padding && dice.chance(30) ? "<sup>[1]</sup>" : ""));
        case Dress::hidden: return simple(escaped(text) + "<span style=\"display: none\">7</span>");
        case Dress::nested:
            if (!cell.figure || !dice.chance(5)) return simple(escaped(text));
            return "<table><tr><td>" + escaped(text) + "</td></tr></table>";
        default: return simple(escaped(text));
    }
}

std::string table(const TableGrid& grid, const Noise& noise, Dice& dice) {
    std::string out = "<table border=\"1\"><tbody>\n";
    auto cell = grid.cells.begin();
    for (int row = 0; row < grid.rows; ++row) {
        out += "<tr>";
        for (; cell != grid.cells.end() && cell->row == row; ++cell) {
            if (cell->missing) continue;
            out += fmt::format("<td{}", marks_of(noise).cell);
            if (cell->row_span > 1) out += fmt::format(" rowspan=\"{}\"", cell->row_span);
            if (cell->column_span > 1) out += fmt::format(" colspan=\"{}\"", cell->column_span);
            out += ">" + dressed(*cell, noise, dice) + "</td>";
        }
        if (noise.empty_edge) out += "<td>&nbsp;</td>";
        out += "</tr>\n";
    }
    return out + "</tbody></table>\n";
}

// The page around a report: titles, scripts and styles, navigation before it and links behind it.
std::string head(const std::string& title, bool published) {
    std::string out = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>" + escaped(title) +
                      "</title><style>td{border:1px solid}</style><script>var 件 = 12;</script>";
    for (int i = 0; published && i < 40; ++i) {
        out += fmt::format("<link rel=\"stylesheet\" href=\"/assets/css/part{0}.css\"><script src=\"/assets/js/part{0}.js\"></script>\n", i);
        out += fmt::format("<style>.part{0} .list li a:hover{{color:#c00;text-decoration:none}} .part{0} td{{padding:{0}px}}</style>\n", i);
        out += fmt::format("<script>if (window.part{0} < 12) {{ document.write('<div class=\"part{0}\">共收到{0}件</div>'); }}</script>\n", i);
    }
    return out + "</head><body>\n";
}

std::string links(std::string_view name, bool published) {
    std::string out = fmt::format("<div class=\"{}\"><ul><li><a href=\"/\">首页</a></li><li><a href=\"/zw\">政务公开</a></li>", name);
    for (int i = 0; published && i < 40; ++i) {
        out += fmt::format("<li class=\"item\"><a href=\"/zwgk/list_{0}.html\" target=\"_blank\" title=\"栏目{0}\"><span>栏目{0}</span></a></li>\n", i);
    }
    return out + "</ul></div>\n";
}

}  // namespace

std::string write_html(const std::vector<Element>& elements, const Noise& noise, Dice& dice) {
    std::string out = head(elements.front().text, noise.published) + links("nav", noise.published) + "<div id=\"content\">\n";
    for (const auto& element : elements) {
        switch (element.kind) {
            case Element::Kind::title: out += "<h1>" + escaped(element.text) + "</h1>\n"; break;
            case Element::Kind::table: out += table(element.table, noise, dice); break;
            default: {
                const std::string_view indent = dice.chance(50) ? "&nbsp;&nbsp;" : "　　";
                out += fmt::format("<p{}>{}{}</p>\n", marks_of(noise).prose, indent, escaped(element.text));
            }
        }
    }
    return out + "</div>\n" + links("footer", noise.published) + "</body></html>\n";
}

}  // namespace gouji::generator
