// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/app/check_run.hpp"
#include "engine/app/commands.hpp"
#include "engine/app/interrupt.hpp"
#include "engine/app/line_by_line.hpp"

namespace gouji::app {

namespace {

text::Problem usage_problem(std::string zh, std::string en) {
    text::Problem problem;
    problem.kind = text::ProblemKind::usage;
    problem.message = {std::move(zh), std::move(en)};
    return problem;
}

text::Result<std::vector<std::string>> wanted_paths(const CheckArguments& arguments) {
    std::vector<std::string> paths = arguments.paths;
    if (!arguments.files_from.empty()) {
        auto more = read_lines(arguments.files_from);
        if (!more) return more;
        paths.insert(paths.end(), more->begin(), more->end());
    }
    if (!paths.empty()) return paths;
    return tl::unexpected{usage_problem("没有给出要检查的报告或目录", "no report or folder to check was given")};
}

int run_check(const CheckArguments& arguments, const std::vector<std::string>& paths, const Console& console) {
    watch_interrupts();
    CheckRun run{arguments, paths, console};
    return run.run(interrupted);
}

}  // namespace

int run_command(const CrossArguments& arguments, const Console& console) { return run_check(arguments.check, arguments.check.paths, console); }

int run_command(const CheckArguments& arguments, const Console& console) {
    if (arguments.stdin_list) {
        watch_interrupts();
        return check_line_by_line(arguments, console, interrupted);
    }
    const auto paths = wanted_paths(arguments);
    if (!paths) {
        console.problem(paths.error());
        return exit_trouble;
    }
    if (arguments.fix && !arguments.diff && std::find(paths->begin(), paths->end(), "-") != paths->end()) {
        console.problem(usage_problem("标准输入不能用 --fix 改正；可用 --diff 查看", "standard input can't be corrected with --fix; see the corrections with --diff"));
        return exit_trouble;
    }
    return run_check(arguments, *paths, console);
}

}  // namespace gouji::app
