// SPDX-License-Identifier: Apache-2.0
#include "engine/app/commands.hpp"

namespace gouji::app {

int run_command(const TestArguments&, const Console& console) {
    console.note("gouji test: not built in yet");
    return exit_trouble;
}

int run_command(const NewArguments&, const Console& console) {
    console.note("gouji new: not built in yet");
    return exit_trouble;
}

}  // namespace gouji::app
