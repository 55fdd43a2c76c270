// SPDX-License-Identifier: Apache-2.0
#include "engine/app/spool.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace gouji::app {

namespace {

constexpr std::size_t kept_in_memory = 1U << 20U;

text::Problem no_space(int error) {
    text::Problem problem;
    problem.kind = text::ProblemKind::usage;
    problem.message = {std::string{"临时文件不能写入："} + std::strerror(error), std::string{"a temporary file can't be written: "} + std::strerror(error)};
    return problem;
}

int open_file() {
    const char* folder = std::getenv("TMPDIR");
    std::string name = std::string{folder == nullptr || *folder == '\0' ? "/tmp" : folder} + "/gouji-spool.XXXXXX";
    const int descriptor = ::mkostemp(name.data(), 0);
    if (descriptor >= 0) ::unlink(name.c_str());
    return descriptor;
}

}  // namespace

Spool::Spool(Spool&& other) noexcept
    : file_{std::exchange(other.file_, -1)}, written_{std::exchange(other.written_, 0)}, tail_{std::move(other.tail_)} {}

Spool::~Spool() {
    if (file_ >= 0) ::close(file_);
}

bool Spool::write_tail() {
    if (file_ < 0) file_ = open_file();
    for (std::size_t done = 0; file_ >= 0 && done < tail_.size();) {
        const auto count = ::pwrite(file_, tail_.data() + done, tail_.size() - done, static_cast<off_t>(written_ + done));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        done += static_cast<std::size_t>(count);
    }
    if (file_ < 0) return false;
    written_ += tail_.size();
    tail_.clear();
    return true;
}

text::Result<Spool::Place> Spool::append(std::string_view bytes) {
    if (tail_.size() + bytes.size() > kept_in_memory && !write_tail()) return tl::unexpected{no_space(errno)};
    const Place place{size(), bytes.size()};
    tail_ += bytes;
    return place;
}

std::string Spool::read(Place place) const {
    std::string bytes(place.size, '\0');
    const std::size_t in_file = place.offset < written_ ? std::min<std::uint64_t>(place.size, written_ - place.offset) : 0;
    for (std::size_t done = 0; done < in_file;) {
        const auto count = ::pread(file_, bytes.data() + done, in_file - done, static_cast<off_t>(place.offset + done));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return {};
        done += static_cast<std::size_t>(count);
    }
    if (in_file < bytes.size()) tail_.copy(bytes.data() + in_file, bytes.size() - in_file, place.offset + in_file - written_);
    return bytes;
}

}  // namespace gouji::app
