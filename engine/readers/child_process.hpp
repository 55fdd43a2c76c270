// SPDX-License-Identifier: Apache-2.0
// Running a converter (pdftotext, LibreOffice) as a child process with limits on time, memory and output. It reads the document
// from its standard input, which is a file in memory, so nothing is written to disk. It knows no kind of document.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::readers {

struct ChildLimits {
    std::chrono::seconds time{60};
    std::size_t memory_bytes = std::size_t{2} << 30U;
    std::size_t output_bytes = std::size_t{64} << 20U;
    bool limit_address_space = true;  // off for programs that reserve far more than they use
};

enum class ChildEnd : std::uint8_t { exited, not_started, timed_out, too_much_output, killed, stopped };

struct ChildResult {
    ChildEnd end = ChildEnd::not_started;
    int exit_code = 0;
    std::string output;
    std::string errors;  // the first part of what it wrote to standard error
};

// The full path of a program in PATH.
[[nodiscard]] std::optional<std::filesystem::path> find_program(std::string_view name);

// Where the child finds what it was given as input, for programs that want a file name.
inline constexpr std::string_view child_input = "/dev/stdin";

// Ends early, and starts none, once stop_converters() (read.hpp) was called.
[[nodiscard]] ChildResult run_child(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                                    std::string_view input, const ChildLimits& limits);

}  // namespace gouji::readers
