// SPDX-License-Identifier: Apache-2.0
// What SARIF says of the tool: driver and extensions with their rules, the legal clauses as a taxonomy, the descriptors of
// notifications. Knows for each rule where it stands in them.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/output/json_stream.hpp"

namespace gouji::output {

class SarifRules {
public:
    explicit SarifRules(const RunInfo& run);

    static constexpr std::uint32_t driver = 0xFFFF'FFFF;
    struct Ref {
        std::uint32_t extension = driver;  // index of tool.extensions
        std::uint32_t index = 0;           // in the rules of driver or extension
    };
    [[nodiscard]] const Ref* find(const finding::RuleInfo& rule) const;
    [[nodiscard]] const finding::RuleInfo* find(const std::string& id) const;

    void write_tool(JsonStream& json) const;        // member "tool"
    void write_taxonomies(JsonStream& json) const;  // member "taxonomies"
    // A reference to a rule: {id, index, toolComponent}.
    void write_reference(JsonStream& json, const finding::RuleInfo& rule) const;
    // The clauses of a rule as references: [{id, index, toolComponent}].
    void write_taxa(JsonStream& json, const finding::RuleInfo& rule, std::optional<std::int16_t> year) const;
    // Severities in force that differ from the rules' own: member "ruleConfigurationOverrides".
    void write_overrides(JsonStream& json) const;

private:
    struct Component {
        std::string name;
        std::vector<const finding::RuleInfo*> rules;
    };
    void add(const finding::RuleInfo& rule);
    void write_extensions(JsonStream& json) const;
    void write_rules(JsonStream& json, const Component& component) const;
    void write_rule(JsonStream& json, const finding::RuleInfo& rule) const;
    void write_clause_reference(JsonStream& json, const finding::LegalBasis& basis) const;

    RunInfo run_;
    Component driver_;
    std::vector<Component> extensions_;
    std::unordered_map<const finding::RuleInfo*, Ref> refs_;
    std::vector<const finding::LegalBasis*> clauses_;
    std::unordered_map<std::string, std::uint32_t> clause_index_;
};

// A message string: braces doubled and what would read as a link escaped, as SARIF wants it.
[[nodiscard]] std::string sarif_text(std::string_view text);
// Member NAME: {"text": …}.
void write_message(JsonStream& json, std::string_view name, std::string_view text);

// The index of a problem's kind among the driver's notifications, and its id.
[[nodiscard]] std::uint32_t notification_index(text::ProblemKind kind);
[[nodiscard]] std::string_view notification_id(text::ProblemKind kind);
void write_notifications(JsonStream& json, bool english);  // member "notifications" of the driver

}  // namespace gouji::output
