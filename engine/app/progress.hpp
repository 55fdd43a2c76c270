// SPDX-License-Identifier: Apache-2.0
// Progress: one line on standard error that is drawn over: files done, rate, findings so far. Only on a terminal, and never
// where findings go to the same terminal.
#pragma once

#include <chrono>
#include <cstddef>

namespace gouji::app {

class Progress {
public:
    Progress(std::size_t files, bool quiet, bool english);
    ~Progress() { end(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void show(std::size_t done, std::size_t findings);
    void end();  // takes the line away

private:
    using Clock = std::chrono::steady_clock;
    std::size_t files_;
    bool english_;
    bool on_;
    bool drawn_ = false;
    Clock::time_point start_;
    Clock::time_point last_;
};

}  // namespace gouji::app
