// SPDX-License-Identifier: Apache-2.0
#include "engine/app/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "grammar/text/nearest.hpp"

namespace gouji::app {

namespace {

// At most one byte more than the limit, so that an endless pipe ends in the reader's own message about size.
std::string read_standard_input(std::size_t limit) {
    std::string bytes;
    char buffer[1U << 16U];
    while (bytes.size() <= limit && std::cin.read(buffer, sizeof buffer).gcount() > 0) {
        bytes.append(buffer, static_cast<std::size_t>(std::cin.gcount()));
    }
    return bytes;
}

std::vector<std::string> lines_of(std::istream& stream) {
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (!line.empty()) lines.push_back(line);
    }
    return lines;
}

// A path that is not there: the name beside it that was probably meant.
void suggest_neighbour(text::Problem& problem) {
    std::error_code error;
    const std::filesystem::path path{problem.file};
    if (problem.file.empty() || std::filesystem::exists(path, error)) return;
    std::vector<std::string> names;
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
    for (std::filesystem::directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) names.push_back(at->path().filename().string());
    std::sort(names.begin(), names.end());
    const auto near = text::nearest(path.filename().string(), names);
    if (!near) return;
    const std::string meant = (path.parent_path() / *near).generic_string();
    problem.message.zh += fmt::format("；是否指 {}？", meant);
    problem.message.en += fmt::format("; did you mean {}?", meant);
}

}  // namespace

InputList list_inputs(const std::vector<std::string>& paths, const std::string& stdin_name) {
    InputList inputs;
    std::vector<std::string> named;
    std::copy_if(paths.begin(), paths.end(), std::back_inserter(named), [](const std::string& path) { return path != "-"; });
    if (!named.empty()) {
        readers::Listing listing = readers::list_files(named);
        for (readers::FoundFile& file : listing.files) inputs.files.push_back({std::move(file), false});
        inputs.problems = std::move(listing.problems);
        for (text::Problem& problem : inputs.problems) suggest_neighbour(problem);
    }
    if (named.size() < paths.size()) {
        InputFile input{{"-", stdin_name.empty() ? "<stdin>" : stdin_name}, true};
        const auto place = std::upper_bound(inputs.files.begin(), inputs.files.end(), input,
                                            [](const InputFile& a, const InputFile& b) { return a.file.shown < b.file.shown; });
        inputs.files.insert(place, std::move(input));
    }
    return inputs;
}

text::Result<std::vector<std::string>> read_lines(const std::string& file) {
    if (file == "-") return lines_of(std::cin);
    std::ifstream stream{file};
    if (stream) return lines_of(stream);
    text::Problem problem;
    problem.kind = text::ProblemKind::usage;
    problem.message = {"不能读取路径清单", "the list of paths can't be read"};
    problem.file = file;
    return tl::unexpected{std::move(problem)};
}

const char* name_of(readers::Kind kind) {
    switch (kind) {
        case readers::Kind::html: return "html";
        case readers::Kind::docx: return "docx";
        case readers::Kind::pdf: return "pdf";
        case readers::Kind::legacy_word: return "doc";
        default: return "text";
    }
}

readers::Reading read_input(const InputFile& input, const readers::Limits& limits) {
    if (!input.standard_input) return readers::read_file(input.file.file, input.file.shown, limits);
    return readers::read_bytes(input.file.shown, read_standard_input(limits.input_bytes), limits);
}

}  // namespace gouji::app
