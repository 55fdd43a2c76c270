// SPDX-License-Identifier: Apache-2.0
// Watchdog: notices on this thread that a rule runs long. Counting a rule's instructions costs a tenth of its time, so rules run
// uncounted at first, and a timer of the thread ticks every millisecond meanwhile: a rule that sees a tick is run once more and
// counted, so what comes of it never depends on the machine. One for each thread; it knows no Lua and no rule.
#pragma once

#include <csignal>
#include <ctime>

namespace gouji::script {

class Watchdog {
public:
    // Called for every tick, inside a signal handler.
    using Tick = void (*)(void* whom);

    static Watchdog& of_this_thread();
    ~Watchdog();
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    // Whether this system has such timers; without them every rule is counted.
    [[nodiscard]] bool works() const { return works_; }
    void watch(Tick tick, void* whom);
    void rest();

private:
    Watchdog();
    static void on_signal(int number, siginfo_t* info, void* context);

    timer_t timer_{};
    bool works_ = false;
    Tick tick_ = nullptr;
    void* volatile whom_ = nullptr;  // null: nobody is watched
};

}  // namespace gouji::script
