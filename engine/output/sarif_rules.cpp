// SPDX-License-Identifier: Apache-2.0
#include "engine/output/sarif_rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/finding/own_rules.hpp"
#include "engine/output/phrases.hpp"
#include "engine/output/project.hpp"

namespace gouji::output {
namespace {

using finding::LegalBasis;
using finding::RuleInfo;

constexpr std::string_view taxonomy_name = "gouji-legal-basis";
constexpr std::size_t tags_kept = 10;  // code hosts keep no more

bool belongs_to_driver(const RuleInfo& rule) { return rule.pack == "official" || rule.pack == "gouji" || rule.pack.empty(); }

std::string_view problem_severity(finding::Severity severity) {
    return severity == finding::Severity::note ? std::string_view{"recommendation"} : finding::to_string(severity);
}

struct HelpPart {
    std::string_view heading;
    const text::Bilingual& content;
};

std::string help_of(const RuleInfo& rule, bool english, bool markdown) {
    const Wording& words = wording(english);
    std::string out;
    for (const HelpPart& part : {HelpPart{words.what, rule.what}, HelpPart{words.why, rule.why}, HelpPart{words.bad_example, rule.bad},
                                 HelpPart{words.good_example, rule.good}}) {
        const std::string& content = part.content.in(english);
        if (content.empty()) continue;
        out += fmt::format(fmt::runtime(markdown ? "**{}**\n\n{}\n\n" : "{}\n{}\n\n"), part.heading, content);
    }
    if (!rule.basis.empty()) out += fmt::format("{}{}\n", words.basis, basis_phrase(rule, english));
    if (!rule.advice.in(english).empty()) out += fmt::format("{}{}{}\n", markdown ? "\n" : "", words.advice, rule.advice.in(english));
    return out;
}

void write_component_reference(JsonStream& json, std::string_view name, std::uint32_t index) {
    json.open_object("toolComponent");
    json.member("name", name);
    json.member("index", index);
    json.close_object();
}

}  // namespace

std::string sarif_text(std::string_view text) {
    const bool like_link = text.find("](") != std::string_view::npos;
    const bool has_brace = text.find('{') != std::string_view::npos || text.find('}') != std::string_view::npos;
    if (!like_link && !has_brace) return std::string{text};
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '{' || c == '}') out += c;
        if (like_link && (c == '[' || c == ']')) out += '\\';
        out += c;
    }
    return out;
}

void write_message(JsonStream& json, std::string_view name, std::string_view text) {
    json.open_object(name);
    json.member("text", sarif_text(text));
    json.close_object();
}

SarifRules::SarifRules(const RunInfo& run) : run_{run}, driver_{"gouji", {}} {
    if (run.rules != nullptr) {
        for (const RuleInfo& rule : *run.rules) add(rule);
    }
    for (const RuleInfo& rule : finding::own_rules()) add(rule);
    std::sort(clauses_.begin(), clauses_.end(), [](const LegalBasis* a, const LegalBasis* b) { return a->id < b->id; });
    for (std::uint32_t i = 0; i < clauses_.size(); ++i) clause_index_[clauses_[i]->id] = i;
}

void SarifRules::add(const RuleInfo& rule) {
    Component* component = &driver_;
    Ref ref;
    if (!belongs_to_driver(rule)) {
        const auto same = [&](const Component& each) { return each.name == rule.pack; };
        const auto at = std::find_if(extensions_.begin(), extensions_.end(), same);
        ref.extension = static_cast<std::uint32_t>(at - extensions_.begin());
        if (at == extensions_.end()) extensions_.push_back({rule.pack, {}});
        component = &extensions_[ref.extension];
    }
    ref.index = static_cast<std::uint32_t>(component->rules.size());
    component->rules.push_back(&rule);
    refs_.emplace(&rule, ref);
    for (const LegalBasis& basis : rule.basis) {
        if (clause_index_.emplace(basis.id, 0).second) clauses_.push_back(&basis);
    }
}

const SarifRules::Ref* SarifRules::find(const RuleInfo& rule) const {
    const auto at = refs_.find(&rule);
    return at == refs_.end() ? nullptr : &at->second;
}

const RuleInfo* SarifRules::find(const std::string& id) const {
    const auto same = [&](const auto& each) { return each.first->id == id; };
    const auto at = std::find_if(refs_.begin(), refs_.end(), same);
    return at == refs_.end() ? nullptr : at->first;
}

void SarifRules::write_tool(JsonStream& json) const {
    json.open_object("tool");
    json.open_object("driver");
    json.member("name", driver_.name);
    json.member("fullName", wording(run_.english).full_name);
    json.member("version", run_.version);
    json.member("semanticVersion", run_.version);
    json.member("informationUri", project_uri);
    json.member("language", wording(run_.english).language);
    write_rules(json, driver_);
    write_notifications(json, run_.english);
    if (!clauses_.empty()) {
        json.open_array("supportedTaxonomies");
        json.open_object();
        json.member("name", taxonomy_name);
        json.member("index", 0);
        json.close_object();
        json.close_array();
    }
    json.close_object();
    write_extensions(json);
    json.close_object();
}

void SarifRules::write_extensions(JsonStream& json) const {
    if (extensions_.empty()) return;
    json.open_array("extensions");
    for (const Component& component : extensions_) {
        json.open_object();
        json.member("name", component.name);
        const auto named = [&](const PackInfo& pack) { return pack.name == component.name; };
        const auto pack = std::find_if(run_.packs.begin(), run_.packs.end(), named);
        if (pack != run_.packs.end()) {
            json.member("version", pack->version);
            json.member_if("fullName", pack->title.in(run_.english));
        }
        json.member("language", wording(run_.english).language);
        write_rules(json, component);
        json.close_object();
    }
    json.close_array();
}

void SarifRules::write_rules(JsonStream& json, const Component& component) const {
    json.open_array("rules");
    for (const RuleInfo* rule : component.rules) {
        json.break_line();
        write_rule(json, *rule);
    }
    json.close_array();
}

void SarifRules::write_rule(JsonStream& json, const RuleInfo& rule) const {
    json.open_object();
    json.member("id", rule.id);
    json.member("name", rule.name);
    write_message(json, "shortDescription", rule.title.in(run_.english));
    write_message(json, "fullDescription", rule.what.in(run_.english));
    json.open_object("help");
    json.member("text", sarif_text(help_of(rule, run_.english, false)));
    json.member("markdown", sarif_text(help_of(rule, run_.english, true)));
    json.close_object();
    json.member("helpUri", rule_uri(rule.id));
    json.open_object("defaultConfiguration");
    json.member("level", finding::to_string(rule.severity));
    json.close_object();
    if (!rule.basis.empty()) {
        json.open_array("relationships");
        for (const LegalBasis& basis : rule.basis) {
            json.open_object();
            json.key("target");
            write_clause_reference(json, basis);
            json.open_array("kinds");
            json.value("relevant");
            json.close_array();
            json.close_object();
        }
        json.close_array();
    }
    json.open_object("properties");
    json.open_array("tags");
    json.value("family-" + rule.family);
    for (std::size_t i = 0; i < std::min(rule.tags.size(), tags_kept - 1); ++i) json.value(rule.tags[i]);
    json.close_array();
    json.member("precision", "high");
    json.member("problem.severity", problem_severity(rule.severity));
    json.close_object();
    json.close_object();
}

void SarifRules::write_clause_reference(JsonStream& json, const LegalBasis& basis) const {
    json.open_object();
    json.member("id", basis.id);
    json.member("index", clause_index_.at(basis.id));
    write_component_reference(json, taxonomy_name, 0);
    json.close_object();
}

void SarifRules::write_taxa(JsonStream& json, const RuleInfo& rule, std::optional<std::int16_t> year) const {
    json.open_array();
    for (const LegalBasis& basis : rule.basis) {
        if (basis.governs(year) && clause_index_.contains(basis.id)) write_clause_reference(json, basis);
    }
    json.close_array();
}

void SarifRules::write_reference(JsonStream& json, const RuleInfo& rule) const {
    const Ref* ref = find(rule);
    json.open_object();
    json.member("id", rule.id);
    if (ref != nullptr) json.member("index", ref->index);
    if (ref != nullptr && ref->extension != driver) write_component_reference(json, extensions_[ref->extension].name, ref->extension);
    json.close_object();
}

void SarifRules::write_taxonomies(JsonStream& json) const {
    if (clauses_.empty()) return;
    const Wording& words = wording(run_.english);
    json.open_array("taxonomies");
    json.open_object();
    json.member("name", taxonomy_name);
    json.member("fullName", words.taxonomy);
    json.member("language", words.language);
    json.member("informationUri", project_uri);
    write_message(json, "shortDescription", words.taxonomy);
    write_message(json, "fullDescription", words.taxonomy_says);
    json.open_array("taxa");
    for (const LegalBasis* basis : clauses_) {
        json.open_object();
        json.member("id", basis->id);
        const std::string name = basis->instrument.in(run_.english) + (run_.english && !basis->article.empty() ? " " : "") + basis->article;
        json.member("name", name);
        const std::string since = basis->since.empty() ? std::string{} : fmt::format(fmt::runtime(words.in_force_since), basis->since);
        write_message(json, "shortDescription", since.empty() ? name : fmt::format(fmt::runtime(run_.english ? "{} ({})" : "{}（{}）"), name, since));
        write_message(json, "fullDescription", basis->says.in(run_.english).empty() ? name : basis->says.in(run_.english));
        json.close_object();
    }
    json.close_array();
    json.close_object();
    json.close_array();
}

void SarifRules::write_overrides(JsonStream& json) const {
    if (run_.rules == nullptr || run_.severities.size() != run_.rules->size()) return;
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < run_.rules->size(); ++i) {
        if (run_.severities[i] != (*run_.rules)[i].severity) changed.push_back(i);
    }
    if (changed.empty()) return;
    json.open_array("ruleConfigurationOverrides");
    for (const std::size_t i : changed) {
        json.open_object();
        json.open_object("configuration");
        json.member("level", finding::to_string(run_.severities[i]));
        json.close_object();
        json.key("descriptor");
        write_reference(json, (*run_.rules)[i]);
        json.close_object();
    }
    json.close_array();
}

}  // namespace gouji::output
