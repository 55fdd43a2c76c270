// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "tests/generator/write.hpp"

namespace gouji::generator {
namespace {

std::string dressed(const GridCell& cell, const Noise& noise, Dice& dice) {
    const std::string text = cell_text(cell, noise, dice);
    const auto simple = [](const std::string& inner) { return "<p><span>" + inner + "</span></p>"; };
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
            out += "<td";
            if (cell->row_span > 1) out += fmt::format(" rowspan=\"{}\"", cell->row_span);
            if (cell->column_span > 1) out += fmt::format(" colspan=\"{}\"", cell->column_span);
            out += ">" + dressed(*cell, noise, dice) + "</td>";
        }
        if (noise.empty_edge) out += "<td>&nbsp;</td>";
        out += "</tr>\n";
    }
    return out + "</tbody></table>\n";
}

}  // namespace

std::string write_html(const std::vector<Element>& elements, const Noise& noise, Dice& dice) {
    std::string out = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>" + escaped(elements.front().text) +
                      "</title><style>td{border:1px solid}</style><script>var 件 = 12;</script></head><body>\n"
                      "<div class=\"nav\"><ul><li><a href=\"/\">首页</a></li><li><a href=\"/zw\">政务公开</a></li></ul></div>\n<div id=\"content\">\n";
    for (const auto& element : elements) {
        switch (element.kind) {
            case Element::Kind::title: out += "<h1>" + escaped(element.text) + "</h1>\n"; break;
            case Element::Kind::table: out += table(element.table, noise, dice); break;
            default: out += fmt::format("<p>{}{}</p>\n", dice.chance(50) ? "&nbsp;&nbsp;" : "　　", escaped(element.text)); break;
        }
    }
    return out + "</div>\n<div class=\"footer\"><a href=\"/about\">关于我们</a></div></body></html>\n";
}

}  // namespace gouji::generator
