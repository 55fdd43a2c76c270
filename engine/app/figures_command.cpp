// SPDX-License-Identifier: Apache-2.0
#include <iterator>

#include "engine/app/commands.hpp"
#include "engine/app/inputs.hpp"
#include "engine/app/interrupt.hpp"
#include "engine/app/output_file.hpp"
#include "engine/app/packs.hpp"
#include "engine/binding/bind.hpp"
#include "engine/output/figure_rows.hpp"

namespace gouji::app {

namespace {

using Put = std::function<void(std::string_view)>;

void append(text::Problems& all, text::Problems more) { std::move(more.begin(), more.end(), std::back_inserter(all)); }

void write_rows(const InputList& inputs, const binding::Knowledge& knowledge, const output::FigureRows& rows, const Put& put, text::Problems& problems) {
    put(rows.head());
    watch_interrupts();
    for (const InputFile& file : inputs.files) {
        if (interrupted()) break;
        readers::Reading reading = read_input(file, readers::Limits{});
        for (const readers::Input& input : reading.inputs) {
            const grammar::Tree tree = binding::parse(input.source, input.grids, knowledge);
            put(rows.row(input.path, binding::bind(input.source, tree, knowledge)));
        }
        append(problems, std::move(reading.problems));
    }
}

text::Result<std::vector<std::string>> paths_of(const FiguresArguments& arguments) {
    std::vector<std::string> paths = arguments.paths;
    if (arguments.files_from.empty()) return paths;
    auto more = read_lines(arguments.files_from);
    if (more) more->insert(more->begin(), paths.begin(), paths.end());
    return more;
}

}  // namespace

int run_command(const FiguresArguments& arguments, const Console& console) {
    text::Problems problems;
    LoadedPacks packs = load_packs(pack_folders(arguments.rules.packs, arguments.rules.official_pack, problems), PackUse::formats);
    append(problems, std::move(packs.problems));
    const auto paths = paths_of(arguments);
    if (!paths) problems.push_back(paths.error());
    InputList inputs = paths ? list_inputs(*paths, arguments.stdin_filename) : InputList{};
    if (paths && paths->empty()) problems.push_back({text::ProblemKind::usage, {"没有给出报告或目录", "no report or folder was given"}, {}, 0, 0, {}, {}});
    append(problems, std::move(inputs.problems));
    const output::FigureRows rows{packs.knowledge.formats, arguments.format == "csv"};
    if (arguments.output.empty()) {
        write_rows(inputs, packs.knowledge, rows, [&](std::string_view text) { console.out(text); }, problems);
    } else if (auto file = OutputFile::open(arguments.output)) {
        write_rows(inputs, packs.knowledge, rows, [&](std::string_view text) { file->write(text); }, problems);
        if (interrupted()) problems.push_back({text::ProblemKind::usage, {"被中断，没有写出文件", "interrupted; the file was not written"}, {}, 0, 0, {}, {}});
        else if (auto done = file->commit(); !done) problems.push_back(std::move(done.error()));
    } else {
        problems.push_back(std::move(file.error()));
    }
    for (const text::Problem& problem : problems) console.problem(problem);
    return problems.empty() && !interrupted() ? exit_clean : exit_trouble;
}

}  // namespace gouji::app
