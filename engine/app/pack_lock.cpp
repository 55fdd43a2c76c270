// SPDX-License-Identifier: Apache-2.0
#include "engine/app/pack_lock.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "engine/readers/sha256.hpp"

namespace gouji::app {

namespace fs = std::filesystem;

namespace {

using Sums = std::map<std::string, std::string>;  // path → sum

std::string content_of(const fs::path& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

// pack.toml and every Lua and TOML file but the cases: all that decides what the rules say.
Sums present_sums(const fs::path& root) {
    Sums sums;
    std::error_code error;
    for (fs::recursive_directory_iterator at{root, error}, end; !error && at != end; at.increment(error)) {
        const fs::path extension = at->path().extension();
        if (!at->is_regular_file(error) || (extension != ".lua" && extension != ".toml")) continue;
        const std::string path = at->path().lexically_relative(root).generic_string();
        if (!path.starts_with("cases/")) sums[path] = readers::sha256_hex(content_of(at->path()));
    }
    return sums;
}

text::Problem mismatch(const fs::path& root, std::uint32_t line, const std::string& file, text::Bilingual message) {
    return {text::ProblemKind::pack, std::move(message), (root / "pack.lock").string(), line, 0, {}, file};
}

}  // namespace

std::string lock_text(const fs::path& pack_root) {
    std::string text;
    for (const auto& [path, sum] : present_sums(pack_root)) text += fmt::format("{}  {}\n", sum, path);
    return text;
}

text::Problems check_lock(const fs::path& pack_root) {
    text::Problems problems;
    std::error_code error;
    if (!fs::exists(pack_root / "pack.lock", error)) return problems;
    Sums present = present_sums(pack_root);
    std::istringstream lock{content_of(pack_root / "pack.lock")};
    std::uint32_t number = 0;
    for (std::string line; std::getline(lock, line);) {
        ++number;
        const std::size_t gap = line.find("  ");
        const std::string path = gap == std::string::npos ? line : line.substr(gap + 2);
        const auto found = present.find(path);
        if (found == present.end()) {
            problems.push_back(mismatch(pack_root, number, path, {fmt::format("规则包缺少文件 {}，与 pack.lock 不符，未使用", path),
                                                                  fmt::format("the pack lacks {}, against its pack.lock, and is not used", path)}));
            continue;
        }
        if (line.substr(0, gap) != found->second) {
            problems.push_back(mismatch(pack_root, number, path, {fmt::format("{} 的 sha256 与 pack.lock 不符，规则包未使用；确认改动无误后运行 gouji lock", path),
                                                                  fmt::format("the sha256 of {} is not that of pack.lock, so the pack is not used; run gouji lock if the change is meant", path)}));
        }
        present.erase(found);
    }
    for (const auto& [path, sum] : present) {
        problems.push_back(mismatch(pack_root, 0, path, {fmt::format("{} 不在 pack.lock 里，规则包未使用；确认后运行 gouji lock", path),
                                                         fmt::format("{} is not in pack.lock, so the pack is not used; run gouji lock if it is meant", path)}));
    }
    return problems;
}

}  // namespace gouji::app
