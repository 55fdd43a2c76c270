// SPDX-License-Identifier: Apache-2.0
// Outputs: the writers of one run with where each writes. Several may run side by side; each sees every report once.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/app/arguments.hpp"
#include "engine/app/output_file.hpp"
#include "engine/app/spool.hpp"
#include "engine/output/writer.hpp"

namespace gouji::app {

// "--format sarif --output a.sarif" is one output, "--output sarif=a.sarif --output html=b.html" are two; an output without
// a format of its own has that of --format. Without any file, standard output.
[[nodiscard]] text::Result<std::vector<OutputTarget>> output_targets(const std::string& format, const std::vector<std::string>& outputs);

class Outputs {
public:
    // Opens the files; what cannot be opened is a problem, and the run is not begun. Where they `wait`, standard output, devices
    // and pipes get their bytes at the end, as files do.
    [[nodiscard]] static text::Result<Outputs> open(const std::vector<OutputTarget>& targets, bool wait);

    void begin(const output::RunInfo& run, bool color_out);
    void write(const output::ReportView& report);
    // Files appear in their places now.
    [[nodiscard]] text::Problems end(const output::RunEnd& end);

private:
    // What is to be written at the end.
    struct Waiting {
        Spool bytes;
        std::optional<text::Problem> problem;
    };
    struct Output {
        std::unique_ptr<OutputFile> file;  // null: standard output
        std::unique_ptr<Waiting> waiting;
        std::unique_ptr<output::Writer> writer;
    };
    std::vector<Output> outputs_;
};

}  // namespace gouji::app
