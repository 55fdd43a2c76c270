// SPDX-License-Identifier: Apache-2.0
// Word files and zip archives made for tests.
#pragma once

#include <zip.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji::tests {

using Members = std::vector<std::pair<std::string, std::string>>;

// A zip file in memory. Names are stored as they are, whatever their encoding.
inline std::string make_zip(const Members& members, const char* password = nullptr) {
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [name, bytes] : members) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_RAW);
        if (index < 0) throw std::runtime_error{"zip_file_add"};
        if (password != nullptr) zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password);
    }
    if (zip_close(archive) != 0) throw std::runtime_error{"zip_close"};
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    std::string out(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, out.data(), out.size());
    zip_source_close(target);
    zip_source_free(target);
    return out;
}

inline constexpr std::string_view word_names =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"w\" xmlns:v=\"v\"";

struct WordParts {
    std::string body;
    std::string numbering;  // the content of w:numbering
    std::string styles;     // the content of w:styles
};

inline std::string make_docx(const WordParts& parts) {
    const auto part = [](std::string_view root, const std::string& content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + std::string{root} + std::string{word_names} + ">" + content +
               "</w:" + std::string{root} + ">";
    };
    Members members{{"word/document.xml", part("document", "<w:body>" + parts.body + "<w:sectPr/></w:body>")}};
    if (!parts.numbering.empty()) members.emplace_back("word/numbering.xml", part("numbering", parts.numbering));
    if (!parts.styles.empty()) members.emplace_back("word/styles.xml", part("styles", parts.styles));
    return make_zip(members);
}

inline std::string run(std::string_view text) { return "<w:r><w:t xml:space=\"preserve\">" + std::string{text} + "</w:t></w:r>"; }
inline std::string paragraph(std::string_view text, std::string_view properties = {}) {
    return "<w:p><w:pPr>" + std::string{properties} + "</w:pPr>" + run(text) + "</w:p>";
}
inline std::string numbered(int instance, int level) {
    return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + std::to_string(instance) +
           "\"/></w:numPr>";
}
inline std::string cell(std::string_view text, std::string_view properties = {}) {
    return "<w:tc><w:tcPr>" + std::string{properties} + "</w:tcPr>" + paragraph(text) + "</w:tc>";
}
inline std::string row(const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; }
inline std::string table(const std::string& rows) { return "<w:tbl><w:tblPr/>" + rows + "</w:tbl>"; }

}  // namespace gouji::tests
