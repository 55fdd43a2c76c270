// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/zip_archive.hpp"

#include <zip.h>

#include <algorithm>

namespace gouji::readers {
namespace {

struct MemberCloser {
    void operator()(zip_file_t* member) const { zip_fclose(member); }
};

}  // namespace

void ZipArchive::Closer::operator()(zip* archive) const { zip_discard(archive); }

std::optional<ZipArchive> ZipArchive::open(std::string_view bytes) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (source == nullptr) return std::nullopt;
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (archive != nullptr) return ZipArchive{archive};
    zip_source_free(source);
    return std::nullopt;
}

std::size_t ZipArchive::member_count() const {
    return static_cast<std::size_t>(std::max<zip_int64_t>(zip_get_num_entries(archive_.get(), 0), 0));
}

std::string ZipArchive::member_name(std::size_t index) const {
    const char* name = zip_get_name(archive_.get(), index, ZIP_FL_ENC_RAW);
    return name == nullptr ? std::string{} : std::string{name};
}

Unpacked ZipArchive::unpack(std::size_t index, std::size_t limit, std::string& out) const {
    zip_stat_t info;
    if (zip_stat_index(archive_.get(), index, 0, &info) != 0) return Unpacked::damaged;
    if ((info.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && info.encryption_method != ZIP_EM_NONE) return Unpacked::encrypted;
    if ((info.valid & ZIP_STAT_SIZE) != 0 && info.size > limit) return Unpacked::too_large;
    const std::unique_ptr<zip_file_t, MemberCloser> member{zip_fopen_index(archive_.get(), index, 0)};
    if (member == nullptr) return Unpacked::damaged;
    // The directory may lie about the size, so it is only a first guess.
    constexpr std::size_t first_guess = 1U << 20U;
    out.resize(
        std::min<std::size_t>({(info.valid & ZIP_STAT_SIZE) != 0 ? info.size + 1 : first_guess, limit + 1, 16 * first_guess}));
    std::size_t filled = 0;
    for (;;) {
        const zip_int64_t got = zip_fread(member.get(), out.data() + filled, out.size() - filled);
        if (got < 0) return Unpacked::damaged;
        filled += static_cast<std::size_t>(got);
        if (filled > limit) return Unpacked::too_large;
        if (got == 0) break;
        if (filled == out.size()) out.resize(std::min(out.size() * 2, limit + 1));
    }
    out.resize(filled);
    return Unpacked::fully;
}

Unpacked ZipArchive::unpack(const std::string& name, std::size_t limit, std::string& out) const {
    const zip_int64_t index = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_ENC_RAW);
    return index < 0 ? Unpacked::absent : unpack(static_cast<std::size_t>(index), limit, out);
}

}  // namespace gouji::readers
