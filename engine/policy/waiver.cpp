// SPDX-License-Identifier: Apache-2.0
#include "engine/policy/waiver.hpp"

#include "engine/policy/glob.hpp"

namespace gouji::policy {
namespace {

// "applications.denied.*" covers every figure below applications.denied.
bool covers_figure(std::string_view pattern, std::string_view logical) {
    if (!pattern.ends_with(".*")) return pattern == logical;
    pattern.remove_suffix(1);
    return logical.starts_with(pattern);
}

bool covers_section(std::string_view section, std::string_view logical) {
    constexpr std::string_view prefix = "section:";
    if (section.starts_with(prefix)) section.remove_prefix(prefix.size());
    return logical.starts_with(prefix) && logical.substr(prefix.size()) == section;
}

}  // namespace

bool in_force(const Waiver& waiver, Day today) { return waiver.fault.zh.empty() && (!waiver.last_day || today <= *waiver.last_day); }

bool covers_file(const Waiver& waiver, std::string_view path) {
    return glob_matches_below(waiver.folder, waiver.files, path);
}

bool covers_finding(const Waiver& waiver, const finding::Finding& finding) {
    if (waiver.rule != finding.rule->id && waiver.rule != finding.rule->name) return false;
    if (!waiver.figure.empty() && !covers_figure(waiver.figure, finding.place.logical)) return false;
    return waiver.section.empty() || covers_section(waiver.section, finding.place.logical);
}

}  // namespace gouji::policy
