// SPDX-License-Identifier: Apache-2.0
// Ctrl-C and SIGTERM: the first one ends the run with what is done, and any converter at work; a second one ends the program.
#pragma once

namespace gouji::app {

void watch_interrupts();
[[nodiscard]] bool interrupted();

}  // namespace gouji::app
