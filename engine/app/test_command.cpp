// SPDX-License-Identifier: Apache-2.0
#include "engine/app/commands.hpp"
#include "engine/app/packs.hpp"
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

}  // namespace

int run_command(const TestArguments& arguments, const Console& console) {
    if (arguments.mutate) {
        console.note(console.in("gouji test --mutate：尚未实现", "gouji test --mutate: not available yet"));
        return exit_trouble;
    }
    std::vector<fs::path> folders;
    for (const std::string& named : arguments.packs) folders.emplace_back(named);
    const LoadedPacks loaded = load_packs(folders);
    for (const text::Problem& problem : loaded.problems) console.problem(problem);
    text::Problems problems;
    const kit::Bases bases = kit::load_bases(folders, loaded.knowledge, problems);
    for (const text::Problem& problem : problems) console.problem(problem);
    if (!problems.empty() || !loaded.problems.empty()) return exit_trouble;
    const kit::Workbench bench{&loaded.knowledge, &loaded.book};
    bool good = true;
    for (std::size_t pack = 0; pack < loaded.packs.size(); ++pack) good = run_pack(bench, loaded, pack, bases, arguments, console) && good;
    return good ? exit_clean : exit_findings;
}

int run_command(const NewArguments&, const Console& console) {
    console.note(console.in("gouji new：尚未实现", "gouji new: not available yet"));
    return exit_trouble;
}

}  // namespace gouji::app
