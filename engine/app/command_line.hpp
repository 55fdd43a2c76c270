// SPDX-License-Identifier: Apache-2.0
// The command line's one definition: commands, options and their help. Help, did-you-mean and completions come from it.
#pragma once

#include <CLI/CLI.hpp>

#include "engine/app/arguments.hpp"

namespace gouji::app {

// What the options write into while argv is read. Lives as long as the CLI::App made from it.
struct Draft {
    CheckArguments check;
    CrossArguments cross;
    FiguresArguments figures;
    ParseArguments parse;
    RulesArguments rules;
    ExplainArguments explain;
    TestArguments test;
    NewArguments create;
    LockArguments lock;
    ConfigArguments config;
    InitArguments init;
    std::string shell;  // completion SHELL
    std::string color;
    std::string lang;
    bool version = false;
};

void define_command_line(CLI::App& app, Draft& draft, bool english);

// What may follow an option or argument: its choices, where they are few and known; empty otherwise.
[[nodiscard]] std::vector<std::string> choices_of(const CLI::App& command, const CLI::Option& option);

// A completion script for bash, zsh or fish, and the manual page in troff, from the definition above.
[[nodiscard]] std::string completion_script(const CLI::App& app, std::string_view shell);
[[nodiscard]] std::string manual_page(const CLI::App& app, std::string_view version, bool english);

}  // namespace gouji::app
