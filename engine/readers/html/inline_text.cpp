// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/html/inline_text.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "engine/readers/html/byte_set.hpp"
#include "engine/readers/raised.hpp"
#include "grammar/text/utf8.hpp"

namespace gouji::readers::html {
namespace {

struct Named {
    std::string_view name;
    std::string_view text;
};
// What pages are full of; the other names are left to the HTML library.
constexpr std::array<Named, 16> usual_names{{{"nbsp", "\u00A0"},
                                             {"lt", "<"},
                                             {"gt", ">"},
                                             {"amp", "&"},
                                             {"quot", "\""},
                                             {"ensp", "\u2002"},
                                             {"emsp", "\u2003"},
                                             {"ldquo", "“"},
                                             {"rdquo", "”"},
                                             {"lsquo", "‘"},
                                             {"rsquo", "’"},
                                             {"mdash", "—"},
                                             {"ndash", "–"},
                                             {"hellip", "…"},
                                             {"middot", "·"},
                                             {"times", "×"}}};

// Numbers 0x80 to 0x9F are meant as the characters of Windows-1252.
constexpr std::array<char16_t, 32> windows_1252{u'€', 0xFFFD, u'‚',   u'ƒ', u'„',   u'…',   u'†', u'‡',   u'ˆ', u'‰', u'Š',
                                                u'‹', u'Œ',   0xFFFD, u'Ž', 0xFFFD, 0xFFFD, u'‘', u'’',   u'“', u'”', u'•',
                                                u'–', u'—',   u'˜',   u'™', u'š',   u'›',   u'œ', 0xFFFD, u'ž', u'Ÿ'};

// The reference at the head of `text` ("&#20154;"); its size, 0 where there is none.
std::size_t append_numbered(std::string_view text, std::string& out) {
    const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    const char* const begin = text.data() + (hexadecimal ? 3 : 2);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), value, hexadecimal ? 16 : 10);
    if (end == begin) return 0;
    const bool out_of_range = error != std::errc{} || value == 0;
    const bool control = value < 0x20 && value != '\t' && value != '\n' && value != '\r';
    if (value >= 0x80 && value <= 0x9F) value = windows_1252[value - 0x80];
    text::append_utf8(out, out_of_range || control ? 0xFFFD : value);
    const auto size = static_cast<std::size_t>(end - text.data());
    return size < text.size() && text[size] == ';' ? size + 1 : size;
}

const std::string* only_text(const GumboNode* node, std::string& found) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) found += node->v.text.text;
    if (node->type == GUMBO_NODE_ELEMENT) {
        for (unsigned i = 0; i < node->v.element.children.length; ++i)
            only_text(static_cast<const GumboNode*>(node->v.element.children.data[i]), found);
    }
    return &found;
}

// "&alpha;": the library knows all two thousand names.
std::string rare_character(std::string_view reference) {
    const std::string page = "<body>" + std::string{reference};
    const auto destroy = [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
    const std::unique_ptr<GumboOutput, decltype(destroy)> output{gumbo_parse(page.c_str()), destroy};
    std::string found;
    return *only_text(output->root, found);
}

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}  // namespace

const std::string& InlineText::rare(std::string_view reference) {
    constexpr std::size_t most_names = 4096;  // more than HTML has; the others are made up and stay as they are
    const auto known = rare_.find(std::string{reference});
    if (known != rare_.end()) return known->second;
    const std::string key{reference};
    return rare_.emplace(key, rare_.size() < most_names ? rare_character(reference) : key).first->second;
}

// Appends what the '&' at the head of `text` stands for, and returns how much of the text that took.
std::size_t InlineText::append_reference(std::string_view text, std::string& out) {
    constexpr std::size_t longest_name = 32;
    if (text.size() > 2 && text[1] == '#') {
        if (const std::size_t size = append_numbered(text.substr(0, 16), out); size != 0) return size;
    }
    std::size_t end = 1;
    while (end < text.size() && end <= longest_name && is_name_character(text[end])) ++end;
    const std::string_view name = text.substr(1, end - 1);
    const std::size_t size = end < text.size() && text[end] == ';' ? end + 1 : end;
    const auto usual = std::ranges::find(usual_names, name, &Named::name);
    if (usual != usual_names.end()) {
        out += usual->text;
        return size;
    }
    if (size == end || name.empty()) {
        out += '&';
        return 1;
    }
    out += rare(text.substr(0, size));
    return size;
}

namespace {

constexpr ByteSet reference_or_space{" \t\r\n\f&"};

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Appends the white space at raw[at..] and returns the offset behind it. A space already written stays the only one.
std::size_t append_space(std::string_view raw, std::size_t at, std::size_t line, std::string& out) {
    const std::size_t end = white_space.skip(raw, at);
    if (out.size() == line || out.back() == ' ') return end;
    const bool wraps = raw.substr(at, end - at).find('\n') != std::string_view::npos;
    const bool between_chinese = !is_ascii(out.back()) && end < raw.size() && !is_ascii(raw[end]);
    if (!wraps || !between_chinese) out += ' ';
    return end;
}

}  // namespace

void InlineText::append(std::string_view raw, std::size_t line, std::string& out) {
    for (std::size_t at = 0; at < raw.size();) {
        const std::size_t begin = at;
        at = reference_or_space.find(raw, at);
        out.append(raw, begin, at - begin);
        if (at == raw.size()) return;
        at = raw[at] == '&' ? at + append_reference(raw.substr(at), out) : append_space(raw, at, line, out);
    }
}

void InlineText::append(const TextPiece& piece, std::size_t line, std::string& out) {
    if (!piece.raised) return append(piece.raw, line, out);
    std::string raised;
    append(piece.raw, 0, raised);
    append_raised(raised, out);
}

void InlineText::append_preformatted(std::string_view raw, std::string& out) {
    for (std::size_t at = 0; at < raw.size();) {
        const std::size_t reference = std::min(raw.find('&', at), raw.size());
        out.append(raw, at, reference - at);
        at = reference;
        if (at < raw.size()) at += append_reference(raw.substr(at), out);
    }
}

}  // namespace gouji::readers::html
