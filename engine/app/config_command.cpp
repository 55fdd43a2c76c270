// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "engine/app/commands.hpp"
#include "engine/app/option_text.hpp"
#include "engine/app/run_plan.hpp"
#include "engine/app/pipeline.hpp"

namespace gouji::app {

namespace {

using config::Configuration;
using config::Origin;

// "key = value  # where it came from", as gouji.toml would have it.
class Listing {
public:
    explicit Listing(const Console& console) : console_{console} {}

    void add(std::string_view key, const std::string& value, const Origin& origin) {
        const std::string written = fmt::format("{} = {}", key, value);
        out_ += fmt::format("{:<44} # {}\n", written, from(origin));
    }
    void heading(const std::string& name) { out_ += fmt::format("\n[{}]\n", name); }
    [[nodiscard]] const std::string& text() const { return out_; }

    static Origin flag(const char* name) { return {name, 0, 0, {}}; }

private:
    [[nodiscard]] std::string from(const Origin& origin) const {
        if (origin.file.empty()) return std::string{console_.in("默认", "default")};
        return origin.line == 0 ? origin.file : fmt::format("{}:{}", origin.file, origin.line);
    }

    const Console& console_;
    std::string out_;
};

void add_text(Listing& listing, const char* key, const std::optional<config::Text>& set, const char* initial) {
    listing.add(key, fmt::format("\"{}\"", set ? set->value : initial), set ? set->origin : Origin{});
}

void add_list(Listing& listing, const char* key, const std::vector<config::Text>& list) {
    for (const config::Text& item : list) listing.add(key, fmt::format("[\"{}\"]", item.value), item.origin);
}

void add_flags(Listing& listing, const char* key, const std::vector<std::string>& values, const char* flag) {
    for (const std::string& value : values) listing.add(key, fmt::format("[\"{}\"]", value), Listing::flag(flag));
}

void add_choice(Listing& listing, const config::RuleChoice& choice) {
    if (choice.select) add_list(listing, "select", *choice.select);
    add_list(listing, "ignore", choice.ignore);
}

void add_rules(Listing& listing, const config::RuleChoice& choice, const std::string& prefix) {
    for (const config::RuleSetting& rule : choice.rules) {
        listing.heading(prefix + rule.rule.value);
        if (rule.severity) listing.add("severity", fmt::format("\"{}\"", rule.severity->value), rule.severity->origin);
        for (const auto& option : rule.options) listing.add(option.name, written(option.value), option.origin);
    }
}

void add_run(Listing& listing, const Configuration& configuration, const RuleArguments& arguments) {
    add_text(listing, "lang", configuration.lang, "zh");
    add_text(listing, "color", configuration.color, "auto");
    add_text(listing, "format", configuration.format, "text");
    add_text(listing, "fail_on", configuration.fail_on, "warning");
    const auto& jobs = configuration.jobs;
    listing.add("jobs", std::to_string(jobs ? jobs->value : job_count(0)), jobs ? jobs->origin : Origin{});
    const auto& official = configuration.official_pack;
    if (!arguments.official_pack) {
        listing.add("official_pack", "false", Listing::flag("--no-official-pack"));
    } else {
        listing.add("official_pack", official && !official->value ? "false" : "true", official ? official->origin : Origin{});
    }
    add_list(listing, "packs", configuration.packs);
    add_flags(listing, "packs", arguments.packs, "--pack");
    if (configuration.baseline) add_text(listing, "baseline", configuration.baseline, "");
    if (configuration.agencies_file) add_text(listing, "agencies", configuration.agencies_file, "");
    if (configuration.hierarchy) add_text(listing, "hierarchy", configuration.hierarchy, "");
    if (configuration.waivers) add_text(listing, "waivers", configuration.waivers, "");
}

}  // namespace

int run_command(const ConfigArguments& arguments, const Console& console) {
    text::Problems problems;
    const RunPlan plan{arguments.rules, {arguments.path}, problems};
    const Configuration& configuration = plan.configuration();
    Listing listing{console};
    add_run(listing, configuration, arguments.rules);
    add_choice(listing, configuration.choice);
    add_flags(listing, "select", arguments.rules.select, "--select");
    add_flags(listing, "ignore", arguments.rules.ignore, "--ignore");
    add_flags(listing, "severity", arguments.rules.severities, "--severity");
    add_rules(listing, configuration.choice, "rules.");
    for (const config::Override& entry : configuration.overrides) {
        listing.heading("[overrides]");
        for (const std::string& file : entry.files) listing.add("files", fmt::format("[\"{}\"]", file), entry.origin);
        for (const std::int64_t year : entry.years) listing.add("years", fmt::format("[{}]", year), entry.origin);
        add_choice(listing, entry.choice);
        add_rules(listing, entry.choice, "overrides.rules.");
    }
    console.out(listing.text());
    for (const text::Problem& problem : problems) console.problem(problem);
    return problems.empty() ? exit_clean : exit_trouble;
}

}  // namespace gouji::app
