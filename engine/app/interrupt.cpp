// SPDX-License-Identifier: Apache-2.0
#include "engine/app/interrupt.hpp"

#include <csignal>
#include <ctime>

#include "engine/readers/read.hpp"

namespace gouji::app {
namespace {

volatile std::sig_atomic_t was_interrupted = 0;

// Within the same second a second signal counts as the first: timeout(1) and some shells signal the program and then its whole group.
void interrupt(int signal) {
    static struct timespec first{};
    struct timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    if (was_interrupted == 0) first = now;
    was_interrupted = 1;
    readers::stop_converters();
    if (now.tv_sec - first.tv_sec <= 1) return;
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

}  // namespace

void watch_interrupts() {
    struct sigaction action{};
    action.sa_handler = &interrupt;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() { return was_interrupted != 0; }

}  // namespace gouji::app
