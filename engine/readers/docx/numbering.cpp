// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/docx/numbering.hpp"

#include <algorithm>

#include "engine/readers/docx/numerals.hpp"
#include "engine/readers/docx/xml.hpp"

namespace gouji::readers::docx {
namespace {

std::size_t level_index(int level) { return static_cast<std::size_t>(std::clamp(level, 0, 8)); }

}  // namespace

Numbering::Numbering(pugi::xml_node numbering, pugi::xml_node styles) {
    for (const pugi::xml_node node : numbering) {
        if (local_name(node) == "abstractNum") read_abstract(node);
        if (local_name(node) == "num") read_instance(node);
    }
    for (const pugi::xml_node node : styles) {
        if (local_name(node) == "style") read_style(node);
    }
}

Numbering::Level Numbering::read_level(pugi::xml_node node) {
    Level level;
    level.start = number(child(node, "start"), 1);
    level.text = value(child(node, "lvlText"));
    level.style = value(child(node, "pStyle"));
    level.legal = is_on(child(node, "isLgl"));
    if (const pugi::xml_node format = child(node, "numFmt")) level.format = value(format);
    return level;
}

void Numbering::read_abstract(pugi::xml_node node) {
    Abstract& abstract = abstracts_[std::atoi(attribute(node, "abstractNumId"))];
    for (const pugi::xml_node at : node) {
        if (local_name(at) == "lvl") abstract.levels[level_index(std::atoi(attribute(at, "ilvl")))] = read_level(at);
        if (local_name(at) == "numStyleLink") abstract.style_link = value(at);
    }
}

void Numbering::read_instance(pugi::xml_node node) {
    const int id = std::atoi(attribute(node, "numId"));
    Instance& instance = instances_[id];
    instance.abstract = number(child(node, "abstractNumId"), 0);
    for (const pugi::xml_node at : node) {
        if (local_name(at) != "lvlOverride") continue;
        const std::size_t level = level_index(std::atoi(attribute(at, "ilvl")));
        if (const pugi::xml_node start = child(at, "startOverride")) instance.restarts[level] = number(start, 1);
        const pugi::xml_node own = child(at, "lvl");
        if (!own || !abstracts_.contains(instance.abstract)) continue;
        // An instance with a level of its own counts by itself from there on.
        const int copy = -1 - id;
        if (instance.abstract != copy) abstracts_[copy] = abstracts_[instance.abstract];
        instance.abstract = copy;
        abstracts_[copy].levels[level] = read_level(own);
    }
}

std::optional<Numbering::Reference> Numbering::read_reference(pugi::xml_node properties) {
    const pugi::xml_node reference = child(properties, "numPr");
    if (!reference) return std::nullopt;
    const pugi::xml_node level = child(reference, "ilvl");
    const pugi::xml_node instance = child(reference, "numId");
    if (!instance) return std::nullopt;
    return Reference{number(instance, 0), level_index(number(level, 0)), static_cast<bool>(level)};
}

void Numbering::read_style(pugi::xml_node node) {
    const std::string id = attribute(node, "styleId");
    Style& style = styles_[id];
    style.reference = read_reference(child(node, "pPr"));
    style.based_on = value(child(node, "basedOn"));
    const std::string_view is_default = attribute(node, "default");
    if (std::string_view{attribute(node, "type")} == "paragraph" && (is_default == "1" || is_default == "true"))
        default_style_ = id;
}

std::optional<Numbering::Reference> Numbering::reference_of_style(const std::string& name) const {
    constexpr int longest_chain = 16;  // a style based on itself ends here
    std::string at = name;
    for (int i = 0; i < longest_chain; ++i) {
        const auto style = styles_.find(at);
        if (style == styles_.end()) return std::nullopt;
        if (style->second.reference) return style->second.reference;
        at = style->second.based_on;
    }
    return std::nullopt;
}

std::optional<Numbering::Reference> Numbering::reference_of(pugi::xml_node properties) const {
    if (const auto own = read_reference(properties)) return own;
    const pugi::xml_node named = child(properties, "pStyle");
    const std::string style = named ? value(named) : default_style_;
    auto reference = reference_of_style(style);
    if (!reference || reference->level_given) return reference;
    const auto instance = instances_.find(reference->instance);
    const auto abstract = instance == instances_.end() ? abstracts_.end() : abstracts_.find(instance->second.abstract);
    if (abstract == abstracts_.end()) return reference;
    const auto level = std::ranges::find(abstract->second.levels, style, &Level::style);
    if (level != abstract->second.levels.end())
        reference->level = static_cast<std::size_t>(level - abstract->second.levels.begin());
    return reference;
}

Numbering::Abstract* Numbering::definition(const Instance& instance) {
    const auto found = abstracts_.find(instance.abstract);
    if (found == abstracts_.end()) return nullptr;
    if (found->second.style_link.empty()) return &found->second;
    const auto linked = reference_of_style(found->second.style_link);
    const auto other = linked ? instances_.find(linked->instance) : instances_.end();
    const auto defined = other == instances_.end() ? abstracts_.end() : abstracts_.find(other->second.abstract);
    return defined == abstracts_.end() ? nullptr : &defined->second;
}

void Numbering::count(Abstract& abstract, Instance& instance, std::size_t level) {
    auto& counter = abstract.counters[level];
    if (instance.restarts[level]) {
        counter = instance.restarts[level];
        instance.restarts[level].reset();
    } else {
        counter = counter ? *counter + 1 : abstract.levels[level].start;
    }
    std::fill(abstract.counters.begin() + static_cast<std::ptrdiff_t>(level) + 1, abstract.counters.end(), std::nullopt);
}

std::string Numbering::written(const Abstract& abstract, std::size_t level) {
    const Level& own = abstract.levels[level];
    if (own.format == "bullet") return {};
    constexpr std::size_t longest = 256;  // bytes; no honest number comes near
    std::string out;
    for (std::size_t i = 0; i < own.text.size() && out.size() < longest; ++i) {
        const bool place = own.text[i] == '%' && i + 1 < own.text.size() && own.text[i + 1] >= '1' && own.text[i + 1] <= '9';
        if (!place) {
            out += own.text[i];
            continue;
        }
        const auto which = static_cast<std::size_t>(own.text[++i] - '1');
        const Level& shown = abstract.levels[which];
        const bool decimal = own.legal && shown.format != "none";
        out += list_number(abstract.counters[which].value_or(shown.start), decimal ? std::string_view{"decimal"} : shown.format);
    }
    return out;
}

std::string Numbering::next(pugi::xml_node properties) {
    if (instances_.empty()) return {};
    const auto reference = reference_of(properties);
    const auto instance = reference ? instances_.find(reference->instance) : instances_.end();
    Abstract* abstract = instance == instances_.end() ? nullptr : definition(instance->second);
    if (abstract == nullptr) return {};
    count(*abstract, instance->second, reference->level);
    return written(*abstract, reference->level);
}

}  // namespace gouji::readers::docx
