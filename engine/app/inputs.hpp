// SPDX-License-Identifier: Apache-2.0
// Inputs: the files a run works on, in the order of the output, and reading one of them. "-" is standard input.
#pragma once

#include <string>
#include <vector>

#include "engine/readers/read.hpp"

namespace gouji::app {

// One thing to read: a file, or standard input.
struct InputFile {
    readers::FoundFile file;
    bool standard_input = false;
};

struct InputList {
    std::vector<InputFile> files;
    text::Problems problems;
};

// `stdin_name` is how "-" is shown; empty: "<stdin>".
[[nodiscard]] InputList list_inputs(const std::vector<std::string>& paths, const std::string& stdin_name);

// The lines of `file` ("-": standard input), for --files-from.
[[nodiscard]] text::Result<std::vector<std::string>> read_lines(const std::string& file);

// "text", "html", "docx" … as outputs name it.
[[nodiscard]] const char* name_of(readers::Kind kind);

[[nodiscard]] readers::Reading read_input(const InputFile& input, const readers::Limits& limits);

}  // namespace gouji::app
