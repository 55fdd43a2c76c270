// SPDX-License-Identifier: Apache-2.0
// Runs the kept inputs through their targets, without a fuzzer: replay CORPUS [MILLISECONDS], where CORPUS/TARGET/* are inputs.
// An input may take so many milliseconds (default 5000). Exit status 1 where one took longer; a broken promise aborts.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/targets.hpp"

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

// Inputs of one target that were run, and how many of them were slow.
struct Outcome {
    int inputs = 0;
    int slow = 0;
};

Outcome replay(const gouji::fuzz::Target& target, const fs::path& folder, std::chrono::milliseconds limit) {
    Outcome outcome;
    for (const auto& file : fs::directory_iterator{folder}) {
        fmt::print(stderr, "{}\n", file.path().string());  // the last one named is the one that failed
        const auto begin = std::chrono::steady_clock::now();
        target.run(bytes_of(file.path()));
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
        ++outcome.inputs;
        if (took <= limit) continue;
        ++outcome.slow;
        fmt::print("{} took {} ms\n", file.path().string(), took.count());
    }
    return outcome;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return EXIT_FAILURE;
    const std::chrono::milliseconds limit{argc > 2 ? std::atoi(argv[2]) : 5000};
    bool good = true;
    for (const auto& target : gouji::fuzz::targets) {
        const fs::path folder = fs::path{argv[1]} / target.name;
        if (!fs::exists(folder)) {
            fmt::print("{}: no inputs in {}\n", target.name, folder.string());
            good = false;
            continue;
        }
        const Outcome outcome = replay(target, folder, limit);
        fmt::print("{:<16}{:>6} inputs\n", target.name, outcome.inputs);
        good = good && outcome.inputs > 0 && outcome.slow == 0;
    }
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
