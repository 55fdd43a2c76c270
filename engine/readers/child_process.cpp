// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <utility>

#include "engine/readers/read.hpp"

namespace gouji::readers {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t errors_kept = 4096;
constexpr std::int64_t longest_wait = 100;  // ms between two looks at `stopped`

std::atomic<bool> stopped{false};
static_assert(std::atomic<bool>::is_always_lock_free);  // set by handlers of signals

// Owns one descriptor.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int value) : value_{value} {}
    Descriptor(Descriptor&& other) noexcept : value_{std::exchange(other.value_, -1)} {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        close();
        value_ = std::exchange(other.value_, -1);
        return *this;
    }
    ~Descriptor() { close(); }

    void close() {
        if (value_ >= 0) ::close(std::exchange(value_, -1));
    }
    [[nodiscard]] int get() const { return value_; }
    [[nodiscard]] bool is_open() const { return value_ >= 0; }

private:
    int value_ = -1;
};

struct Pipe {
    Descriptor read;
    Descriptor write;
};

Pipe make_pipe() {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {};
    return {Descriptor{ends[0]}, Descriptor{ends[1]}};
}

// The input as a file in memory, so that the child can seek in it.
Descriptor file_in_memory(std::string_view bytes) {
    Descriptor file{::memfd_create("gouji-input", MFD_CLOEXEC)};
    while (file.is_open() && !bytes.empty()) {
        const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) return {};
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    if (file.is_open()) ::lseek(file.get(), 0, SEEK_SET);
    return file;
}

void limit(decltype(RLIMIT_CPU) what, rlim_t value) {
    const rlimit both{value, value};
    ::setrlimit(what, &both);
}

// In the child, between fork and exec: only calls that are safe there.
[[noreturn]] void become(const char* program, char* const* arguments, int input, int output, int errors,
                         const ChildLimits& limits) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // where the program itself is killed
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, static_cast<rlim_t>(limits.time.count()) + 1);
    if (limits.limit_address_space) limit(RLIMIT_AS, limits.memory_bytes);
    ::dup2(input, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(errors, STDERR_FILENO);
    ::execv(program, arguments);
    ::_exit(127);
}

// Reads what there is; false at the end. Beyond `most` bytes nothing more is kept.
bool drain(Descriptor& from, std::string& into, std::size_t most) {
    std::array<char, 1U << 16U> buffer{};
    const ssize_t got = ::read(from.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) return true;
    if (got <= 0) return false;
    into.append(buffer.data(), std::min(static_cast<std::size_t>(got), most - std::min(most, into.size())));
    return true;
}

// Collects both outputs until they end or a limit is met.
ChildEnd collect(Descriptor& output, Descriptor& errors, const ChildLimits& limits, ChildResult& result) {
    const auto deadline = Clock::now() + limits.time;
    while (output.is_open() || errors.is_open()) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return ChildEnd::timed_out;
        if (stopped) return ChildEnd::stopped;
        std::array<pollfd, 2> waits{pollfd{output.get(), POLLIN, 0}, pollfd{errors.get(), POLLIN, 0}};
        const int ready = ::poll(waits.data(), waits.size(), static_cast<int>(std::min<std::int64_t>(left, longest_wait)));
        if (ready < 0 && errno != EINTR) return ChildEnd::killed;
        if (ready <= 0) continue;
        if (waits[0].revents != 0 && !drain(output, result.output, limits.output_bytes + 1)) output.close();
        if (waits[1].revents != 0 && !drain(errors, result.errors, errors_kept)) errors.close();
        if (result.output.size() > limits.output_bytes) return ChildEnd::too_much_output;
    }
    return ChildEnd::exited;
}

// The child may have closed its outputs and still be running.
int wait_for(pid_t child, std::chrono::seconds patience) {
    int status = 0;
    const auto deadline = Clock::now() + patience;
    while (::waitpid(child, &status, WNOHANG) == 0) {
        if (Clock::now() > deadline || stopped) ::kill(-child, SIGKILL);
        ::usleep(500);
    }
    return status;
}

}  // namespace

void stop_converters() noexcept { stopped = true; }

std::optional<std::filesystem::path> find_program(std::string_view name) {
    const char* variable = std::getenv("PATH");
    std::string_view folders = variable == nullptr ? std::string_view{"/usr/bin:/bin"} : std::string_view{variable};
    while (!folders.empty()) {
        const std::size_t end = std::min(folders.find(':'), folders.size());
        const std::filesystem::path candidate = std::filesystem::path{folders.substr(0, end)} / name;
        if (candidate.is_absolute() && ::access(candidate.c_str(), X_OK) == 0) return candidate;
        folders.remove_prefix(std::min(end + 1, folders.size()));
    }
    return std::nullopt;
}

ChildResult run_child(const std::filesystem::path& program, const std::vector<std::string>& arguments, std::string_view input,
                      const ChildLimits& limits) {
    ChildResult result;
    if (stopped) {
        result.end = ChildEnd::stopped;
        return result;
    }
    const Descriptor file = file_in_memory(input);
    Pipe output = make_pipe();
    Pipe errors = make_pipe();
    if (!file.is_open() || !output.read.is_open() || !errors.read.is_open()) return result;
    std::string name = program.string();
    std::vector<std::string> copies = arguments;
    std::vector<char*> pointers{name.data()};
    for (std::string& copy : copies) pointers.push_back(copy.data());
    pointers.push_back(nullptr);

    const pid_t child = ::fork();
    if (child < 0) return result;
    if (child == 0) become(name.c_str(), pointers.data(), file.get(), output.write.get(), errors.write.get(), limits);
    output.write.close();
    errors.write.close();
    result.end = collect(output.read, errors.read, limits, result);
    if (result.end != ChildEnd::exited) ::kill(-child, SIGKILL);
    const int status = wait_for(child, limits.time);
    if (result.end != ChildEnd::exited) return result;
    if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) result.end = WTERMSIG(status) == SIGXCPU ? ChildEnd::timed_out : ChildEnd::killed;
    if (result.exit_code == 127) result.end = ChildEnd::not_started;
    return result;
}

}  // namespace gouji::readers
