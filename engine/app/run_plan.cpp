// SPDX-License-Identifier: Apache-2.0
#include "engine/app/run_plan.hpp"

#include <algorithm>
#include <filesystem>

#include "engine/app/rule_choice.hpp"
#include "engine/app/rule_expression.hpp"
#include "engine/app/selection.hpp"
#include "engine/policy/glob.hpp"

namespace gouji::app {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> values(const std::vector<config::Text>& settings) {
    std::vector<std::string> out;
    for (const config::Text& setting : settings) out.push_back(setting.value);
    return out;
}

// The path below `folder`, or nothing where it lies elsewhere.
std::optional<std::string> below(const std::string& folder, const std::string& path) {
    const fs::path relative = fs::absolute(path).lexically_normal().lexically_relative(fs::absolute(folder.empty() ? "." : folder).lexically_normal());
    if (relative.empty() || *relative.begin() == "..") return std::nullopt;
    return relative.generic_string();
}

bool covers(const config::Override& entry, const std::string& path, std::optional<std::int16_t> year, std::string_view level) {
    const auto same_year = [&](std::int64_t wanted) { return year && wanted == *year; };
    if (!entry.years.empty() && std::none_of(entry.years.begin(), entry.years.end(), same_year)) return false;
    const auto same_level = [&](const config::Text& wanted) { return wanted.value == level; };
    if (!entry.levels.empty() && std::none_of(entry.levels.begin(), entry.levels.end(), same_level)) return false;
    if (entry.files.empty()) return true;
    const auto relative = below(entry.folder, path);
    return relative && std::any_of(entry.files.begin(), entry.files.end(),
                                   [&](const std::string& pattern) { return policy::glob_matches(pattern, *relative); });
}

}  // namespace

RunPlan::RunPlan(RuleArguments arguments, const std::vector<std::string>& inputs, text::Problems& problems)
    : arguments_{std::move(arguments)} {
    for (const std::string& input : inputs) {
        const std::string folder = fs::path{input}.parent_path().string();
        if (!by_folder_.contains(folder)) by_folder_[folder] = configuration_for(input, problems);
    }
    if (configurations_.empty()) configuration_for(".", problems);
    load(problems);
    check_choices(problems);
}

std::uint32_t RunPlan::configuration_for(const std::string& input, text::Problems& problems) {
    std::string file = arguments_.config;
    if (file.empty() && !arguments_.isolated) file = config::find_configuration(input).value_or(fs::path{}).string();
    const auto index = static_cast<std::uint32_t>(configurations_.size());
    const auto [place, added] = by_file_.emplace(file, index);
    if (added) configurations_.push_back(file.empty() ? config::Configuration{} : config::read_configuration(file, problems));
    return place->second;
}

void RunPlan::load(text::Problems& problems) {
    std::vector<std::string> named = arguments_.packs;
    bool official = arguments_.official_pack;
    for (const config::Configuration& configuration : configurations_) {
        for (const config::Text& pack : configuration.packs) {
            if (std::find(named.begin(), named.end(), pack.value) == named.end()) named.push_back(pack.value);
        }
        if (configurations_.size() == 1 && configuration.official_pack) official = official && configuration.official_pack->value;
    }
    packs_ = load_packs(pack_folders(named, official, problems));
    problems.insert(problems.end(), packs_.problems.begin(), packs_.problems.end());
}

void RunPlan::check_choices(text::Problems& problems) const {
    for (const config::RuleChoice& choice : packs_.choices) check_choice(choice, rules(), problems);
    for (const config::Configuration& configuration : configurations_) {
        check_choice(configuration.choice, rules(), problems);
        check_overrides(configuration, problems);
    }
    for (const auto* list : {&arguments_.select, &arguments_.ignore}) {
        for (const std::string& selector : *list) {
            if (auto problem = check_selector(selector, rules())) problems.push_back(std::move(*problem));
        }
    }
    if (!arguments_.expression.empty()) {
        if (auto parsed = RuleExpression::parse(arguments_.expression, rules()); !parsed) problems.push_back(std::move(parsed.error()));
    }
    script::RuleSettings trial = settings({});
    for (const std::string& assignment : arguments_.severities) {
        if (auto problem = apply_severity(assignment, rules(), trial)) problems.push_back(std::move(*problem));
    }
}

void RunPlan::check_overrides(const config::Configuration& configuration, text::Problems& problems) const {
    std::vector<std::string> levels;
    for (const auto& level : packs_.agencies.levels) levels.push_back(level.name);
    for (const config::Override& entry : configuration.overrides) {
        check_choice(entry.choice, rules(), problems);
        for (const config::Text& level : entry.levels) check_level(level, levels, problems);
    }
}

// Of the file or, for a report in an archive, of the archive.
std::uint32_t RunPlan::configuration_of(const std::string& path) const {
    auto folder = by_folder_.find(fs::path{path}.parent_path().string());
    if (folder == by_folder_.end()) folder = by_folder_.find(fs::path{path.substr(0, path.find('!'))}.parent_path().string());
    return folder == by_folder_.end() ? 0 : folder->second;
}

Variant RunPlan::variant(const std::string& path, std::optional<std::int16_t> year, std::string_view agency) const {
    Variant variant;
    variant.configuration = configuration_of(path);
    const auto& overrides = configurations_[variant.configuration].overrides;
    const std::string_view level = overrides.empty() ? std::string_view{} : config::agency_level(packs_.agencies, agency);
    for (std::size_t i = 0; i < overrides.size() && i < 64; ++i) {
        if (covers(overrides[i], path, year, level)) variant.overrides |= std::uint64_t{1} << i;
    }
    return variant;
}

script::RuleSettings RunPlan::settings(const Variant& variant) const {
    const config::Configuration& configuration = configurations_[variant.configuration];
    Selection selection{configuration.choice.select ? values(*configuration.choice.select) : std::vector<std::string>{},
                        values(configuration.choice.ignore)};
    script::RuleSettings settings;
    settings.formats = &packs_.knowledge.formats;
    begin_choices(rules(), settings);
    for (std::size_t i = 0; i < rules().size(); ++i) settings.enabled[i] = is_selected(selection, rules()[i]);
    for (std::size_t pack = 0; pack < packs_.packs.size(); ++pack) {
        if (has_pack(configuration, pack)) apply(packs_.choices[pack], settings);
        else leave_out(packs_.packs[pack].name, settings);
    }
    apply({std::nullopt, {}, configuration.choice.expression, configuration.choice.rules}, settings);
    for (std::size_t i = 0; i < configuration.overrides.size(); ++i) {
        if ((variant.overrides >> i & 1U) != 0) apply(configuration.overrides[i].choice, settings);
    }
    apply_arguments(settings);
    return settings;
}

// Where several configurations are in play, each has only the packs that it names, and those that these extend.
bool RunPlan::has_pack(const config::Configuration& configuration, std::size_t pack) const {
    if (configurations_.size() < 2) return true;
    const bool official = pack == 0 && arguments_.official_pack;
    if (official && (!configuration.official_pack || configuration.official_pack->value)) return true;
    const auto brings = [&](const std::string& folder) {
        const auto named = find_pack(packs_, folder);
        return named && (*named == pack || packs_.extends(*named, pack));
    };
    return std::any_of(arguments_.packs.begin(), arguments_.packs.end(), brings) ||
           std::any_of(configuration.packs.begin(), configuration.packs.end(), [&](const config::Text& named) { return brings(named.value); });
}

void RunPlan::leave_out(const std::string& pack, script::RuleSettings& settings) const {
    for (std::size_t i = 0; i < rules().size(); ++i) {
        if (rules()[i].pack == pack) settings.enabled[i] = false;
    }
}

void RunPlan::apply(const config::RuleChoice& choice, script::RuleSettings& settings) const {
    apply_choice(choice, rules(), settings);
    if (choice.expression && arguments_.expression.empty()) apply_expression(choice.expression->value, settings);
}

// One that is wrong was told when the plan was made, and leaves every rule as it is.
void RunPlan::apply_expression(const std::string& expression, script::RuleSettings& settings) const {
    const auto parsed = RuleExpression::parse(expression, rules());
    for (std::size_t i = 0; parsed && i < rules().size(); ++i) {
        settings.enabled[i] = settings.enabled[i] && parsed->holds(rules()[i], settings.severities[i]);
    }
}

void RunPlan::apply_arguments(script::RuleSettings& settings) const {
    for (std::size_t i = 0; i < rules().size(); ++i) {
        const Selection selection{arguments_.select, arguments_.ignore};
        const bool wanted = is_selected(selection, rules()[i]);
        settings.enabled[i] = wanted && (settings.enabled[i] || !arguments_.select.empty());
    }
    for (const std::string& assignment : arguments_.severities) {
        if (apply_severity(assignment, rules(), settings)) continue;  // told when the plan was made
    }
    if (!arguments_.expression.empty()) apply_expression(arguments_.expression, settings);
}

}  // namespace gouji::app
