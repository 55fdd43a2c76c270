// SPDX-License-Identifier: Apache-2.0
// What editors write: formats, phrases, configuration, rules. And a whole check, with the official pack.
#include <stdexcept>
#include <string>

#include "engine/app/packs.hpp"
#include "engine/config/configuration.hpp"
#include "engine/output/writer.hpp"
#include "engine/policy/judge.hpp"
#include "engine/readers/read.hpp"
#include "grammar/parse.hpp"
#include "tests/fuzz/targets.hpp"

namespace gouji::fuzz {
namespace {

const app::LoadedPacks& official() {
    static const app::LoadedPacks packs = app::load_packs({GOUJI_ROOT "/rules/official"});
    return packs;
}

script::Limits small_limits() {
    script::Limits limits;
    limits.instructions = 20'000;
    limits.memory = 4U << 20U;
    limits.pattern_steps = 20'000;
    limits.allocations = 8U << 20U;
    limits.milliseconds = 2000;
    limits.findings = 100;
    return limits;
}

script::RuleSettings settings() {
    script::RuleSettings out;
    out.formats = &official().knowledge.formats;
    return out;
}

std::size_t write_all(const output::ReportView& view) {
    std::size_t size = 0;
    output::RunInfo info;
    info.version = "0";
    info.packs = official().packs;
    info.rules = &official().book.rules();
    for (const auto& each : *info.rules) info.severities.push_back(each.severity);
    for (const std::string& name : output::writer_names()) {
        const auto writer = output::make_writer(name, [&](std::string_view text) { size += text.size(); });
        writer->begin(info);
        writer->write_report(view);
        writer->end({});
    }
    return size;
}

void check_input(const readers::Input& input) {
    static script::RuleRunner runner{official().book, settings()};
    const grammar::Tree tree = binding::parse(input.source, input.grids, official().knowledge);
    const model::Document document = binding::bind(input.source, tree, official().knowledge);
    std::vector<finding::Finding> findings;
    text::Problems problems;
    runner.run(document, findings, problems);
    for (const auto& problem : problems) promise(problem.message.en.find("limit") != std::string::npos, problem.message.en.c_str());
    const auto judged = policy::judge(std::move(findings), {input.path, document.agency, document.year}, {});
    promise(write_all({&input.path, &input.source, &document, &judged.findings, input.sha256, input.byte_count, "text", &input.landmarks}) > 0, "nothing written");
    promise(!output::parse_json(input.path, input.source, document).empty(), "nothing written");
}

}  // namespace

void format(std::string_view bytes) {
    (void)config::read_format(bytes, "fuzz.toml");
    (void)config::read_lexicon(bytes, "fuzz.toml");
}

void configuration(std::string_view bytes) {
    text::Problems problems;
    (void)config::read_waivers(bytes, "fuzz.toml", "", problems);
}

void rule(std::string_view bytes) {
    static const text::SourceText source{"fuzz.txt", "甲镇2022年政府信息公开工作年度报告\n一、总体情况\n2022年收到申请3件。\n"};
    static const grammar::Tree tree = grammar::parse(source);
    static const model::Document document = binding::bind(source, tree, official().knowledge);
    text::Problems problems;
    model::PhraseIndex phrases;
    const auto book = script::RuleBook::load({{"fuzz", "fuzz", {{"L001.lua", std::string{bytes}}}, {}}}, small_limits(), phrases, problems);
    if (book.rules().empty()) return;
    std::vector<finding::Finding> findings;
    script::RuleRunner{book, {}}.run(document, findings, problems);
}

void check(std::string_view bytes) {
    if (bytes.starts_with("%PDF") || bytes.starts_with("\xD0\xCF\x11\xE0")) return;  // converters are not ours to test
    readers::Limits limits;
    limits.text_bytes = 1U << 20U;
    limits.cells = 20'000;
    for (const auto& input : readers::read_bytes("fuzz", std::string{bytes}, limits).inputs) check_input(input);
}

}  // namespace gouji::fuzz
