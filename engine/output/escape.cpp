// SPDX-License-Identifier: Apache-2.0
#include "engine/output/escape.hpp"

#include <vector>

#include "grammar/text/utf8.hpp"

namespace gouji::output {
namespace {

bool allowed_in_xml(std::string_view character) {
    const auto lead = static_cast<unsigned char>(character.front());
    if (lead < 0x20) return lead == '\t' || lead == '\n' || lead == '\r';
    return character != "\xEF\xBF\xBE" && character != "\xEF\xBF\xBF";  // U+FFFE, U+FFFF
}

void append_xml(std::string& out, std::string_view character, bool attribute) {
    switch (character.front()) {
        case '&': out += "&amp;"; return;
        case '<': out += "&lt;"; return;
        case '>': out += "&gt;"; return;
        case '"': out += "&quot;"; return;
        case '\r': out += "&#13;"; return;
        case '\n': out += attribute ? "&#10;" : "\n"; return;
        case '\t': out += attribute ? "&#9;" : "\t"; return;
        default: out += allowed_in_xml(character) ? character : text::replacement_character;
    }
}

std::string xml(std::string_view text, bool attribute) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t size = text::utf8_sequence(text, i);
        if (size == 0) {
            out += text::replacement_character;
            ++i;
            continue;
        }
        append_xml(out, text.substr(i, size), attribute);
        i += size;
    }
    return out;
}

bool unreserved(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || std::string_view{"-._~!$&'()*+,;=@"}.find(c) != std::string_view::npos;
}

void append_percent(std::string& out, char c) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += hex[byte >> 4U];
    out += hex[byte & 0xFU];
}

// The parts of a path with "." and ".." resolved; what would lead above the base is dropped.
std::vector<std::string_view> parts_of(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        const std::string_view part = path.substr(0, slash);
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
        if (part == ".." && !parts.empty()) parts.pop_back();
        if (!part.empty() && part != "." && part != "..") parts.push_back(part);
    }
    return parts;
}

std::string workflow(std::string_view text, bool property) {
    std::string out;
    for (const char c : text) {
        const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
        special ? append_percent(out, c) : out.push_back(c);
    }
    return out;
}

}  // namespace

std::string xml_escaped(std::string_view text) { return xml(text, false); }
std::string xml_attribute(std::string_view text) { return xml(text, true); }

std::string csv_field(std::string_view text) {
    const bool formula = !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos;
    if (!formula && text.find_first_of("\",\r\n") == std::string_view::npos) return std::string{text};
    std::string out = formula ? "\"'" : "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string relative_uri(std::string_view path) {
    std::string out;
    for (const std::string_view part : parts_of(path)) {
        if (!out.empty()) out += '/';
        for (const char c : part) unreserved(c) ? out.push_back(c) : append_percent(out, c);
    }
    return out;
}

std::string workflow_data(std::string_view text) { return workflow(text, false); }
std::string workflow_property(std::string_view text) { return workflow(text, true); }

}  // namespace gouji::output
