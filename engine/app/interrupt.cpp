// SPDX-License-Identifier: Apache-2.0
#include "engine/app/interrupt.hpp"

#include <csignal>

#include "engine/readers/read.hpp"

namespace gouji::app {
namespace {

volatile std::sig_atomic_t was_interrupted = 0;

}  // namespace

void watch_interrupts() {
    struct sigaction action{};
    action.sa_handler = [](int) {
        was_interrupted = 1;
        readers::stop_converters();
    };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() { return was_interrupted != 0; }

}  // namespace gouji::app
