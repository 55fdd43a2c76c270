// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/docx/run_look.hpp"

#include <map>
#include <optional>

#include "engine/readers/docx/xml.hpp"

namespace gouji::readers::docx {
namespace {

bool makes_unseen(std::string_view name) { return name == "vanish" || name == "strike" || name == "dstrike"; }

// What run properties themselves say; nothing where they are silent.
std::optional<bool> said_of_sight(pugi::xml_node properties) {
    std::optional<bool> unseen;
    for (const pugi::xml_node at : properties) {
        if (makes_unseen(local_name(at))) unseen = unseen.value_or(false) || is_on(at);
    }
    return unseen;
}

struct Style {
    std::optional<bool> unseen;
    std::string_view based_on;
};
using Styles = std::map<std::string_view, Style>;

bool is_unseen(const Styles& styles, std::string_view id) {
    constexpr int longest_chain = 16;  // a style based on itself ends here
    for (int i = 0; i < longest_chain; ++i) {
        const auto style = styles.find(id);
        if (style == styles.end()) return false;
        if (style->second.unseen) return *style->second.unseen;
        id = style->second.based_on;
    }
    return false;
}

}  // namespace

UnseenStyles::UnseenStyles(pugi::xml_node styles) {
    Styles all;
    bool any = false;
    for (const pugi::xml_node node : styles) {
        if (local_name(node) != "style") continue;
        Style& style = all[attribute(node, "styleId")];
        style.unseen = said_of_sight(child(node, "rPr"));
        style.based_on = value(child(node, "basedOn"));
        any = any || style.unseen.value_or(false);
    }
    if (!any) return;
    for (const auto& [id, style] : all) {
        if (is_unseen(all, id)) ids_.emplace(id);
    }
}

RunLook look_of(pugi::xml_node run, const UnseenStyles& styles, bool unseen) {
    RunLook look{unseen, false};
    const pugi::xml_node properties = child(run, "rPr");
    if (!properties) return look;
    if (const pugi::xml_node style = child(properties, "rStyle"); style && styles.contains(value(style))) look.unseen = true;
    look.unseen = said_of_sight(properties).value_or(look.unseen);
    if (const pugi::xml_node place = child(properties, "vertAlign")) look.raised = std::string_view{value(place)} == "superscript";
    return look;
}

bool has_unseen_style(pugi::xml_node paragraph, const UnseenStyles& styles) {
    const pugi::xml_node style = child(child(paragraph, "pPr"), "pStyle");
    return style && styles.contains(value(style));
}

}  // namespace gouji::readers::docx
