// SPDX-License-Identifier: Apache-2.0
#include "tests/end_to_end/child.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace end_to_end {

namespace {

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> out;
    for (std::string& each : strings) out.push_back(each.data());
    out.push_back(nullptr);
    return out;
}

void connect(const std::string& file, int flags, int descriptor) {
    const int opened = ::open(file.c_str(), flags, 0600);
    if (opened < 0 || ::dup2(opened, descriptor) < 0) ::_exit(126);
    ::close(opened);
}

// A bug may not take the machine with it. (The sanitizers reserve address space without end, so they go without the first.)
void limit_resources() {
#if !defined(__SANITIZE_ADDRESS__)
    const rlimit memory{4ULL << 30U, 4ULL << 30U};
    ::setrlimit(RLIMIT_AS, &memory);
#endif
    const rlimit seconds{120, 120};
    ::setrlimit(RLIMIT_CPU, &seconds);
}

}  // namespace

Outcome run(const Call& call) {
    const Folder folder;
    const std::string in = folder.write("in", call.input), out = folder / "out", err = folder / "err";
    std::vector<std::string> arguments{GOUJI_PROGRAM};
    arguments.insert(arguments.end(), call.arguments.begin(), call.arguments.end());
    std::vector<std::string> environment = call.variables;  // the first of a name counts
    environment.push_back(std::string{"PATH="} + std::getenv("PATH"));
    auto argument_pointers = pointers(arguments);
    auto environment_pointers = pointers(environment);
    const pid_t child = ::fork();
    if (child == 0) {
        limit_resources();
        connect(in, O_RDONLY, 0);
        connect(out, O_WRONLY | O_CREAT, 1);
        connect(err, O_WRONLY | O_CREAT, 2);
        if (!call.where.empty() && ::chdir(call.where.c_str()) != 0) ::_exit(126);
        ::execve(GOUJI_PROGRAM, argument_pointers.data(), environment_pointers.data());
        ::_exit(127);
    }
    if (child > 0 && call.terminate_after > 0) {
        ::sleep(static_cast<unsigned>(call.terminate_after));
        ::kill(child, SIGTERM);
    }
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child) throw std::runtime_error{"the program could not be started"};
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read(out), read(err)};
}

Outcome run(std::vector<std::string> arguments, std::string input) {
    return run(Call{std::move(arguments), std::move(input), GOUJI_ROOT, {}});
}

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "gouji-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
    path_ = name;
}

Folder::~Folder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
}

std::string Folder::write(std::string_view name, std::string_view bytes) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << bytes;
    return file.string();
}

std::string read(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

std::string fixture(std::string_view name) { return GOUJI_ROOT "/fixtures/" + std::string{name}; }

}  // namespace end_to_end
