// SPDX-License-Identifier: Apache-2.0
#include "engine/app/commands.hpp"
#include "engine/app/inputs.hpp"
#include "engine/app/interrupt.hpp"
#include "engine/app/packs.hpp"
#include "engine/binding/bind.hpp"
#include "engine/output/writer.hpp"

namespace gouji::app {

namespace {

std::string parsed(const readers::Input& input, const binding::Knowledge& knowledge, const std::string& format) {
    if (format == "text") return std::string{input.source.utf8()};
    const grammar::Tree tree = binding::parse(input.source, input.grids, knowledge);
    return output::parse_json(input.path, input.source, binding::bind(input.source, tree, knowledge)) + '\n';
}

}  // namespace

int run_command(const ParseArguments& arguments, const Console& console) {
    text::Problems problems;
    LoadedPacks packs = load_packs(pack_folders(arguments.rules.packs, arguments.rules.official_pack, problems), PackUse::formats);
    InputList inputs = list_inputs(arguments.paths, arguments.stdin_filename);
    std::move(packs.problems.begin(), packs.problems.end(), std::back_inserter(problems));
    std::move(inputs.problems.begin(), inputs.problems.end(), std::back_inserter(problems));
    watch_interrupts();
    for (const InputFile& file : inputs.files) {
        if (interrupted()) break;
        readers::Reading reading = read_input(file, readers::Limits{});
        for (const readers::Input& input : reading.inputs) console.out(parsed(input, packs.knowledge, arguments.format));
        std::move(reading.problems.begin(), reading.problems.end(), std::back_inserter(problems));
    }
    for (const text::Problem& problem : problems) console.problem(problem);
    return problems.empty() && !interrupted() ? exit_clean : exit_trouble;
}

}  // namespace gouji::app
