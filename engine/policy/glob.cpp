// SPDX-License-Identifier: Apache-2.0
#include "engine/policy/glob.hpp"

#include <cstddef>

namespace gouji::policy {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

// Where matching goes on when a later character does not fit: the star takes one more character (* within a folder),
// or one more folder (**/), or anything (** at the end or inside a name).
struct Resume {
    std::size_t pattern = nowhere;
    std::size_t path = 0;
    bool whole_folders = false;
};

std::size_t after_code_point(std::string_view text, std::size_t at) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    return at;
}

bool advance_folders(Resume& resume, std::string_view path) {
    if (resume.pattern == nowhere) return false;
    if (!resume.whole_folders) return resume.path++ < path.size();
    const std::size_t slash = path.find('/', resume.path);
    if (slash == nowhere) return false;
    resume.path = slash + 1;
    return true;
}

bool advance_star(Resume& resume, std::string_view path) {
    if (resume.pattern == nowhere || resume.path >= path.size() || path[resume.path] == '/') return false;
    ++resume.path;
    return true;
}

bool matches_whole(std::string_view pattern, std::string_view path) {
    Resume star;
    Resume folders;
    std::size_t p = 0;
    std::size_t s = 0;
    while (true) {
        if (pattern.substr(p).starts_with("**")) {
            const bool whole = pattern.substr(p).starts_with("**/") && (p == 0 || pattern[p - 1] == '/');
            p += whole ? 3 : 2;
            folders = {p, s, whole};
            star = {};
        } else if (p < pattern.size() && pattern[p] == '*') {
            star = {++p, s, false};
        } else if (p < pattern.size() && s < path.size() && pattern[p] == '?' && path[s] != '/') {
            ++p;
            s = after_code_point(path, s);
        } else if (p < pattern.size() && s < path.size() && pattern[p] == path[s]) {
            ++p;
            ++s;
        } else if (p == pattern.size() && s == path.size()) {
            return true;
        } else if (advance_star(star, path)) {
            p = star.pattern;
            s = star.path;
        } else if (advance_folders(folders, path)) {
            p = folders.pattern;
            s = folders.path;
            star = {};
        } else {
            return false;
        }
    }
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
    if (pattern.starts_with("./")) pattern.remove_prefix(2);
    if (path.starts_with("./")) path.remove_prefix(2);
    if (pattern.find('/') == nowhere) {
        const std::size_t slash = path.rfind('/');
        return matches_whole(pattern, slash == nowhere ? path : path.substr(slash + 1));
    }
    if (pattern.starts_with('/') && !path.starts_with('/')) pattern.remove_prefix(1);
    return matches_whole(pattern, path);
}

bool glob_matches_below(std::string_view folder, std::string_view pattern, std::string_view path) {
    if (folder.ends_with('/')) folder.remove_suffix(1);
    if (!folder.empty() && folder != ".") {
        if (!path.starts_with(folder) || !path.substr(folder.size()).starts_with('/')) return false;
        path.remove_prefix(folder.size() + 1);
    }
    return pattern.empty() || glob_matches(pattern, path);
}

}  // namespace gouji::policy
