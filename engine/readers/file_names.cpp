// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/file_names.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "engine/readers/read.hpp"

namespace gouji::readers {
namespace {

constexpr std::array report_extensions{".txt", ".text", ".htm", ".html", ".shtml", ".xhtml", ".docx",
                                       ".doc", ".docm", ".wps", ".rtf",  ".odt",   ".pdf",   ".zip"};
// What lies beside reports and is obviously none.
constexpr std::array other_extensions{".md",  ".toml", ".json", ".jsonl", ".sarif", ".csv",  ".tsv", ".xml", ".yaml", ".yml",
                                      ".lua", ".log",  ".png",  ".jpg",   ".jpeg",  ".gif",  ".bmp", ".tif", ".tiff", ".svg",
                                      ".ico", ".css",  ".js",   ".db",    ".xls",   ".xlsx", ".et",  ".ppt", ".pptx", ".ofd",
                                      ".mp3", ".mp4",  ".gz",   ".tar",   ".7z",    ".rar",  ".exe", ".dll", ".py",   ".sh",
                                      ".cpp", ".hpp",  ".bak",  ".tmp",   ".lock",  ".ini",  ".conf"};

}  // namespace

NameTells what_name_tells(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return NameTells::nothing;
    std::string extension{name.substr(dot)};
    std::ranges::transform(extension, extension.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const auto is_it = [&](const char* known) { return extension == known; };
    if (std::ranges::any_of(report_extensions, is_it)) return NameTells::report;
    return std::ranges::any_of(other_extensions, is_it) ? NameTells::other : NameTells::nothing;
}

bool is_passed_over(std::string_view name) { return name.starts_with('.') || name.starts_with("~$") || name == "__MACOSX"; }

bool looks_like_report(std::string_view head) {
    const Kind kind = kind_of(head);
    if (kind == Kind::binary || kind == Kind::archive || head.empty()) return false;
    return kind != Kind::text || std::ranges::any_of(head, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace gouji::readers
