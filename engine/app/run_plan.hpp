// SPDX-License-Identifier: Apache-2.0
// RunPlan: everything that is decided before the first report is read: packs, configurations, and which rules run with which
// settings on which report. Owns packs and configurations; read-only while workers run.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/app/arguments.hpp"
#include "engine/app/packs.hpp"
#include "engine/config/configuration.hpp"

namespace gouji::app {

// One set of rule settings: a configuration with those of its overrides that cover the report.
struct Variant {
    std::uint32_t configuration = 0;
    std::uint64_t overrides = 0;  // bit i: overrides[i] holds
    friend auto operator<=>(const Variant&, const Variant&) = default;
};

class RunPlan {
public:
    // Reads the configuration of each input and loads the packs they and the arguments name.
    RunPlan(RuleArguments arguments, const std::vector<std::string>& inputs, text::Problems& problems);

    [[nodiscard]] const LoadedPacks& packs() const { return packs_; }
    [[nodiscard]] const std::vector<finding::RuleInfo>& rules() const { return packs_.book.rules(); }
    // For what holds for the run as a whole: that of the first input.
    [[nodiscard]] const config::Configuration& configuration() const { return configurations_.front(); }
    [[nodiscard]] const std::vector<config::Configuration>& configurations() const { return configurations_; }

    [[nodiscard]] Variant variant(const std::string& path, std::optional<std::int16_t> year, std::string_view agency) const;
    [[nodiscard]] script::RuleSettings settings(const Variant& variant) const;
    [[nodiscard]] std::uint32_t configuration_of(const std::string& path) const;

    // Equal for two plans that make the same of every report: arguments, configurations and packs, by their bytes.
    [[nodiscard]] std::string fingerprint() const;

private:
    std::uint32_t configuration_for(const std::string& input, text::Problems& problems);
    void load(text::Problems& problems);
    void check_choices(text::Problems& problems) const;
    void apply(const config::RuleChoice& choice, script::RuleSettings& settings) const;
    void apply_arguments(script::RuleSettings& settings) const;
    void apply_expression(const std::string& expression, script::RuleSettings& settings) const;
    void check_overrides(const config::Configuration& configuration, text::Problems& problems) const;
    void leave_out(const std::string& pack, script::RuleSettings& settings) const;
    [[nodiscard]] bool has_pack(const config::Configuration& configuration, std::size_t pack) const;

    RuleArguments arguments_;
    std::vector<config::Configuration> configurations_;
    std::map<std::string, std::uint32_t> by_file_;    // configuration file → index
    std::map<std::string, std::uint32_t> by_folder_;  // folder of inputs → index
    LoadedPacks packs_;
};

// Problems of a rule choice: unknown rules and options, values of another type.
void check_choice(const config::RuleChoice& choice, const std::vector<finding::RuleInfo>& rules, text::Problems& problems);
void check_level(const config::Text& level, const std::vector<std::string>& known, text::Problems& problems);

}  // namespace gouji::app
