// SPDX-License-Identifier: Apache-2.0
#include "tests/property/round_trip.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "engine/app/packs.hpp"
#include "engine/policy/judge.hpp"
#include "engine/readers/read.hpp"

namespace gouji::property {
namespace {

constexpr std::size_t most_examples = 5;

const app::LoadedPacks& official() {
    static const app::LoadedPacks packs = app::load_packs({GOUJI_ROOT "/rules/official"});
    if (!packs.problems.empty()) throw std::runtime_error{packs.problems.front().message.en};
    return packs;
}

script::RuleSettings settings() {
    script::RuleSettings out;
    out.formats = &official().knowledge.formats;
    return out;
}

// With its fingerprint: a baseline made of one layout has to hold for the others.
std::string said(const finding::JudgedFinding& judged) {
    const finding::Finding& finding = judged.finding;
    std::string out = fmt::format("{} {}{} {} {}", finding.rule->id, finding.place.logical, finding.kind == finding::Kind::review ? " review" : "",
                                  judged.fingerprint, finding.message);
    for (const auto& suspect : finding.suspects) out += fmt::format(" {}={}", suspect.figure, suspect.value.to_string());
    return out;
}

std::vector<std::string> run_rules(const model::Document& document) {
    static script::RuleRunner runner{official().book, settings()};
    std::vector<finding::Finding> findings;
    text::Problems problems;
    runner.run(document, findings, problems);
    std::vector<std::string> out;
    const policy::Policy policy;
    const auto judged = policy::judge(std::move(findings), {"made", document.agency, document.year}, policy);
    for (const auto& each : judged.findings) out.push_back(said(each));
    for (const auto& each : problems) out.push_back("problem: " + each.message.en);
    std::sort(out.begin(), out.end());
    return out;
}

std::string_view state_name(model::FigureState state) {
    constexpr std::array names{"absent", "unbound", "blank", "mark", "text", "value"};
    return names.at(static_cast<std::size_t>(state));
}

void count(Tally& tally, const model::Figure& read, text::Decimal truth, const std::string& what, bool damaged) {
    using model::FigureState;
    const bool honest = read.state == FigureState::unbound || read.state == FigureState::absent;
    if (read.state == FigureState::value && read.value == truth) {
        ++tally.right;
    } else if (honest || (damaged && read.state != FigureState::value)) {
        ++tally.unbound;
        if (!damaged && tally.examples.size() < most_examples) tally.examples.push_back(fmt::format("{}: {}", what, state_name(read.state)));
    } else {
        ++tally.wrong;
        if (tally.examples.size() < most_examples) {
            tally.examples.push_back(fmt::format("{}: {} \"{}\" for {}", what, state_name(read.state), read.text, truth.to_string()));
        }
    }
}

}  // namespace

void Tally::add(const Tally& other) {
    right += other.right;
    unbound += other.unbound;
    wrong += other.wrong;
    findings += other.findings;
    for (const auto& example : other.examples) {
        if (examples.size() < most_examples) examples.push_back(example);
    }
}

const binding::Knowledge& official_knowledge() { return official().knowledge; }

std::vector<std::string> findings_of(const std::string& file_name, const std::string& bytes) {
    const auto reading = readers::read_bytes(file_name, bytes, {});
    std::vector<std::string> all;
    for (const auto& problem : reading.problems) all.push_back("problem: " + problem.message.en);
    for (const auto& input : reading.inputs) {
        const auto tree = binding::parse(input.source, input.grids, official_knowledge());
        const auto found = run_rules(binding::bind(input.source, tree, official_knowledge()));
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

Tally compare(const generator::MadeReport& report, const std::string& file_name, const std::string& bytes, bool damaged) {
    Tally tally;
    const auto give_up = [&](const std::string& why) {
        tally.unbound = report.figures.size();
        if (!damaged) tally.examples.push_back(file_name + ": " + why);
        return tally;
    };
    const auto reading = readers::read_bytes(file_name, bytes, {});
    if (reading.inputs.size() != 1) return give_up(reading.problems.empty() ? "not read" : reading.problems.front().message.en);
    const auto& input = reading.inputs.front();
    const auto tree = binding::parse(input.source, input.grids, official_knowledge());
    const auto document = binding::bind(input.source, tree, official_knowledge());
    if (document.format == nullptr || document.format->id != report.format->id) return give_up("the format was not recognised");
    for (std::size_t i = 0; i < report.figures.size(); ++i) {
        count(tally, document.figures.at(i), report.figures[i], file_name + " " + report.format->figures[i].id, damaged);
    }
    if (damaged) return tally;
    for (const std::string& found : run_rules(document)) {
        ++tally.findings;
        if (tally.examples.size() < most_examples) tally.examples.push_back(file_name + " finding: " + found);
    }
    return tally;
}

}  // namespace gouji::property
