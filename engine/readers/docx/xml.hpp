// SPDX-License-Identifier: Apache-2.0
// Reading WordprocessingML: names and attributes without their namespace prefixes, which differ between the programs that
// write it, and the few questions that every part asks.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <pugixml.hpp>
#include <string_view>

namespace gouji::readers::docx {

[[nodiscard]] inline std::string_view local_name(const char* name) {
    const char* colon = std::strchr(name, ':');
    return colon == nullptr ? std::string_view{name} : std::string_view{colon + 1};
}
[[nodiscard]] inline std::string_view local_name(pugi::xml_node node) { return local_name(node.name()); }

[[nodiscard]] inline pugi::xml_node child(pugi::xml_node node, std::string_view name) {
    for (pugi::xml_node at = node.first_child(); at; at = at.next_sibling()) {
        if (local_name(at) == name) return at;
    }
    return {};
}

[[nodiscard]] inline const char* attribute(pugi::xml_node node, std::string_view name) {
    for (pugi::xml_attribute at = node.first_attribute(); at; at = at.next_attribute()) {
        if (local_name(at.name()) == name) return at.value();
    }
    return "";
}

[[nodiscard]] inline const char* value(pugi::xml_node node) { return attribute(node, "val"); }

[[nodiscard]] inline int number(pugi::xml_node node, int otherwise) {
    const char* text = value(node);
    return *text == '\0' ? otherwise : std::atoi(text);
}

// <w:vanish/> is on, <w:vanish w:val="0"/> is off.
[[nodiscard]] inline bool is_on(pugi::xml_node node) {
    if (!node) return false;
    const std::string_view said = value(node);
    return said != "0" && said != "false" && said != "off";
}

}  // namespace gouji::readers::docx
