// SPDX-License-Identifier: Apache-2.0
// OutputFile: a file that appears complete or not at all. Written aside in the same folder, then renamed; what was not
// committed is removed. A device or pipe (/dev/stdout) is written straight.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "grammar/text/problem.hpp"

namespace gouji::app {

class OutputFile {
public:
    [[nodiscard]] static text::Result<OutputFile> open(const std::string& path);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;
    ~OutputFile();

    [[nodiscard]] bool straight() const { return aside_.empty(); }  // what is written can't be taken back
    void write(std::string_view bytes);
    // Puts the file in its place. A full disk and the like is a problem, and the old file stays.
    [[nodiscard]] text::Result<void> commit();

private:
    OutputFile(std::FILE* stream, std::string path, std::string aside);

    std::FILE* stream_;
    std::string path_;
    std::string aside_;  // empty: written straight
    bool failed_ = false;
};

// The whole of it at once.
[[nodiscard]] text::Result<void> write_file(const std::string& path, std::string_view bytes);

}  // namespace gouji::app
