// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/archive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "engine/readers/extract.hpp"
#include "engine/readers/file_names.hpp"
#include "engine/readers/zip_archive.hpp"
#include "grammar/text/decode.hpp"

namespace gouji::readers {
namespace {

struct Member {
    std::size_t index = 0;
    std::string name;  // as shown
};

// The names of the parts of a path, whatever slashes the archive uses.
bool any_part(std::string_view path, bool (*is_it)(std::string_view)) {
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        if (is_it(path.substr(0, end))) return true;
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return false;
}

std::vector<Member> members_of(const ZipArchive& archive) {
    std::vector<Member> members;
    for (std::size_t i = 0; i < archive.member_count(); ++i) {
        std::string name = text::decode_name(archive.member_name(i));
        std::ranges::replace(name, '\\', '/');
        const std::string_view last = std::string_view{name}.substr(name.rfind('/') + 1);
        if (last.empty() || any_part(name, is_passed_over) || what_name_tells(last) == NameTells::other) continue;
        members.push_back({i, std::move(name)});
    }
    std::ranges::sort(members, {}, &Member::name);
    return members;
}

class ArchiveReader {
public:
    ArchiveReader(const std::string& path, const ZipArchive& archive, const Limits& limits)
        : path_{path}, archive_{archive}, limits_{limits}, bytes_left_{limits.archive_bytes} {}

    Reading read() {
        const std::vector<Member> members = members_of(archive_);
        if (members.empty())
            add_problem(path_, input_problem("压缩包中没有可以检查的报告", "the archive holds no file that could be a report"));
        for (const Member& member : members) {
            if (!read_member(member)) break;
        }
        return std::move(reading_);
    }

private:
    void add_problem(const std::string& file, text::Problem problem) {
        problem.file = file;
        reading_.problems.push_back(std::move(problem));
    }

    // False where the archive is used up.
    bool read_member(const Member& member) {
        const std::string shown = path_ + "!" + member.name;
        std::string bytes;
        const Unpacked outcome = archive_.unpack(member.index, std::min(limits_.input_bytes, bytes_left_), bytes);
        if (outcome == Unpacked::too_large && bytes_left_ < limits_.input_bytes) {
            add_problem(path_, input_problem(fmt::format("压缩包解压后超过 {} 的上限，从 {} 起未读取",
                                                         in_megabytes(limits_.archive_bytes), member.name),
                                             fmt::format("the archive unpacks to more than the limit of {}; not read from {} on",
                                                         in_megabytes(limits_.archive_bytes), member.name)));
            return false;
        }
        if (outcome != Unpacked::fully) {
            add_problem(shown, member_problem(outcome));
            return true;
        }
        bytes_left_ -= bytes.size();
        read_unpacked(member, shown, std::move(bytes));
        return true;
    }

    void read_unpacked(const Member& member, const std::string& shown, std::string bytes) {
        const std::string_view last = std::string_view{member.name}.substr(member.name.rfind('/') + 1);
        if (what_name_tells(last) == NameTells::nothing && !looks_like_report(bytes)) return;
        if (kind_of(bytes) == Kind::archive) {
            add_problem(shown, input_problem("压缩包中的压缩包，未读取", "an archive inside an archive; not read"));
            return;
        }
        Reading inner = read_bytes(shown, std::move(bytes), limits_);
        std::ranges::move(inner.inputs, std::back_inserter(reading_.inputs));
        std::ranges::move(inner.problems, std::back_inserter(reading_.problems));
    }

    [[nodiscard]] text::Problem member_problem(Unpacked outcome) const {
        if (outcome == Unpacked::encrypted)
            return input_problem("设有密码，无法解压", "protected by a password and cannot be unpacked");
        if (outcome == Unpacked::too_large) {
            return input_problem(
                fmt::format("文件超过 {} 的上限，未读取", in_megabytes(limits_.input_bytes)),
                fmt::format("the file is larger than the limit of {}; not read", in_megabytes(limits_.input_bytes)));
        }
        return input_problem("已损坏，无法解压", "damaged; it cannot be unpacked");
    }

    const std::string& path_;
    const ZipArchive& archive_;
    const Limits& limits_;
    std::size_t bytes_left_;
    Reading reading_;
};

Reading refused(const std::string& path, text::Problem problem) {
    Reading reading;
    problem.file = path;
    reading.problems.push_back(std::move(problem));
    return reading;
}

}  // namespace

Reading read_archive(const std::string& path, std::string_view bytes, const Limits& limits) {
    const auto archive = ZipArchive::open(bytes);
    if (!archive) return refused(path, input_problem("压缩包已损坏，无法打开", "the archive is damaged and cannot be opened"));
    if (archive->member_count() > limits.archive_members) {
        return refused(path, input_problem(fmt::format("压缩包中的文件超过 {} 个的上限，未读取", limits.archive_members),
                                           fmt::format("the archive has more files than the limit of {}; not read",
                                                       limits.archive_members)));
    }
    return ArchiveReader{path, *archive, limits}.read();
}

}  // namespace gouji::readers
