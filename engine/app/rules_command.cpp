// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <filesystem>
#include <iterator>

#include "engine/app/commands.hpp"
#include "engine/app/output_file.hpp"
#include "engine/app/rule_pages.hpp"
#include "engine/app/run_plan.hpp"
#include "engine/output/json_stream.hpp"

namespace gouji::app {

namespace {

std::string row(const finding::RuleInfo& rule, finding::Severity severity, const Console& console) {
    return fmt::format("{:<6} {:<8} {:<24} {}\n", rule.id, finding::to_string(severity), rule.name, console.in(rule.title));
}

std::string in_json(std::string_view text) {
    std::string out;
    output::JsonStream json{[&](std::string_view piece) { out += piece; }};
    json.value(text);
    json.flush();
    return out;
}

// A list that a program can read.
std::string json_row(const finding::RuleInfo& rule, finding::Severity severity, const Console& console) {
    return fmt::format(R"({{"id": {}, "name": {}, "family": {}, "pack": {}, "severity": {}, "title": {}}})", in_json(rule.id), in_json(rule.name),
                       in_json(rule.family), in_json(rule.pack), in_json(finding::to_string(severity)), in_json(console.in(rule.title)));
}

std::string list(const RunPlan& plan, const script::RuleSettings& settings, bool json, const Console& console) {
    std::string out;
    for (std::size_t i = 0; i < plan.rules().size(); ++i) {
        if (!settings.enabled[i]) continue;
        const finding::RuleInfo& rule = plan.rules()[i];
        if (json) out += (out.empty() ? "[\n" : ",\n") + json_row(rule, settings.severities[i], console);
        if (!json) out += row(rule, settings.severities[i], console);
    }
    return json ? (out.empty() ? "[]\n" : out + "\n]\n") : out;
}

// The pages of every pack in use; clauses of packs that have a coverage file.
text::Problems write_pages(const RunPlan& plan, const std::filesystem::path& folder) {
    text::Problems problems;
    std::vector<config::Clause> coverage;
    for (std::size_t pack = 0; pack < plan.packs().packs.size(); ++pack) {
        std::vector<std::string> known;
        for (const finding::RuleInfo& rule : plan.rules()) {
            if (rule.pack == plan.packs().packs[pack].name) known.push_back(rule.id);
        }
        for (config::Clause& clause : config::read_coverage(plan.packs().roots[pack], known, problems)) coverage.push_back(std::move(clause));
    }
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    for (const Page& page : rule_pages(plan.rules(), coverage)) {
        if (auto written = write_file((folder / page.name).string(), page.text); !written) problems.push_back(std::move(written.error()));
    }
    return problems;
}

}  // namespace

int run_command(const RulesArguments& arguments, const Console& console) {
    text::Problems problems;
    const RunPlan plan{arguments.rules, {"."}, problems};
    const script::RuleSettings settings = plan.settings({});
    if (!arguments.write_docs.empty()) {
        text::Problems more = write_pages(plan, arguments.write_docs);
        std::move(more.begin(), more.end(), std::back_inserter(problems));
    } else {
        console.out(list(plan, settings, arguments.format == "json", console));
    }
    for (const text::Problem& problem : problems) console.problem(problem);
    return problems.empty() ? exit_clean : exit_trouble;
}

}  // namespace gouji::app
