// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iterator>
#include <thread>

#include "engine/app/commands.hpp"
#include "engine/app/packs.hpp"
#include "engine/app/rule_choice.hpp"
#include "engine/kit/mutation.hpp"
#include "engine/kit/suite.hpp"

namespace gouji::app {

namespace {

namespace fs = std::filesystem;

bool run_pack(const kit::Workbench& bench, const LoadedPacks& loaded, std::size_t pack, const kit::Bases& bases,
              const TestArguments& arguments, const Console& console) {
    const kit::SuiteOptions options{console.english(), arguments.update, arguments.only};
    const fs::path& root = loaded.roots[pack];
    const kit::SuiteResult result = kit::run_suite(bench, loaded.packs[pack].name, root, root.generic_string(), bases, options);
    console.out(kit::describe(result, console.english()));
    for (const text::Problem& problem : result.problems) console.problem(problem);
    return result.good() && (result.covered() || !arguments.strict);
}

// The packs named; before them the official one, whose formats and base reports every pack's cases may use.
std::vector<fs::path> folders_for(const std::vector<std::string>& named) {
    std::vector<fs::path> folders{named.begin(), named.end()};
    const auto official = find_official_pack();
    std::error_code error;
    const auto is_official = [&](const fs::path& folder) { return fs::equivalent(folder, *official, error); };
    if (official && std::none_of(folders.begin(), folders.end(), is_official)) folders.insert(folders.begin(), *official);
    return folders;
}

// Which rules notice a thing that was made wrong in a clean report, or in a case's.
int mutate(const kit::Workbench& bench, const LoadedPacks& loaded, const kit::Bases& bases, const TestArguments& arguments, const Console& console) {
    std::vector<kit::MutationResult> results;
    text::Problems problems;
    for (const auto& [name, base] : bases) results.push_back(kit::mutate(bench, name, *base));
    for (const std::string& named : arguments.packs) {
        const auto pack = find_pack(loaded, named);
        if (!pack) continue;
        const fs::path& root = loaded.roots[*pack];
        std::vector<kit::MutationResult> more = kit::mutate_cases(bench, bases, kit::load_case_files(root, root.generic_string(), problems));
        std::move(more.begin(), more.end(), std::back_inserter(results));
    }
    for (const kit::MutationResult& result : results) problems.insert(problems.end(), result.problems.begin(), result.problems.end());
    console.out(kit::describe(results, console.english()));
    for (const text::Problem& problem : problems) console.problem(problem);
    if (!problems.empty()) return exit_trouble;
    const bool good = std::all_of(results.begin(), results.end(), [](const kit::MutationResult& result) { return result.good(); });
    return good || !arguments.strict ? exit_clean : exit_findings;
}

// One pack with what it builds on: what other packs find is not its business.
int run_alone(const TestArguments& arguments, const Console& console) {
    const std::vector<fs::path> folders = folders_for(arguments.packs);
    const LoadedPacks loaded = load_packs(folders);
    for (const text::Problem& problem : loaded.problems) console.problem(problem);
    text::Problems problems;
    const kit::Bases bases = kit::load_bases(loaded.roots, loaded.knowledge, problems);
    for (const text::Problem& problem : problems) console.problem(problem);
    if (!problems.empty() || !loaded.problems.empty()) return exit_trouble;
    kit::Workbench bench{&loaded.knowledge, &loaded.book, {}};  // there is one pack: see run_once()
    if (const auto pack = find_pack(loaded, arguments.packs.front())) bench.settings = settings_of_pack(loaded, *pack);
    if (arguments.mutate) return mutate(bench, loaded, bases, arguments, console);
    bool good = true;
    for (const std::string& named : arguments.packs) {
        if (const auto pack = find_pack(loaded, named)) good = run_pack(bench, loaded, *pack, bases, arguments, console) && good;
    }
    return good ? exit_clean : exit_findings;
}

int run_once(const TestArguments& arguments, const Console& console) {
    int status = exit_clean;
    for (const std::string& pack : arguments.packs) {
        TestArguments alone = arguments;
        alone.packs = {pack};
        status = std::max(status, run_alone(alone, console));
    }
    return status;
}

// Changes whenever a file below the packs is written, added or taken away.
std::size_t state_of(const std::vector<std::string>& packs) {
    std::size_t state = 0;
    for (const std::string& pack : packs) {
        std::error_code error;
        for (fs::recursive_directory_iterator at{pack, error}, end; !error && at != end; at.increment(error)) {
            const auto written = static_cast<std::size_t>(at->last_write_time(error).time_since_epoch().count());
            state += std::hash<std::string>{}(at->path().string()) ^ (written * 0x9E3779B97F4A7C15U);
        }
    }
    return state;
}

// Runs again after every change, until the user ends it.
void watch(const TestArguments& arguments, const Console& console) {
    for (;;) {
        const std::size_t before = state_of(arguments.packs);
        run_once(arguments, console);
        console.out(console.english() ? "-- watching; Ctrl-C to end\n" : "-- 等待改动，Ctrl-C 结束\n");
        std::fflush(stdout);
        while (state_of(arguments.packs) == before) std::this_thread::sleep_for(std::chrono::milliseconds{300});
    }
}

}  // namespace

int run_command(const TestArguments& arguments, const Console& console) {
    if (arguments.watch) watch(arguments, console);
    return run_once(arguments, console);
}

}  // namespace gouji::app
