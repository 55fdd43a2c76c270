// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/kind.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "engine/readers/html/tags.hpp"
#include "engine/readers/read.hpp"
#include "grammar/text/decode.hpp"

namespace gouji::readers {
namespace {

constexpr std::size_t head_bytes = 1024;

struct Magic {
    std::string_view bytes;
    text::Bilingual name;
};

// Kinds that turn up beside reports and are worth calling by their names.
const std::array<Magic, 9>& foreign_kinds() {
    static const std::array<Magic, 9> kinds{{{"\x89PNG", {"PNG 图片", "a PNG image"}},
                                             {"\xFF\xD8\xFF", {"JPEG 图片", "a JPEG image"}},
                                             {"GIF8", {"GIF 图片", "a GIF image"}},
                                             {"BM", {"BMP 图片", "a BMP image"}},
                                             {"Rar!", {"RAR 压缩包", "a RAR archive"}},
                                             {"7z\xBC\xAF", {"7z 压缩包", "a 7z archive"}},
                                             {"\x1F\x8B", {"gzip 压缩文件", "a gzip file"}},
                                             {"\x7F"
                                              "ELF",
                                              {"程序文件", "a program"}},
                                             {"MZ", {"程序文件", "a program"}}}};
    return kinds;
}

constexpr std::string_view ole_magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

bool contains(std::string_view bytes, std::string_view part) { return bytes.find(part) != std::string_view::npos; }

// Names of streams in an OLE file stand in its directory, in UTF-16.
bool has_stream(std::string_view bytes, std::string_view name) {
    std::string wide;
    for (const char c : name) wide.append({c, '\0'});
    return contains(bytes, wide);
}

// Names of members stand uncompressed in the central directory at the end of the file.
Kind kind_of_zip(std::string_view bytes) {
    const std::string_view directory = bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 1U << 20U));
    if (contains(directory, "word/document.xml")) return Kind::docx;
    if (bytes.substr(0, 200).find("mimetypeapplication/vnd.oasis.opendocument.text") != std::string_view::npos)
        return Kind::legacy_word;
    if (contains(directory, "xl/workbook.xml") || contains(directory, "ppt/presentation.xml") || contains(directory, "OFD.xml")) {
        return Kind::binary;
    }
    return Kind::archive;
}

// The first bytes in lower case, without a byte order mark and without the zero bytes of UTF-16.
std::string plain_head(std::string_view bytes) {
    std::string head;
    for (const char c : bytes.substr(0, head_bytes)) {
        if (c != '\0' && static_cast<unsigned char>(c) < 0x80) head += static_cast<char>(std::tolower(c));
    }
    head.erase(0, std::min(head.find_first_not_of(" \t\r\n"), head.size()));
    return head;
}

// "<p>", "<meta charset=…": an element that HTML has. "<2023>" is none.
bool begins_with_tag(std::string_view head) {
    const std::string_view name = head.substr(1, std::min(head.find_first_of(" \t\r\n/>", 1), head.size()) - 1);
    constexpr std::array inline_names{"html", "head", "meta", "link", "span", "font",  "strong", "b",
                                      "a",    "img",  "em",   "i",    "u",    "input", "form"};
    return !html::tag_of(name).name.empty() || std::ranges::find(inline_names, name) != inline_names.end();
}

bool looks_like_html(std::string_view bytes) {
    if (bytes.substr(0, 256).find('<') == std::string_view::npos) return false;
    const std::string head = plain_head(bytes);
    if (!head.starts_with('<')) return false;
    if (head.starts_with("<!--") || head.starts_with("<!doctype html")) return true;
    if (head.starts_with("<?xml")) return contains(head, "<html") || contains(head, "<!doctype html");
    return begins_with_tag(head);
}

}  // namespace

Kind kind_of(std::string_view bytes) {
    if (bytes.empty()) return Kind::text;
    if (bytes.substr(0, head_bytes).find("%PDF-") != std::string_view::npos) return Kind::pdf;
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return kind_of_zip(bytes);
    if (bytes.starts_with("{\\rtf")) return Kind::legacy_word;
    if (bytes.starts_with(ole_magic)) return has_stream(bytes, "WordDocument") ? Kind::legacy_word : Kind::binary;
    if (looks_like_html(bytes)) return Kind::html;
    if (bytes.find('\0') == std::string_view::npos) return Kind::text;
    return text::detect_encoding(bytes).empty() ? Kind::binary : Kind::text;
}

text::Bilingual name_of_binary(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04")) {
        if (contains(bytes, "xl/workbook.xml")) return {"Excel 工作簿", "an Excel workbook"};
        if (contains(bytes, "ppt/presentation.xml")) return {"PowerPoint 演示文稿", "a PowerPoint presentation"};
        if (contains(bytes, "OFD.xml")) return {"OFD 版式文件", "an OFD document"};
    }
    if (bytes.starts_with(ole_magic) && has_stream(bytes, "EncryptedPackage"))
        return {"设有密码的 Office 文件", "an Office file protected by a password"};
    if (bytes.starts_with(ole_magic)) return {"非 Word 的 Office 文件", "an Office file other than Word"};
    const auto found = std::ranges::find_if(foreign_kinds(), [&](const Magic& magic) { return bytes.starts_with(magic.bytes); });
    return found == foreign_kinds().end() ? text::Bilingual{"二进制文件", "a binary file"} : found->name;
}

}  // namespace gouji::readers
