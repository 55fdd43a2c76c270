// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/app/commands.hpp"
#include "engine/app/packs.hpp"
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
    return result.good();
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

// Which rules notice a thing that was made wrong in a clean report.
int mutate_bases(const kit::Workbench& bench, const kit::Bases& bases, const Console& console) {
    std::vector<kit::MutationResult> results;
    text::Problems problems;
    for (const auto& [name, base] : bases) {
        results.push_back(kit::mutate(bench, name, *base));
        problems.insert(problems.end(), results.back().problems.begin(), results.back().problems.end());
    }
    console.out(kit::describe(results, console.english()));
    for (const text::Problem& problem : problems) console.problem(problem);
    return problems.empty() ? exit_clean : exit_trouble;
}

}  // namespace

int run_command(const TestArguments& arguments, const Console& console) {
    const std::vector<fs::path> folders = folders_for(arguments.packs);
    const LoadedPacks loaded = load_packs(folders);
    for (const text::Problem& problem : loaded.problems) console.problem(problem);
    text::Problems problems;
    const kit::Bases bases = kit::load_bases(folders, loaded.knowledge, problems);
    for (const text::Problem& problem : problems) console.problem(problem);
    if (!problems.empty() || !loaded.problems.empty()) return exit_trouble;
    const kit::Workbench bench{&loaded.knowledge, &loaded.book};
    if (arguments.mutate) return mutate_bases(bench, bases, console);
    bool good = true;
    for (std::size_t pack = folders.size() - arguments.packs.size(); pack < loaded.packs.size(); ++pack) {
        good = run_pack(bench, loaded, pack, bases, arguments, console) && good;
    }
    return good ? exit_clean : exit_findings;
}

}  // namespace gouji::app
