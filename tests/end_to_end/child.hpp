// SPDX-License-Identifier: Apache-2.0
// Runs gouji as a child process and keeps what it said; a folder of its own for each test, removed behind it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace end_to_end {

struct Outcome {
    int status = -1;  // exit status; 128 + signal where it was killed
    std::string out;
    std::string err;

    [[nodiscard]] bool says(std::string_view text) const { return err.find(text) != std::string::npos; }
    [[nodiscard]] bool shows(std::string_view text) const { return out.find(text) != std::string::npos; }
};

// In the folder `where`; with `input` on standard input. The environment is empty but for PATH and what `variables` sets.
struct Call {
    std::vector<std::string> arguments;
    std::string input;
    std::filesystem::path where;
    std::vector<std::string> variables;  // NAME=value; one may be PATH
    int terminate_after = 0;             // seconds; 0: it is left alone
};
[[nodiscard]] Outcome run(const Call& call);
[[nodiscard]] Outcome run(std::vector<std::string> arguments, std::string input = {});

class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::string operator/(std::string_view name) const { return (path_ / name).string(); }
    // Writes a file below the folder and gives its path.
    std::string write(std::string_view name, std::string_view bytes) const;

private:
    std::filesystem::path path_;
};

[[nodiscard]] std::string read(const std::filesystem::path& file);
// A file of the project's fixtures.
[[nodiscard]] std::string fixture(std::string_view name);

}  // namespace end_to_end
