// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/docx/body.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/readers/docx/paragraph.hpp"
#include "engine/readers/docx/table.hpp"
#include "engine/readers/docx/xml.hpp"
#include "engine/readers/table_builder.hpp"
#include "engine/readers/trim.hpp"
#include "grammar/text/utf8.hpp"

namespace gouji::readers::docx {
namespace {

bool ends_in_ascii(std::string_view text) { return !text.empty() && static_cast<unsigned char>(text.back()) < 0x80; }
bool begins_with_digit(std::string_view text) { return !text.empty() && text.front() >= '0' && text.front() <= '9'; }

std::string trimmed(std::string text) {
    trim_line(0, text);
    return text;
}

// An XML part may hold broken UTF-8, which nothing behind the readers is made for.
std::string valid(std::string text) {
    for (std::size_t at = 0; (at = text::first_invalid_utf8(text, at)) < text.size();) text[at] = '?';
    return text;
}

class Body {
public:
    Body(Numbering& numbering, const UnseenStyles& styles, const Limits& limits)
        : numbering_{numbering}, styles_{styles}, longest_text_{limits.text_bytes}, budget_{limits.cells}, guard_{limits.depth} {}

    void read_blocks(pugi::xml_node parent, std::uint32_t depth) {
        if (!guard_.allows(depth)) return;
        for (const pugi::xml_node at : parent) {
            if (extract_.text.size() > longest_text_) return;  // refused in the end: no need to read on
            const std::string_view name = local_name(at);
            if (name == "p") {
                read_paragraph(at, depth + 1);
            } else if (name == "tbl") {
                read_table(at, depth + 1);
            } else if (name == "AlternateContent") {
                read_blocks(chosen_content(at), depth + 1);
            } else if (name == "sdt" || name == "sdtContent" || name == "customXml" || name == "ins" || name == "moveTo" ||
                       name == "smartTag") {
                read_blocks(at, depth + 1);
            }
        }
    }

    text::Result<Extract> result(const Limits& limits) {
        if (guard_.exceeded) {
            return unreadable(
                fmt::format("文档元素嵌套超过 {} 层的上限，未读取", limits.depth),
                fmt::format("the elements of the document are nested deeper than the limit of {}; not read", limits.depth));
        }
        if (budget_.exceeded) return too_many_cells(limits);
        if (extract_.text.size() > limits.text_bytes) return too_much_text(limits);
        return std::move(extract_);
    }

private:
    // The automatic number belongs to the text. One that ends in a digit must not run into the text's own.
    std::string numbered(pugi::xml_node paragraph, const std::string& text) {
        std::string number = numbering_.next(child(paragraph, "pPr"));
        if (number.empty()) return text;
        if (ends_in_ascii(number) && (begins_with_digit(text) || number.back() != '.')) number += ' ';
        return number + text;
    }

    void read_paragraph(pugi::xml_node paragraph, std::uint32_t depth) {
        ParagraphText content{guard_, styles_};
        content.read(paragraph, depth);
        const std::string text = trimmed(content.text());
        const std::string line = text.empty() ? std::string{} : numbered(paragraph, text);
        if (!line.empty()) add_line(valid(line));
        for (const pugi::xml_node box : content.text_boxes()) read_blocks(box, depth + 1);
    }

    void add_line(std::string_view line) {
        extract_.landmarks.push_back({offset(), text::LandmarkKind::paragraph, ++paragraphs_});
        extract_.text.append(line).append("\n");
    }

    void read_table(pugi::xml_node table, std::uint32_t depth) {
        const TableShape shape = shape_of(table, guard_, depth);
        if (!shape.holds_data) {
            for (const TableRow& row : shape.rows) {
                for (const TableCell& cell : row.cells) read_blocks(cell.node, depth + 2);
            }
            return;
        }
        TableBuilder builder{budget_};
        for (const TableRow& row : shape.rows) add_row(row, builder, depth + 2);
        if (builder.empty() || budget_.exceeded) return;
        for (TablePart& part : builder.write_parts(extract_.text)) {
            if (part.grid) {
                extract_.grids.push_back(std::move(*part.grid));
                const auto number = static_cast<std::uint32_t>(extract_.grids.size());
                extract_.landmarks.push_back({part.span.begin, text::LandmarkKind::table, number});
            } else {
                extract_.landmarks.push_back({part.span.begin, text::LandmarkKind::paragraph, ++paragraphs_});
            }
        }
    }

    void add_row(const TableRow& row, TableBuilder& builder, std::uint32_t depth) {
        builder.begin_row();
        for (const TableCell& cell : row.cells) {
            if (cell.row_span == 0) continue;
            builder.go_to(cell.column);
            std::string text;
            append_cell(cell.node, text, depth);
            builder.add(valid(trimmed(text)), cell.column_span, cell.row_span);
        }
    }

    // A cell is one line: its paragraphs, text boxes and inner tables one behind the other.
    void append_cell(pugi::xml_node node, std::string& out, std::uint32_t depth) {
        if (!guard_.allows(depth)) return;
        for (const pugi::xml_node at : node) {
            const std::string_view name = local_name(at);
            if (name == "p") {
                append_cell_paragraph(at, out, depth + 1);
            } else if (name == "AlternateContent") {
                append_cell(chosen_content(at), out, depth + 1);
            } else if (name == "tbl" || name == "tr" || name == "tc" || name == "sdt" || name == "sdtContent" ||
                       name == "customXml" || name == "ins") {
                append_cell(at, out, depth + 1);
            }
        }
    }

    void append_cell_paragraph(pugi::xml_node paragraph, std::string& out, std::uint32_t depth) {
        ParagraphText content{guard_, styles_};
        content.read(paragraph, depth);
        std::string line = trimmed(content.text());
        if (!line.empty()) {
            line = numbered(paragraph, line);
            std::ranges::replace(line, '\n', ' ');
            std::ranges::replace(line, '\t', ' ');
            if (!out.empty()) out += ' ';
            out += line;
        }
        for (const pugi::xml_node box : content.text_boxes()) append_cell(box, out, depth + 1);
    }

    [[nodiscard]] std::uint32_t offset() const { return static_cast<std::uint32_t>(extract_.text.size()); }

    Numbering& numbering_;
    const UnseenStyles& styles_;
    std::size_t longest_text_;
    CellBudget budget_;
    DepthGuard guard_;
    Extract extract_;
    std::uint32_t paragraphs_ = 0;
};

}  // namespace

text::Result<Extract> read_body(pugi::xml_node body, Numbering& numbering, const UnseenStyles& styles, const Limits& limits) {
    Body reader{numbering, styles, limits};
    reader.read_blocks(body, 0);
    return reader.result(limits);
}

}  // namespace gouji::readers::docx
