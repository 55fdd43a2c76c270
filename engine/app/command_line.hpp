// SPDX-License-Identifier: Apache-2.0
// The command line's one definition: commands, options and their help. Help, did-you-mean and completions come from it.
#pragma once

#include <CLI/CLI.hpp>

#include "engine/app/arguments.hpp"

namespace gouji::app {

// What the options write into while argv is read. Lives as long as the CLI::App made from it.
struct Draft {
    CheckArguments check;
    ParseArguments parse;
    RulesArguments rules;
    ExplainArguments explain;
    TestArguments test;
    NewArguments create;
    LockArguments lock;
    ConfigArguments config;
    std::string color = "auto";
    std::string lang;
    bool version = false;
};

void define_command_line(CLI::App& app, Draft& draft, bool english);

}  // namespace gouji::app
