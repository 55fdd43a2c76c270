// SPDX-License-Identifier: Apache-2.0
#include "engine/script/watchdog.hpp"

#include <sys/syscall.h>
#include <unistd.h>


namespace gouji::script {

namespace {

constexpr long interval = 1'000'000;  // ns

int signal_number() { return SIGRTMIN + 5; }

itimerspec every(long nanoseconds) {
    itimerspec times{};
    times.it_value.tv_nsec = nanoseconds;
    times.it_interval.tv_nsec = nanoseconds;
    return times;
}

bool catch_signal(void (*handler)(int, siginfo_t*, void*)) {
    struct sigaction action {};
    action.sa_sigaction = handler;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    sigemptyset(&action.sa_mask);
    return sigaction(signal_number(), &action, nullptr) == 0;
}

}  // namespace

Watchdog& Watchdog::of_this_thread() {
    thread_local Watchdog watchdog;
    return watchdog;
}

Watchdog::Watchdog() {
    static const bool caught = catch_signal(&Watchdog::on_signal);
    sigevent event{};
    event.sigev_notify = SIGEV_THREAD_ID;
    event.sigev_signo = signal_number();
    event.sigev_value.sival_ptr = this;
    event._sigev_un._tid = static_cast<pid_t>(::syscall(SYS_gettid));
    works_ = caught && ::timer_create(CLOCK_MONOTONIC, &event, &timer_) == 0;
}

Watchdog::~Watchdog() {
    if (works_) ::timer_delete(timer_);
}

void Watchdog::watch(Tick tick, void* whom) {
    if (!works_) return;
    tick_ = tick;
    whom_ = whom;
    const itimerspec times = every(interval);
    ::timer_settime(timer_, 0, &times, nullptr);
}

void Watchdog::rest() {
    if (!works_) return;
    whom_ = nullptr;
    const itimerspec never = every(0);
    ::timer_settime(timer_, 0, &never, nullptr);
}

// On the thread that the timer belongs to, wherever it is just then.
void Watchdog::on_signal(int /*number*/, siginfo_t* info, void* /*context*/) {
    if (info->si_code != SI_TIMER) return;
    const auto& watchdog = *static_cast<const Watchdog*>(info->si_value.sival_ptr);
    if (void* whom = watchdog.whom_) watchdog.tick_(whom);
}

}  // namespace gouji::script
