// SPDX-License-Identifier: Apache-2.0
#include "engine/app/line_by_line.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>

#include "engine/app/checker.hpp"
#include "engine/app/policy_files.hpp"
#include "engine/app/problem_log.hpp"
#include "engine/output/writer.hpp"
#include "engine/policy/exit_status.hpp"

namespace gouji::app {

namespace {

class LineByLine {
public:
    LineByLine(const CheckArguments& arguments, const Console& console, text::Problems& problems)
        : arguments_{arguments}, console_{console}, plan_{arguments.rules, {"."}, problems}, policy_{load_policy(arguments, plan_, {}, problems)} {}

    int run(const std::string& format, const std::function<bool()>& stop) {
        info_.version = GOUJI_VERSION;
        info_.packs = plan_.packs().packs;
        info_.rules = &plan_.rules();
        info_.english = console_.english();
        info_.show_suppressed = arguments_.show_suppressed;
        std::optional<Cache> cache;
        if (!arguments_.cache.empty()) cache.emplace(arguments_.cache, plan_, console_.english());
        CheckContext context;
        context.plan = &plan_;
        context.policy = &policy_.policy;
        context.english = console_.english();
        context.records = format == "record";
        context.cache = cache ? &*cache : nullptr;
        Checker checker{context};
        writer_ = output::make_writer(format, [](std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stdout); });
        writer_->begin(info_);
        for (std::string path; !stop() && std::getline(std::cin, path);) {
            if (path.ends_with('\r')) path.pop_back();
            if (!path.empty()) check(checker, path, format);
        }
        for (const text::Problem& problem : log_.problems()) console_.problem(problem);
        if (const auto trouble = cache ? cache->trouble() : std::nullopt) console_.problem(*trouble);
        return policy::exit_status(policy::fail_on_from(arguments_.fail_on).value_or(policy::FailOn::warning), worst_, !log_.empty() || stop());
    }

private:
    void check(Checker& checker, const std::string& path, const std::string& format) {
        const CheckedFile file = checker.check({{path, path}, false});
        for (const auto& report : file.reports) write(*report);
        if (format == "record") {
            for (const text::Problem& problem : file.problems) put(cross::write_unread(problem));
        } else if (file.reports.empty()) {
            put(output::unread_json(path, file.problems, console_.english()));
        }
        log_.add(file.problems);
        std::fflush(stdout);
    }

    void write(const CheckedReport& report) {
        for (const text::Problem& problem : report.problems) log_.add_failure(problem, report.input.path);
        worst_ = std::max(worst_, policy::worst(report.judged.findings));
        writer_->write_report(view_of(report));
    }

    static void put(std::string line) {
        line += '\n';
        std::fwrite(line.data(), 1, line.size(), stdout);
    }

    const CheckArguments& arguments_;
    const Console& console_;
    RunPlan plan_;
    PolicyFiles policy_;
    output::RunInfo info_;
    ProblemLog log_;
    std::unique_ptr<output::Writer> writer_;
    std::optional<finding::Severity> worst_;
};

}  // namespace

int check_line_by_line(const CheckArguments& arguments, const Console& console, const std::function<bool()>& stop) {
    const std::string format = arguments.format.empty() ? "jsonl" : arguments.format;
    if (format != "jsonl" && format != "record") {
        text::Problem problem;
        problem.kind = text::ProblemKind::usage;
        problem.message = {"--stdin-list 只能配 --format jsonl 或 record", "--stdin-list goes with --format jsonl or record only"};
        console.problem(problem);
        return exit_trouble;
    }
    text::Problems problems;
    LineByLine lines{arguments, console, problems};
    for (const text::Problem& problem : problems) console.problem(problem);
    const int status = lines.run(format, stop);
    return problems.empty() ? status : exit_trouble;
}

}  // namespace gouji::app
