// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "engine/app/commands.hpp"
#include "engine/app/option_text.hpp"
#include "engine/app/pipeline.hpp"
#include "engine/app/run_plan.hpp"
#include "engine/app/schema.hpp"
#include "engine/config/keys.hpp"

namespace gouji::app {

namespace {

using config::Configuration;
using config::Key;
using config::Origin;

struct Line {
    std::string value;  // as TOML
    Origin origin;
};

std::string in_quotes(std::string_view text) { return fmt::format("\"{}\"", text); }
Origin named(std::string_view source) { return {std::string{source}, 0, 0, {}}; }

std::vector<Line> list_lines(const std::vector<config::Text>& list) {
    std::vector<Line> lines;
    for (const config::Text& item : list) lines.push_back({fmt::format("[{}]", in_quotes(item.value)), item.origin});
    return lines;
}

std::vector<Line> choice_lines(const config::RuleChoice& choice, std::string_view key) {
    if (key == "select" && choice.select) return list_lines(*choice.select);
    if (key == "ignore") return list_lines(choice.ignore);
    if (key == "select_expr" && choice.expression) return {{in_quotes(choice.expression->value), choice.expression->origin}};
    return {};
}

// What one key of the file came to. Lists have a line for each of their items.
class Effective {
public:
    Effective(const Configuration& configuration, const RuleArguments& arguments) : file_{configuration}, given_{arguments} {}

    [[nodiscard]] std::vector<Line> lines(const Key& key) const {
        if (key.name == "extends") return {};
        std::vector<Line> lines = from_run(key);
        if (lines.empty()) lines = from_file(key);
        if (lines.empty() && !key.initial.empty()) lines.push_back({key.initial, {}});
        if (lines.empty() && key.name == "jobs") lines.push_back({std::to_string(job_count(0)), {}});
        return lines;
    }

private:
    [[nodiscard]] Origin source(const Key& key) const {
        const auto& filled = given_.by_environment;
        return named(std::find(filled.begin(), filled.end(), key.option) != filled.end() ? key.variable : key.option);
    }

    // The command line or the environment. What this command has no option for, `gouji check` takes from its variable.
    [[nodiscard]] std::vector<Line> from_run(const Key& key) const {
        if (key.name == "select") return items(given_.select, key);
        if (key.name == "ignore") return items(given_.ignore, key);
        if (key.name == "packs") return items(given_.packs, key);
        if (key.name == "select_expr") return given_.expression.empty() ? std::vector<Line>{} : std::vector<Line>{{in_quotes(given_.expression), source(key)}};
        if (key.name == "official_pack") return given_.official_pack ? std::vector<Line>{} : std::vector<Line>{{"false", named("--no-official-pack")}};
        const char* variable = key.variable.empty() ? nullptr : std::getenv(key.variable.c_str());
        if (variable == nullptr || *variable == '\0') return {};
        return {{key.type == config::KeyType::integer ? std::string{variable} : in_quotes(variable), named(key.variable)}};
    }

    [[nodiscard]] std::vector<Line> items(const std::vector<std::string>& values, const Key& key) const {
        std::vector<Line> lines;
        for (const std::string& value : values) lines.push_back({fmt::format("[{}]", in_quotes(value)), source(key)});
        return lines;
    }

    [[nodiscard]] std::vector<Line> from_file(const Key& key) const {
        if (key.name == "select" || key.name == "ignore" || key.name == "select_expr") return choice_lines(file_.choice, key.name);
        if (key.name == "packs") return list_lines(file_.packs);
        if (key.name == "jobs" && file_.jobs) return {{std::to_string(file_.jobs->value), file_.jobs->origin}};
        if (key.name == "official_pack" && file_.official_pack) return {{file_.official_pack->value ? "true" : "false", file_.official_pack->origin}};
        const std::pair<const char*, const std::optional<config::Text>*> texts[] = {
            {"lang", &file_.lang}, {"color", &file_.color}, {"format", &file_.format}, {"fail_on", &file_.fail_on}, {"baseline", &file_.baseline}, {"waivers", &file_.waivers},
            {"agencies", &file_.agencies_file}, {"hierarchy", &file_.hierarchy}};
        for (const auto& [name, text] : texts) {
            if (key.name == name && *text) return {{in_quotes((*text)->value), (*text)->origin}};
        }
        return {};
    }

    const Configuration& file_;
    const RuleArguments& given_;
};

// Of two settings of one rule the later one holds, option by option.
void put_over(std::vector<config::RuleSetting>& settings, const config::RuleSetting& later) {
    const auto same = std::find_if(settings.begin(), settings.end(), [&](const auto& setting) { return setting.rule.value == later.rule.value; });
    if (same == settings.end()) return settings.push_back(later);
    if (later.severity) same->severity = later.severity;
    for (const auto& option : later.options) {
        std::erase_if(same->options, [&](const auto& earlier) { return earlier.name == option.name; });
        same->options.push_back(option);
    }
}

// What packs set for rules, and over it what the configuration does.
config::RuleChoice in_force(const LoadedPacks& packs, const config::RuleChoice& configured) {
    config::RuleChoice out;
    for (const config::RuleChoice& pack : packs.choices) {
        for (const config::RuleSetting& setting : pack.rules) put_over(out.rules, setting);
    }
    for (const config::RuleSetting& setting : configured.rules) put_over(out.rules, setting);
    return out;
}

// "key = value  # where it came from", as gouji.toml would have it.
class Listing {
public:
    explicit Listing(const Console& console) : console_{console} {}

    void add(std::string_view key, const std::vector<Line>& lines) {
        for (const Line& line : lines) out_ += fmt::format("{:<44} # {}\n", fmt::format("{} = {}", key, line.value), from(line.origin));
    }
    void heading(const std::string& name) { out_ += fmt::format("\n[{}]\n", name); }
    void rules(const config::RuleChoice& choice, const std::string& prefix) {
        for (const config::RuleSetting& rule : choice.rules) {
            heading(prefix + rule.rule.value);
            if (rule.severity) add("severity", {{in_quotes(rule.severity->value), rule.severity->origin}});
            for (const auto& option : rule.options) add(option.name, {{written(option.value), option.origin}});
        }
    }
    void override_entry(const config::Override& entry) {
        heading("[overrides]");
        for (const std::string& file : entry.files) add("files", {{fmt::format("[{}]", in_quotes(file)), entry.origin}});
        for (const std::int64_t year : entry.years) add("years", {{fmt::format("[{}]", year), entry.origin}});
        add("levels", list_lines(entry.levels));
        for (const char* key : {"select", "ignore", "select_expr"}) add(key, choice_lines(entry.choice, key));
        rules(entry.choice, "overrides.rules.");
    }
    [[nodiscard]] const std::string& text() const { return out_; }

private:
    [[nodiscard]] std::string from(const Origin& origin) const {
        if (origin.file.empty()) return std::string{console_.in("默认", "default")};
        return origin.line == 0 ? origin.file : fmt::format("{}:{}", origin.file, origin.line);
    }

    const Console& console_;
    std::string out_;
};

}  // namespace

int run_command(const ConfigArguments& arguments, const Console& console) {
    if (!arguments.schema.empty()) {
        console.out(json_schema(arguments.schema == "waivers", console.english()));
        return exit_clean;
    }
    text::Problems problems;
    const RunPlan plan{arguments.rules, {arguments.path}, problems};
    const Configuration& configuration = plan.configuration();
    const Effective effective{configuration, arguments.rules};
    Listing listing{console};
    for (const Key& key : config::configuration_key_list()) {
        listing.add(key.name, effective.lines(key));
        for (const config::RuleChoice& pack : plan.packs().choices) listing.add(key.name, key.name == "ignore" ? list_lines(pack.ignore) : std::vector<Line>{});
    }
    for (const std::string& severity : arguments.rules.severities) listing.add("severity", {{fmt::format("[{}]", in_quotes(severity)), named("--severity")}});
    listing.rules(in_force(plan.packs(), configuration.choice), "rules.");
    for (const config::Override& entry : configuration.overrides) listing.override_entry(entry);
    console.out(listing.text());
    for (const text::Problem& problem : problems) console.problem(problem);
    return problems.empty() ? exit_clean : exit_trouble;
}

}  // namespace gouji::app
