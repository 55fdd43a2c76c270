// SPDX-License-Identifier: Apache-2.0
// One function for each command of the program; each returns the exit status.
#pragma once

#include "engine/app/arguments.hpp"
#include "engine/app/console.hpp"

namespace gouji::app {

[[nodiscard]] int run_command(const VersionArguments& arguments, const Console& console);
[[nodiscard]] int run_command(const CheckArguments& arguments, const Console& console);
[[nodiscard]] int run_command(const ParseArguments& arguments, const Console& console);
[[nodiscard]] int run_command(const RulesArguments& arguments, const Console& console);
[[nodiscard]] int run_command(const ExplainArguments& arguments, const Console& console);
[[nodiscard]] int run_command(const TestArguments& arguments, const Console& console);
[[nodiscard]] int run_command(const NewArguments& arguments, const Console& console);
[[nodiscard]] int run_command(const LockArguments& arguments, const Console& console);
[[nodiscard]] int run_command(const ConfigArguments& arguments, const Console& console);
[[nodiscard]] int run_command(const CrossArguments& arguments, const Console& console);
[[nodiscard]] int run_command(const FiguresArguments& arguments, const Console& console);
[[nodiscard]] int run_command(const InitArguments& arguments, const Console& console);

}  // namespace gouji::app
