// SPDX-License-Identifier: Apache-2.0
#include "engine/app/output_file.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace gouji::app {

namespace {

text::Problem unwritable(const std::string& path, int error) {
    text::Problem problem;
    problem.kind = text::ProblemKind::usage;
    problem.message = {fmt::format("不能写入文件：{}", std::strerror(error)), fmt::format("the file can't be written: {}", std::strerror(error))};
    problem.file = path;
    return problem;
}

bool is_special(const std::string& path) {
    struct stat info{};
    return ::stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode);
}

// The new file gets the rights that an ordinary new file, or the one it replaces, would have.
void set_rights(int descriptor, const std::string& path) {
    struct stat info{};
    const mode_t mask = ::umask(0);
    ::umask(mask);
    const mode_t rights = ::stat(path.c_str(), &info) == 0 ? info.st_mode & 07777U : 0666U & ~mask;
    if (::fchmod(descriptor, rights) != 0) return;  // a file system without rights
}

}  // namespace

OutputFile::OutputFile(std::FILE* stream, std::string path, std::string aside)
    : stream_{stream}, path_{std::move(path)}, aside_{std::move(aside)} {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : stream_{std::exchange(other.stream_, nullptr)}, path_{std::move(other.path_)}, aside_{std::move(other.aside_)}, failed_{other.failed_} {}

OutputFile::~OutputFile() {
    if (stream_ == nullptr) return;
    std::fclose(stream_);
    if (!aside_.empty()) ::unlink(aside_.c_str());
}

text::Result<OutputFile> OutputFile::open(const std::string& path) {
    if (is_special(path)) {
        std::FILE* stream = std::fopen(path.c_str(), "wb");
        if (stream == nullptr) return tl::unexpected{unwritable(path, errno)};
        return OutputFile{stream, path, {}};
    }
    std::error_code error;
    const std::filesystem::path real = std::filesystem::weakly_canonical(path, error);  // a link stays a link
    std::string target = error ? path : real.string();
    std::string aside = target + ".XXXXXX";
    const int descriptor = ::mkstemp(aside.data());
    if (descriptor < 0) return tl::unexpected{unwritable(path, errno)};
    set_rights(descriptor, target);
    return OutputFile{::fdopen(descriptor, "wb"), std::move(target), std::move(aside)};
}

void OutputFile::write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), stream_) != bytes.size()) failed_ = true;
}

text::Result<void> OutputFile::commit() {
    const bool flushed = std::fclose(std::exchange(stream_, nullptr)) == 0;
    const bool written = flushed && !failed_;
    if (aside_.empty()) return written ? text::Result<void>{} : tl::unexpected{unwritable(path_, errno)};
    if (written && std::rename(aside_.c_str(), path_.c_str()) == 0) return {};
    const int error = errno;
    ::unlink(aside_.c_str());
    return tl::unexpected{unwritable(path_, error)};
}

text::Result<void> write_file(const std::string& path, std::string_view bytes) {
    auto file = OutputFile::open(path);
    if (!file) return tl::unexpected{std::move(file.error())};
    file->write(bytes);
    return file->commit();
}

}  // namespace gouji::app
