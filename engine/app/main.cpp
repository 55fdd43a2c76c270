// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <variant>

#include "engine/app/arguments.hpp"
#include "engine/app/commands.hpp"

int main(int argc, char** argv) {
    using namespace gouji::app;
    auto arguments = read_arguments(argc, argv);
    if (!arguments) {
        const Answer& answer = arguments.error();
        std::fputs(answer.text.c_str(), answer.status == exit_clean ? stdout : stderr);
        return answer.status;
    }
    apply_preferences(*arguments);
    const Console console{arguments->english, arguments->color};
    return std::visit([&](const auto& command) { return run_command(command, console); }, arguments->command);
}
