// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/pdf/words.hpp"

#include <algorithm>
#include <pugixml.hpp>

#include "grammar/text/utf8.hpp"

namespace gouji::readers::pdf {
namespace {

constexpr double largest_em = 200;

Box box_of(pugi::xml_node node) {
    return {node.attribute("xMin").as_double(), node.attribute("yMin").as_double(), node.attribute("xMax").as_double(),
            node.attribute("yMax").as_double()};
}

// A Chinese character is as wide as it is high, a digit half as wide. Heights tell less: they differ from font to font.
double em_of(const Word& word) {
    const auto ascii = static_cast<double>(std::ranges::count_if(word.text, is_ascii));
    const double units = static_cast<double>(character_count(word.text)) - ascii / 2;
    const double height = std::max(word.box.height(), 1.0);
    return std::min(std::clamp(word.box.width() / std::max(units, 0.5), height * 0.6, height), largest_em);
}

void read_line(pugi::xml_node line, PageWords& page) {
    const std::size_t first = page.words.size();
    for (const pugi::xml_node node : line.children("word")) {
        Word word{box_of(node), node.child_value(), 0};
        if (word.text.empty() || !text::is_utf8(word.text)) continue;
        word.em = em_of(word);
        page.words.push_back(std::move(word));
    }
    // A line written from top to bottom (a group label beside its rows) is one word.
    Word whole{box_of(line), {}, 0};
    for (std::size_t i = first; i < page.words.size(); ++i) whole.text += page.words[i].text;
    if (page.words.size() == first || !is_vertical(whole)) return;
    whole.em = std::max(whole.box.width(), 1.0);
    page.words.resize(first);
    page.words.push_back(std::move(whole));
}

}  // namespace

void Box::add(const Box& other) {
    left = std::min(left, other.left);
    top = std::min(top, other.top);
    right = std::max(right, other.right);
    bottom = std::max(bottom, other.bottom);
}

bool overlap(const Box& a, const Box& b) {
    return std::min(a.right, b.right) - std::max(a.left, b.left) > 0.5 * std::min(a.width(), b.width());
}

bool is_vertical(const Word& word) {
    const bool chinese = std::ranges::any_of(word.text, [](char c) { return !is_ascii(c); });
    return chinese && word.box.height() > word.box.width() * 1.5 && character_count(word.text) > 1;
}

std::size_t character_count(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

std::optional<std::vector<PageWords>> read_words(std::string xml) {
    // The head of the file repeats what the PDF says of itself, in whatever bytes; only the words are read.
    const std::size_t begin = xml.find("<doc>");
    if (begin == std::string::npos) return std::nullopt;
    pugi::xml_document tree;
    constexpr unsigned options = pugi::parse_escapes | pugi::parse_fragment;
    tree.load_buffer_inplace(xml.data() + begin, xml.size() - begin, options, pugi::encoding_utf8);
    std::vector<PageWords> pages;
    for (const pugi::xml_node node : tree.child("doc").children("page")) {
        PageWords& page = pages.emplace_back();
        page.width = node.attribute("width").as_double();
        page.height = node.attribute("height").as_double();
        for (const pugi::xml_node flow : node.children("flow")) {
            for (const pugi::xml_node block : flow.children("block")) {
                for (const pugi::xml_node line : block.children("line")) read_line(line, page);
            }
        }
    }
    return pages;
}

}  // namespace gouji::readers::pdf
