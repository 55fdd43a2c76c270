// SPDX-License-Identifier: Apache-2.0
#include "engine/app/outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "grammar/text/nearest.hpp"

namespace gouji::app {

namespace {

text::Problem unknown_format(const std::string& format) {
    text::Problem problem;
    problem.kind = text::ProblemKind::usage;
    problem.message = {fmt::format("没有输出格式 {}", format), fmt::format("there is no output format {}", format)};
    if (const auto near = text::nearest(format, output::writer_names())) {
        problem.message.zh += fmt::format("；是否指 {}？", *near);
        problem.message.en += fmt::format("; did you mean {}?", *near);
    }
    problem.subject = format;
    return problem;
}

void pass_on(const Spool& spool, OutputFile* file) {
    constexpr std::uint64_t piece = 1U << 20U;
    for (std::uint64_t at = 0; at < spool.size(); at += piece) {
        const std::string bytes = spool.read({at, std::min(piece, spool.size() - at)});
        if (file != nullptr) file->write(bytes);
        else std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    }
}

bool is_format(const std::string& name) {
    const auto& names = output::writer_names();
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

text::Result<std::vector<OutputTarget>> output_targets(const std::string& format, const std::vector<std::string>& outputs) {
    const std::string usual = format.empty() ? "text" : format;
    if (!is_format(usual)) return tl::unexpected{unknown_format(usual)};
    if (outputs.empty()) return std::vector<OutputTarget>{{usual, {}}};
    std::vector<OutputTarget> targets;
    for (const std::string& output : outputs) {
        const std::size_t equals = output.find('=');
        const std::string own = equals == std::string::npos ? std::string{} : output.substr(0, equals);
        OutputTarget target = is_format(own) ? OutputTarget{own, output.substr(equals + 1)} : OutputTarget{usual, output};
        if (target.file == "-") target.file.clear();
        targets.push_back(std::move(target));
    }
    return targets;
}

text::Result<Outputs> Outputs::open(const std::vector<OutputTarget>& targets, bool wait) {
    Outputs outputs;
    for (const OutputTarget& target : targets) {
        Output output;
        output::Sink sink = [](std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stdout); };
        if (!target.file.empty()) {
            auto file = OutputFile::open(target.file);
            if (!file) return tl::unexpected{std::move(file.error())};
            output.file = std::make_unique<OutputFile>(std::move(*file));
            sink = [into = output.file.get()](std::string_view bytes) { into->write(bytes); };
        }
        if (wait && (output.file == nullptr || output.file->straight())) {
            output.waiting = std::make_unique<Waiting>();
            sink = [into = output.waiting.get()](std::string_view bytes) {
                auto kept = into->bytes.append(bytes);
                if (!kept && !into->problem) into->problem = std::move(kept.error());
            };
        }
        output.writer = output::make_writer(target.format, std::move(sink));
        if (output.writer == nullptr) return tl::unexpected{unknown_format(target.format)};
        outputs.outputs_.push_back(std::move(output));
    }
    return outputs;
}

void Outputs::begin(const output::RunInfo& run, bool color_out) {
    for (Output& output : outputs_) {
        output::RunInfo own = run;
        own.color = color_out && output.file == nullptr;
        output.writer->begin(own);
    }
}

void Outputs::write(const output::ReportView& report) {
    for (Output& output : outputs_) output.writer->write_report(report);
}

text::Problems Outputs::end(const output::RunEnd& end) {
    text::Problems problems;
    for (Output& output : outputs_) {
        output.writer->end(end);
        if (output.waiting != nullptr && output.waiting->problem) problems.push_back(*output.waiting->problem);
        if (output.waiting != nullptr) pass_on(output.waiting->bytes, output.file.get());
        if (output.file == nullptr) continue;
        if (auto done = output.file->commit(); !done) problems.push_back(std::move(done.error()));
    }
    std::fflush(stdout);
    return problems;
}

}  // namespace gouji::app
