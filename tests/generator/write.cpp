// SPDX-License-Identifier: Apache-2.0
#include "tests/generator/write.hpp"

#include <fmt/format.h>

#include "grammar/text/character.hpp"

namespace gouji::generator {
namespace {

const std::vector<std::string> chinese_numbers{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

std::string wide(const std::string& digits) {
    std::string out;
    for (const char c : digits) {
        if (c >= '0' && c <= '9') {
            out += "\xEF\xBC";  // U+FF10 to U+FF19
            out += static_cast<char>(0x90 + (c - '0'));
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace

std::string_view name_of(Shape shape) {
    switch (shape) {
        case Shape::tabbed: return "tabbed";
        case Shape::cell_per_line: return "cell_per_line";
        case Shape::stream: return "stream";
        case Shape::piped: return "piped";
        case Shape::drawn: return "drawn";
        case Shape::commas: return "commas";
        case Shape::aligned: return "aligned";
        case Shape::spaced: return "spaced";
        case Shape::html: return "html";
        case Shape::docx: return "docx";
        case Shape::pdf: return "pdf";
    }
    return "";
}

std::string_view extension_of(Shape shape) {
    switch (shape) {
        case Shape::html: return "html";
        case Shape::docx: return "docx";
        case Shape::pdf: return "pdf";
        case Shape::piped: return "md";
        default: return "txt";
    }
}

const std::vector<Shape>& all_shapes() {
    static const std::vector<Shape> shapes{Shape::tabbed, Shape::cell_per_line, Shape::stream, Shape::piped, Shape::drawn,
                                           Shape::commas, Shape::aligned, Shape::spaced, Shape::html, Shape::docx, Shape::pdf};
    return shapes;
}

std::vector<Element> elements_of(const MadeReport& report) {
    using Kind = Element::Kind;
    std::vector<Element> out{{Kind::title, report.title, {}}};
    for (const auto& paragraph : report.lead) out.push_back({Kind::paragraph, paragraph, {}});
    for (const auto& section : report.sections) {
        out.push_back({Kind::heading, fmt::format("{}、{}", chinese_numbers.at(section.spec->number), section.spec->title.text), {}});
        for (const auto& paragraph : section.paragraphs) out.push_back({Kind::paragraph, paragraph, {}});
        for (const auto& table : report.format->tables) {
            if (table.section == section.spec->id) out.push_back({Kind::table, "", draw_table(report, table)});
        }
    }
    return out;
}

Noise some_noise(Dice& dice) {
    Noise noise{dice.chance(50), dice.chance(50), dice.chance(30), dice.chance(50)};
    if (dice.chance(30)) noise.line_end = dice.pick<std::string_view>({"\r\n", "\r", "\v", "\u2028"});
    noise.top_cells = dice.chance(30);
    noise.heading_rows = dice.chance(15);
    noise.empty_edge = dice.chance(15);
    noise.published = dice.chance(75);
    noise.dress = static_cast<Dress>(dice.between(0, static_cast<int>(Dress::nested)));
    noise.written_out = dice.chance(20);
    noise.tabs = static_cast<Tabs>(dice.between(0, static_cast<int>(Tabs::none_in_front)));
    return noise;
}

std::vector<Element> with_heading_rows(std::vector<Element> elements) {
    std::vector<Element> out;
    for (Element& element : elements) {
        const bool joins = element.kind == Element::Kind::table && !out.empty() && out.back().kind == Element::Kind::heading;
        if (joins) {
            for (GridCell& cell : element.table.cells) ++cell.row;
            ++element.table.rows;
            element.table.add({out.back().text, 0, 0, 1, element.table.columns, false});
            out.pop_back();
        }
        out.push_back(std::move(element));
    }
    return out;
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '<') out += "&lt;";
        else if (c == '&') out += "&amp;";
        else out += c;
    }
    return out;
}

std::vector<std::string> characters_of(const std::string& text) {
    std::vector<std::string> out;
    for (std::uint32_t i = 0; i < text.size();) {
        const auto at = text::code_point_at(text, i);
        out.push_back(text.substr(i, at.bytes));
        i += at.bytes;
    }
    return out;
}

std::string cell_text(const GridCell& cell, const Noise& noise, Dice& dice) {
    static const std::vector<std::string> blanks{" ", "  ", "\xC2\xA0", "\xE3\x80\x80", ""};
    std::string text = cell.text;
    if (cell.figure && noise.wide_digits && dice.chance(20)) text = wide(text);
    if (noise.padding && dice.chance(30)) text = dice.pick(blanks) + text + dice.pick(blanks);
    return text;
}

std::string write(const MadeReport& report, Shape shape, const Noise& noise, Dice& dice) {
    return write_elements(elements_of(report), shape, noise, dice);
}

std::string write_elements(const std::vector<Element>& elements, Shape shape, const Noise& noise, Dice& dice) {
    switch (shape) {
        case Shape::html: return write_html(noise.heading_rows ? with_heading_rows(elements) : elements, noise, dice);
        case Shape::docx: return write_docx(noise.heading_rows ? with_heading_rows(elements) : elements, noise, dice);
        case Shape::pdf: return write_pdf(elements, noise, dice);
        default: return write_text(elements, shape, noise, dice);
    }
}

}  // namespace gouji::generator
