// SPDX-License-Identifier: Apache-2.0
#include "engine/app/rule_choice.hpp"

#include <algorithm>

#include "engine/app/packs.hpp"
#include "engine/app/selection.hpp"

namespace gouji::app {

namespace {

bool names(const std::vector<config::Text>& selectors, const finding::RuleInfo& rule) {
    return std::any_of(selectors.begin(), selectors.end(), [&](const auto& each) { return exactness(each.value, rule) > 0; });
}

void apply_options(const config::RuleSetting& setting, const finding::RuleInfo& rule, auto& options) {
    for (const config::RuleSetting::Option& option : setting.options) {
        const bool known = std::any_of(rule.options.begin(), rule.options.end(), [&](const auto& own) { return own.name == option.name; });
        if (!known) continue;
        std::erase_if(options, [&](const auto& earlier) { return earlier.first == option.name; });
        options.emplace_back(option.name, option.value);
    }
}

}  // namespace

void begin_choices(const std::vector<finding::RuleInfo>& rules, script::RuleSettings& settings) {
    settings.options.resize(rules.size());
    settings.enabled.assign(rules.size(), true);
    for (const finding::RuleInfo& rule : rules) settings.severities.push_back(rule.severity);
}

void apply_choice(const config::RuleChoice& choice, const std::vector<finding::RuleInfo>& rules, script::RuleSettings& settings) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (choice.select && names(*choice.select, rules[i])) settings.enabled[i] = true;
        if (names(choice.ignore, rules[i])) settings.enabled[i] = false;
        for (const config::RuleSetting& setting : choice.rules) {
            if (exactness(setting.rule.value, rules[i]) == 0) continue;
            if (setting.severity) {
                const auto severity = finding::severity_from(setting.severity->value);
                settings.enabled[i] = severity.has_value() && settings.enabled[i];
                settings.severities[i] = severity.value_or(settings.severities[i]);
            }
            apply_options(setting, rules[i], settings.options[i]);
        }
    }
}

script::RuleSettings settings_of_pack(const LoadedPacks& packs, std::size_t pack) {
    const auto& rules = packs.book.rules();
    script::RuleSettings settings;
    settings.formats = &packs.knowledge.formats;
    begin_choices(rules, settings);
    for (std::size_t i = 0; i < packs.packs.size(); ++i) {
        if (i == pack || packs.extends(pack, i)) apply_choice(packs.choices[i], rules, settings);
    }
    return settings;
}

}  // namespace gouji::app
