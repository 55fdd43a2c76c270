// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <system_error>

#include "engine/readers/extract.hpp"
#include "engine/readers/file_names.hpp"
#include "engine/readers/read.hpp"
#include "grammar/text/decode.hpp"

namespace gouji::readers {
namespace {

namespace fs = std::filesystem;

std::string head_of(const fs::path& file) {
    std::string head(4096, '\0');
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    const ssize_t got = descriptor < 0 ? 0 : ::read(descriptor, head.data(), head.size());
    if (descriptor >= 0) ::close(descriptor);
    head.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return head;
}

bool may_be_report(const fs::path& file) {
    switch (what_name_tells(file.filename().native())) {
        case NameTells::report: return true;
        case NameTells::other: return false;
        case NameTells::nothing: break;
    }
    return looks_like_report(head_of(file));
}

// "./a//b" is shown as "a/b"; what lies below the working folder is shown relative to it.
std::string shown_name(const fs::path& path) {
    std::error_code error;
    fs::path shown = path.lexically_normal();
    if (shown.is_absolute()) {
        const fs::path relative = shown.lexically_relative(fs::current_path(error));
        if (!error && !relative.empty() && *relative.begin() != "..") shown = relative;
    }
    return text::decode_name(shown.generic_string());
}

class Walk {
public:
    explicit Walk(Listing& listing) : listing_{listing} {}

    void add_argument(const std::string& argument) {
        const fs::path path{argument};
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (!fs::exists(status)) return add_problem(path, "没有这个文件或文件夹", "no such file or folder");
        if (!fs::is_directory(status)) return add_file(path);
        const std::size_t before = listing_.files.size() + listing_.problems.size();
        add_folder(path);
        follow_links();
        if (listing_.files.size() + listing_.problems.size() == before) {
            add_problem(path, "文件夹中没有可以检查的报告", "the folder holds no file that could be a report");
        }
    }

private:
    void add_problem(const fs::path& path, std::string zh, std::string en) {
        text::Problem problem = input_problem(std::move(zh), std::move(en));
        problem.file = shown_name(path);
        listing_.problems.push_back(std::move(problem));
    }

    void add_file(const fs::path& path) {
        std::string shown = shown_name(path);
        if (seen_files_.insert(shown).second) listing_.files.push_back({path.string(), std::move(shown)});
    }

    // Each real folder is walked once, whatever links lead to it.
    void add_folder(const fs::path& folder) {
        std::error_code error;
        const fs::path real = fs::canonical(folder, error);
        if (error)
            return add_problem(folder, "无法打开文件夹：" + error.message(), "the folder cannot be opened: " + error.message());
        if (!seen_folders_.insert(real.native()).second) return;
        fs::directory_iterator entries{folder, error};
        if (error)
            return add_problem(folder, "无法打开文件夹：" + error.message(), "the folder cannot be opened: " + error.message());
        std::vector<fs::directory_entry> sorted;
        for (; entries != fs::directory_iterator{}; entries.increment(error)) {
            sorted.push_back(*entries);
            if (error) break;
        }
        std::ranges::sort(sorted, {}, [](const fs::directory_entry& entry) -> const std::string& { return entry.path().native(); });
        for (const fs::directory_entry& entry : sorted) add_entry(entry);
    }

    void add_entry(const fs::directory_entry& entry) {
        std::error_code error;
        if (is_passed_over(entry.path().filename().native())) return;
        const fs::file_status status = entry.status(error);
        if (error && error != std::errc::no_such_file_or_directory) {
            return add_problem(entry.path(), "无法读取：" + error.message(), "cannot be read: " + error.message());
        }
        if (fs::is_directory(status)) {
            if (entry.is_symlink(error)) {
                links_.push_back(entry.path());
            } else {
                add_folder(entry.path());
            }
        } else if (fs::is_regular_file(status) && may_be_report(entry.path())) {
            add_file(entry.path());
        }
    }

    // Linked folders come last, so that a folder is shown under its own name rather than a link's.
    void follow_links() {
        while (!links_.empty()) {
            const fs::path link = std::move(links_.back());
            links_.pop_back();
            if (leads_upward(link)) {
                add_problem(link, "符号链接指回上级文件夹，已跳过", "the symbolic link leads back to a folder above it; skipped");
            } else {
                add_folder(link);
            }
        }
    }

    static bool leads_upward(const fs::path& link) {
        std::error_code error;
        const fs::path target = fs::canonical(link, error);
        const fs::path parent = fs::canonical(link.parent_path().empty() ? fs::path{"."} : link.parent_path(), error);
        if (error) return false;
        return std::mismatch(target.begin(), target.end(), parent.begin(), parent.end()).first == target.end();
    }

    Listing& listing_;
    std::set<std::string> seen_files_;
    std::set<std::string> seen_folders_;
    std::vector<fs::path> links_;
};

}  // namespace

Listing list_files(const std::vector<std::string>& paths) {
    Listing listing;
    Walk walk{listing};
    for (const std::string& path : paths) walk.add_argument(path);
    std::ranges::sort(listing.files, {}, &FoundFile::shown);
    return listing;
}

}  // namespace gouji::readers
