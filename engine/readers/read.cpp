// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/read.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "engine/readers/archive.hpp"
#include "engine/readers/extract.hpp"
#include "engine/readers/kind.hpp"
#include "engine/readers/sha256.hpp"

namespace gouji::readers {
namespace {

using text::Problem;
using text::Result;

text::Problem too_large(std::size_t limit) {
    return input_problem(fmt::format("文件超过 {} 的上限，未读取", in_megabytes(limit)),
                         fmt::format("the file is larger than the limit of {}; not read", in_megabytes(limit)));
}

text::Problem system_problem(int error) {
    return input_problem(fmt::format("无法读取文件：{}", std::strerror(error)),
                         fmt::format("the file cannot be read: {}", std::strerror(error)));
}

// Owns an open file of the system.
class OpenFile {
public:
    explicit OpenFile(const std::filesystem::path& file) : descriptor_{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)} {}
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

Result<std::string> read_all(int descriptor, std::size_t expected, std::size_t limit) {
    std::string bytes;
    bytes.resize(expected + 1);
    std::size_t filled = 0;
    for (;;) {
        const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return tl::unexpected{system_problem(errno)};
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
        if (filled > limit) return tl::unexpected{too_large(limit)};
        if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    }
    bytes.resize(filled);
    return bytes;
}

Result<std::string> load(const std::filesystem::path& path, std::size_t limit) {
    const OpenFile file{path};
    if (file.descriptor() < 0) return tl::unexpected{system_problem(errno)};
    struct stat info {};
    if (::fstat(file.descriptor(), &info) != 0) return tl::unexpected{system_problem(errno)};
    if (!S_ISREG(info.st_mode)) return unreadable("不是普通文件", "not a regular file");
    if (static_cast<std::size_t>(info.st_size) > limit) return tl::unexpected{too_large(limit)};
    return read_all(file.descriptor(), static_cast<std::size_t>(info.st_size), limit);
}

Result<Extract> extract(Kind kind, std::string bytes, const Limits& limits) {
    switch (kind) {
        case Kind::html: return extract_html(std::move(bytes), limits);
        case Kind::docx: return extract_docx(bytes, limits);
        case Kind::pdf: return extract_pdf(bytes, limits);
        case Kind::legacy_word: return extract_legacy_word(bytes, limits);
        case Kind::text: return extract_text(std::move(bytes), limits);
        case Kind::archive:
        case Kind::binary: break;
    }
    const text::Bilingual name = name_of_binary(bytes);
    return unreadable(fmt::format("是{}，不是可以检查的报告", name.zh),
                      fmt::format("is {}, not a report that can be checked", name.en));
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

void add_problem(Reading& reading, const std::string& path, Problem problem) {
    problem.file = path;
    reading.problems.push_back(std::move(problem));
}

Reading read_document(std::string path, Kind kind, std::string bytes, const Limits& limits) {
    Reading reading;
    Input input;
    input.kind = kind;
    input.byte_count = bytes.size();
    input.sha256 = sha256_hex(bytes);
    auto extracted = extract(kind, std::move(bytes), limits);
    if (extracted && is_blank(extracted->text)) extracted = unreadable("文件中没有文字", "there is no text in the file");
    if (!extracted) {
        add_problem(reading, path, std::move(extracted.error()));
        return reading;
    }
    for (Problem& problem : extracted->problems) add_problem(reading, path, std::move(problem));
    input.source = text::SourceText{path, std::move(extracted->text), std::move(extracted->encoding)};
    input.grids = std::move(extracted->grids);
    input.landmarks = std::move(extracted->landmarks);
    input.path = std::move(path);
    reading.inputs.push_back(std::move(input));
    return reading;
}

}  // namespace

Reading read_bytes(std::string path, std::string bytes, const Limits& limits) {
    Reading reading;
    if (bytes.empty()) {
        add_problem(reading, path, input_problem("文件是空的", "the file is empty"));
        return reading;
    }
    if (bytes.size() > limits.input_bytes) {
        add_problem(reading, path, too_large(limits.input_bytes));
        return reading;
    }
    const Kind kind = kind_of(bytes);
    if (kind == Kind::archive) return read_archive(path, bytes, limits);
    return read_document(std::move(path), kind, std::move(bytes), limits);
}

Result<std::string> load_file(const std::filesystem::path& file, const Limits& limits) { return load(file, limits.input_bytes); }

Reading read_file(const std::filesystem::path& file, std::string shown_path, const Limits& limits) {
    auto bytes = load(file, limits.input_bytes);
    if (bytes) return read_bytes(std::move(shown_path), std::move(*bytes), limits);
    Reading reading;
    add_problem(reading, shown_path, std::move(bytes.error()));
    return reading;
}

}  // namespace gouji::readers
