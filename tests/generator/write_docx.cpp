// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <zip.h>

#include <stdexcept>

#include "tests/generator/write.hpp"

namespace gouji::generator {
namespace {

std::string paragraph(const std::string& text) {
    return fmt::format("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escaped(text));
}

std::string run(const std::string& text, const std::string& properties = {}) {
    return fmt::format("<w:r><w:rPr>{}</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>", properties, escaped(text));
}

std::string dressed(const GridCell& cell, const Noise& noise, Dice& dice) {
    const std::string text = cell_text(cell, noise, dice);
    const auto simple = [](const std::string& runs) { return "<w:p>" + runs + "</w:p>"; };
    std::string out;
    switch (noise.dress) {
        case Dress::characters:
            for (const auto& each : characters_of(text)) out += run(each);
            return simple(out);
        case Dress::broken: {
            const auto all = characters_of(text);
            if (cell.figure || all.size() < 4) return paragraph(text);
            for (std::size_t i = 0; i < all.size(); ++i) out += (i == all.size() / 2 ? "<w:r><w:br/></w:r>" : "") + run(all[i]);
            return simple(out);
        }
        case Dress::struck: return simple((cell.figure && dice.chance(30) ? run("9", "<w:strike/>") : "") + run(text));
        case Dress::referenced:
            return simple(run(text) + (cell.figure && !noise.padding && dice.chance(30) ? run("[1]", "<w:vertAlign w:val=\"superscript\"/>") : ""));
        case Dress::hidden: return simple(run(text) + run("7", "<w:vanish/>"));
        case Dress::nested:
            if (!cell.figure || !dice.chance(5)) return simple("<w:sdt><w:sdtContent>" + run(text) + "</w:sdtContent></w:sdt>");
            return "<w:tbl><w:tr><w:tc>" + paragraph(text) + "</w:tc></w:tr></w:tbl><w:p/>";
        default: return paragraph(text);
    }
}

std::string table(const TableGrid& grid, const Noise& noise, Dice& dice) {
    std::string out = "<w:tbl><w:tblPr/>";
    for (int row = 0; row < grid.rows; ++row) {
        out += "<w:tr>";
        for (int column = 0; column < grid.columns;) {
            const GridCell& cell = grid.at(row, column);
            const bool first = cell.row == row;
            if (cell.missing) break;
            out += "<w:tc><w:tcPr>";
            if (cell.column_span > 1) out += fmt::format("<w:gridSpan w:val=\"{}\"/>", cell.column_span);
            if (cell.row_span > 1) out += first ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
            out += "</w:tcPr>" + (first ? dressed(cell, noise, dice) : paragraph("")) + "</w:tc>";
            column = cell.column + cell.column_span;
        }
        out += "</w:tr>";
    }
    return out + "</w:tbl>";
}

void add(zip_t* archive, const char* name, const std::string& content) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    if (source == nullptr || zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8) < 0) throw std::runtime_error{"cannot write a Word file"};
}

std::string zipped(const std::string& types, const std::string& relations, const std::string& document) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = memory == nullptr ? nullptr : zip_open_from_source(memory, ZIP_TRUNCATE, &error);
    if (archive == nullptr) throw std::runtime_error{"cannot make an archive"};
    zip_source_keep(memory);
    add(archive, "[Content_Types].xml", types);
    add(archive, "_rels/.rels", relations);
    add(archive, "word/document.xml", document);
    if (zip_close(archive) < 0 || zip_source_open(memory) < 0) throw std::runtime_error{"cannot close an archive"};
    std::string bytes;
    char buffer[8192];
    for (zip_int64_t n = 0; (n = zip_source_read(memory, buffer, sizeof buffer)) > 0;) bytes.append(buffer, static_cast<std::size_t>(n));
    zip_source_close(memory);
    zip_source_free(memory);
    return bytes;
}

}  // namespace

std::string write_docx(const std::vector<Element>& elements, const Noise& noise, Dice& dice) {
    std::string body;
    for (const auto& element : elements) {
        body += element.kind == Element::Kind::table ? table(element.table, noise, dice) : paragraph(element.text);
    }
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const std::string types = head +
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    const std::string relations = head +
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    const std::string document = head + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body +
                                 "</w:body></w:document>";
    return zipped(types, relations, document);
}

}  // namespace gouji::generator
