// SPDX-License-Identifier: Apache-2.0
#include "engine/app/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace gouji::app {

namespace {

constexpr std::size_t few_files = 20;  // done before anybody could read the line
constexpr std::chrono::milliseconds pause{100};
constexpr std::size_t width = 20;

void draw(const std::string& line) {
    std::fwrite(line.data(), 1, line.size(), stderr);
    std::fflush(stderr);
}

std::string bar(std::size_t done, std::size_t all) {
    const std::size_t full = std::min(width, done * width / std::max<std::size_t>(all, 1));
    return std::string(full, '#') + std::string(width - full, '.');
}

}  // namespace

Progress::Progress(std::size_t files, bool quiet, bool english)
    : files_{files},
      english_{english},
      on_{!quiet && files > few_files && ::isatty(STDERR_FILENO) != 0 && ::isatty(STDOUT_FILENO) == 0},
      start_{Clock::now()},
      last_{start_} {}

void Progress::show(std::size_t done, std::size_t findings) {
    if (!on_) return;
    const auto now = Clock::now();
    if (now - last_ < pause) return;
    last_ = now;
    drawn_ = true;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    draw(fmt::format(fmt::runtime(english_ ? "\r\033[K[{}] {}/{} files, {:.0f}/s, {} findings" : "\r\033[K[{}] {}/{} 个文件，{:.0f} 个/秒，检出 {} 处"),
                     bar(done, files_), done, files_, static_cast<double>(done) / std::max(seconds, 0.001), findings));
}

void Progress::end() {
    if (drawn_) draw("\r\033[K");
    drawn_ = false;
}

}  // namespace gouji::app
