// SPDX-License-Identifier: Apache-2.0
#include "engine/app/cache.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "engine/app/run_plan.hpp"
#include "engine/readers/sha256.hpp"

namespace gouji::app {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view magic = "gouji cache 1\n";
constexpr std::size_t sum_size = 64;  // SHA-256 in hex

std::optional<std::string> bytes_of(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return std::nullopt;
    std::string bytes;
    char buffer[1U << 16U];
    for (;;) {
        const auto count = ::read(descriptor, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        bytes.append(buffer, static_cast<std::size_t>(count));
    }
    ::close(descriptor);
    return bytes;
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

}  // namespace

// The program by its own bytes: two builds of one version are two programs.
Cache::Cache(fs::path folder, const RunPlan& plan, bool english)
    : folder_{std::move(folder)},
      run_{readers::sha256_hex(fmt::format("{}\n{}\n{}\n{}", magic, readers::sha256_hex(bytes_of("/proc/self/exe").value_or(GOUJI_VERSION)),
                                           english ? "en" : "zh", plan.fingerprint()))} {}

std::string Cache::key(std::uint32_t configuration, std::string_view path, std::string_view bytes) const {
    return readers::sha256_hex(fmt::format("{}\n{}\n{}\n{}", run_, configuration, readers::sha256_hex(bytes), path));
}

fs::path Cache::file_of(const std::string& key) const { return folder_ / key.substr(0, 2) / key.substr(2); }

std::optional<std::string> Cache::load(const std::string& key) const {
    auto bytes = bytes_of(file_of(key));
    if (!bytes || !bytes->starts_with(magic) || bytes->size() < magic.size() + sum_size) return std::nullopt;
    const std::string_view entry = std::string_view{*bytes}.substr(magic.size() + sum_size);
    if (readers::sha256_hex(entry) != std::string_view{*bytes}.substr(magic.size(), sum_size)) return std::nullopt;
    return bytes->substr(magic.size() + sum_size);
}

void Cache::store(const std::string& key, std::string_view entry) const {
    if (given_up_) return;
    const fs::path file = file_of(key);
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error) return give_up(error.value());
    const std::string aside = fmt::format("{}.{}.{}", file.string(), ::getpid(), number_++);
    const int descriptor = ::open(aside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) return give_up(errno);
    const bool written = write_all(descriptor, magic) && write_all(descriptor, readers::sha256_hex(entry)) && write_all(descriptor, entry);
    const int why = errno;
    const bool closed = ::close(descriptor) == 0;
    if (written && closed && std::rename(aside.c_str(), file.c_str()) == 0) return;
    const int last = written ? errno : why;
    ::unlink(aside.c_str());
    give_up(last);
}

void Cache::give_up(int error) const {
    const std::lock_guard guard{lock_};
    if (!given_up_.exchange(true)) error_ = error;
}

std::optional<text::Problem> Cache::trouble() const {
    if (!given_up_) return std::nullopt;
    text::Problem problem;
    problem.kind = text::ProblemKind::usage;
    problem.message = {fmt::format("缓存不能写入，检查不受影响：{}", std::strerror(error_)),
                       fmt::format("the cache can't be written; the check does not suffer: {}", std::strerror(error_))};
    problem.file = folder_.string();
    return problem;
}

}  // namespace gouji::app
