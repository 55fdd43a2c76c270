// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/html/tags.hpp"

#include <algorithm>
#include <array>

namespace gouji::readers::html {
namespace {

// In order of name.
constexpr std::array<Tag, 67> tags{
    {{"address", Role::block},   {"applet", Role::unseen},    {"article", Role::block},  {"aside", Role::block},
     {"audio", Role::unseen},    {"blockquote", Role::block}, {"body", Role::block},     {"br", Role::line_break},
     {"button", Role::unseen},   {"canvas", Role::unseen},    {"caption", Role::block},  {"center", Role::block},
     {"dd", Role::block},        {"details", Role::block},    {"dir", Role::block},      {"div", Role::block},
     {"dl", Role::block},        {"dt", Role::block},         {"fieldset", Role::block}, {"figcaption", Role::block},
     {"figure", Role::block},    {"footer", Role::block},     {"h1", Role::block},       {"h2", Role::block},
     {"h3", Role::block},        {"h4", Role::block},         {"h5", Role::block},       {"h6", Role::block},
     {"header", Role::block},    {"hgroup", Role::block},     {"hr", Role::rule},        {"iframe", Role::raw},
     {"legend", Role::block},    {"li", Role::block},         {"main", Role::block},     {"math", Role::unseen},
     {"menu", Role::block},      {"nav", Role::block},        {"noembed", Role::raw},    {"noframes", Role::raw},
     {"noscript", Role::unseen}, {"object", Role::unseen},    {"ol", Role::block},       {"optgroup", Role::unseen},
     {"option", Role::unseen},   {"p", Role::block},          {"pre", Role::block},      {"rp", Role::unseen},
     {"rt", Role::unseen},       {"script", Role::raw},
     {"section", Role::block},   {"select", Role::unseen},    {"style", Role::raw},      {"summary", Role::block},
     {"svg", Role::unseen},      {"table", Role::block},      {"tbody", Role::block},    {"td", Role::block},
     {"template", Role::unseen}, {"textarea", Role::raw},     {"tfoot", Role::block},    {"th", Role::block},
     {"thead", Role::block},     {"title", Role::title},      {"tr", Role::block},       {"ul", Role::block},
     {"video", Role::unseen}}};
static_assert(std::ranges::is_sorted(tags, {}, &Tag::name));

constexpr std::size_t longest_name = 10;

// Where the names with each first letter begin.
constexpr std::array<std::uint8_t, 27> first_by_letter = [] {
    std::array<std::uint8_t, 27> first{};
    for (std::size_t letter = 0, at = 0; letter < first.size(); ++letter) {
        while (at < tags.size() && static_cast<std::size_t>(tags[at].name.front() - 'a') < letter) ++at;
        first[letter] = static_cast<std::uint8_t>(at);
    }
    return first;
}();

}  // namespace

Tag tag_of(std::string_view name) {
    if (name.empty() || name.size() > longest_name) return {};
    std::array<char, longest_name> buffer{};
    std::ranges::transform(name, buffer.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const std::string_view lower{buffer.data(), name.size()};
    if (lower.front() < 'a' || lower.front() > 'z') return {};
    const auto letter = static_cast<std::size_t>(lower.front() - 'a');
    for (std::size_t i = first_by_letter[letter]; i < first_by_letter[letter + 1]; ++i) {
        if (tags[i].name == lower) return tags[i];
    }
    return {};
}

}  // namespace gouji::readers::html
