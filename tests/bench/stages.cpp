// SPDX-License-Identifier: Apache-2.0
// Times the stages of a report apart: reading, parsing, binding, rules, judging, output. All on one thread, packs loaded.
// Usage: bench_stages PACK REPORT…  Prints µs for each report, the least of several rounds, and a sum; behind them what each
// rule takes on average, likewise.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <map>
#include <utility>

#include "engine/app/packs.hpp"
#include "engine/binding/bind.hpp"
#include "engine/output/writer.hpp"
#include "engine/policy/judge.hpp"
#include "engine/readers/read.hpp"

using namespace gouji;

namespace {

constexpr int rounds = 60;

const std::vector<std::string> stages{"read", "parse", "bind", "rules", "judge", "text", "json", "sarif"};

class Stopwatch {
public:
    // Runs `work` and keeps the least time it took.
    void time(const std::string& stage, const std::function<void()>& work) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
        const auto [known, added] = least_.emplace(stage, took.count());
        if (!added) known->second = std::min(known->second, took.count());
    }
    [[nodiscard]] double least(const std::string& stage) const { return least_.contains(stage) ? least_.at(stage) : 0; }

private:
    std::map<std::string, double> least_;
};

// The least time of each rule on each report, in ns, by index of the rule.
class RuleWatch {
public:
    explicit RuleWatch(std::size_t rules) : total_(rules), least_(rules), before_(rules) {}

    void begin_report() { least_.assign(least_.size(), ~std::uint64_t{0}); }
    // After each round; `timings` only ever grow.
    void note(const std::vector<script::RuleTiming>& timings) {
        for (std::size_t i = 0; i < timings.size(); ++i) least_[i] = std::min(least_[i], timings[i].nanoseconds - std::exchange(before_[i], timings[i].nanoseconds));
    }
    void end_report() {
        for (std::size_t i = 0; i < total_.size(); ++i) total_[i] += least_[i];
    }
    void print(const std::vector<finding::RuleInfo>& rules, int reports) const {
        std::vector<std::pair<std::uint64_t, std::string>> lines;
        for (std::size_t i = 0; i < rules.size(); ++i) lines.emplace_back(total_[i], rules[i].id + " " + rules[i].name);
        std::sort(lines.rbegin(), lines.rend());
        for (const auto& [nanoseconds, rule] : lines) {
            if (nanoseconds > 0) fmt::print("{:<28}{:>8.2f}\n", rule, static_cast<double>(nanoseconds) / 1000 / reports);
        }
    }

private:
    std::vector<std::uint64_t> total_, least_, before_;
};

output::RunInfo run_info(const app::LoadedPacks& packs) {
    output::RunInfo info;
    info.version = "0";
    info.packs = packs.packs;
    info.rules = &packs.book.rules();
    for (const finding::RuleInfo& rule : packs.book.rules()) info.severities.push_back(rule.severity);
    return info;
}

// One writer of each kind for the whole run, as the program has it.
std::map<std::string, std::unique_ptr<output::Writer>> make_writers(const output::RunInfo& info) {
    std::map<std::string, std::unique_ptr<output::Writer>> writers;
    for (const char* format : {"text", "json", "sarif"}) {
        writers[format] = output::make_writer(format, [](std::string_view) {});
        writers[format]->begin(info);
    }
    return writers;
}

Stopwatch measure(const std::string& file, const app::LoadedPacks& packs, script::RuleRunner& runner, script::RuleRunner& timed, RuleWatch& rules) {
    Stopwatch watch;
    rules.begin_report();
    const output::RunInfo info = run_info(packs);
    const auto writers = make_writers(info);
    const policy::Policy policy;
    for (int round = 0; round < rounds; ++round) {
        readers::Reading reading;
        watch.time("read", [&] { reading = readers::read_file(file, file, {}); });
        if (reading.inputs.empty()) break;
        const readers::Input& input = reading.inputs.front();
        grammar::Tree tree;
        watch.time("parse", [&] { tree = binding::parse(input.source, input.grids, packs.knowledge); });
        model::Document document;
        watch.time("bind", [&] { document = binding::bind(input.source, tree, packs.knowledge); });
        std::vector<finding::Finding> findings;
        text::Problems problems;
        watch.time("rules", [&] { runner.run(document, findings, problems); });
        std::vector<finding::Finding> again;
        timed.run(document, again, problems);
        rules.note(timed.timings());
        policy::Judged judged;
        watch.time("judge", [&] { judged = policy::judge(std::move(findings), {input.path, document.agency, document.year}, policy); });
        const output::ReportView view{&input.path, &input.source, &document, &judged.findings, input.sha256, input.byte_count, "text", &input.landmarks};
        for (const auto& [format, writer] : writers) watch.time(format, [&, to = writer.get()] { to->write_report(view); });
    }
    rules.end_report();
    return watch;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return EXIT_FAILURE;
    const app::LoadedPacks packs = app::load_packs({argv[1]});
    script::RuleSettings settings;
    settings.formats = &packs.knowledge.formats;
    script::RuleRunner runner{packs.book, settings};
    script::RuleRunner timed{packs.book, settings};  // reading the clock takes time itself
    timed.measure_time(true);
    RuleWatch rules{packs.book.rules().size()};
    std::map<std::string, double> sums;
    fmt::print("{:<28}", "µs per report");
    for (const std::string& stage : stages) fmt::print("{:>8}", stage);
    fmt::print("\n");
    for (int i = 2; i < argc; ++i) {
        const Stopwatch watch = measure(argv[i], packs, runner, timed, rules);
        const std::string name = argv[i];
        fmt::print("{:<28}", name.substr(name.rfind('/') + 1));
        for (const std::string& stage : stages) {
            sums[stage] += watch.least(stage);
            fmt::print("{:>8.1f}", watch.least(stage));
        }
        fmt::print("\n");
    }
    fmt::print("{:<28}", "mean");
    for (const std::string& stage : stages) fmt::print("{:>8.1f}", sums[stage] / (argc - 2));
    fmt::print("\n");
    rules.print(packs.book.rules(), argc - 2);
    return EXIT_SUCCESS;
}
