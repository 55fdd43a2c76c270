// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "engine/app/commands.hpp"
#include "engine/app/output_file.hpp"
#include "engine/app/schema.hpp"

namespace gouji::app {

namespace {

namespace fs = std::filesystem;

text::Result<void> write_new(const fs::path& file, const std::string& text) {
    std::error_code error;
    if (!fs::exists(file, error)) return write_file(file.string(), text);
    text::Problem problem;
    problem.kind = text::ProblemKind::usage;
    problem.message = {"文件已经存在，未改动", "the file exists already and was left alone"};
    problem.file = file.generic_string();
    return tl::unexpected{std::move(problem)};
}

}  // namespace

int run_command(const InitArguments& arguments, const Console& console) {
    const fs::path folder = arguments.folder;
    std::vector<std::pair<fs::path, std::string>> files{{folder / "gouji.toml", commented_configuration(console.english())}};
    if (arguments.waivers) files.emplace_back(folder / "gouji.waivers.toml", commented_waivers(console.english()));
    int status = exit_clean;
    for (const auto& [file, text] : files) {
        if (auto written = write_new(file, text); !written) {
            console.problem(written.error());
            status = exit_trouble;
        } else {
            console.out(file.lexically_normal().generic_string() + '\n');
        }
    }
    return status;
}

}  // namespace gouji::app
