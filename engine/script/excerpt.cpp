// SPDX-License-Identifier: Apache-2.0
#include "engine/script/excerpt.hpp"

#include <algorithm>
#include <cctype>

#include "grammar/text/utf8.hpp"

namespace gouji::script {

namespace {

bool is_name_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Whether `key` stands at `at` as a whole word with a single '=' behind it.
bool assigns(std::string_view line, std::size_t at, std::string_view key) {
    if (at > 0 && (is_name_character(line[at - 1]) || line[at - 1] == '.')) return false;
    std::size_t next = at + key.size();
    if (next < line.size() && is_name_character(line[next])) return false;
    if (at > 0 && (line[at - 1] == '"' || line[at - 1] == '\'') && next < line.size()) ++next;  // ["key"] = …
    while (next < line.size() && (line[next] == ' ' || line[next] == '\t' || line[next] == ']')) ++next;
    return next < line.size() && line[next] == '=' && (next + 1 == line.size() || line[next + 1] != '=');
}

}  // namespace

text::Problem problem_at(const ScriptPack& pack, const ScriptFile& file, std::uint32_t line, text::Bilingual message) {
    text::Problem problem;
    problem.kind = text::ProblemKind::rule;
    problem.message = std::move(message);
    problem.file = pack.root.empty() ? file.path : pack.root + "/" + file.path;
    problem.line = line;
    if (line != 0) problem.excerpt = readable(text::line_at(file.text, line));
    return problem;
}

std::uint32_t line_of_key(std::string_view lua, std::string_view key, std::uint32_t from) {
    std::uint32_t number = 1;
    while (!lua.empty()) {
        const std::string_view whole = lua.substr(0, lua.find('\n'));
        const std::string_view line = whole.substr(0, whole.find("--"));
        for (std::size_t at = line.find(key); number >= from && at != std::string_view::npos; at = line.find(key, at + 1)) {
            if (assigns(line, at, key)) return number;
        }
        lua.remove_prefix(std::min(lua.size(), whole.size() + 1));
        ++number;
    }
    return 0;
}

std::string readable(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes && text::is_utf8(text)) return std::string{text};
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t size = text::utf8_sequence(text, at);
        const std::string_view piece = size == 0 ? text::replacement_character : text.substr(at, size);
        if (out.size() + piece.size() > bytes) return out + "…";
        out += piece;
        at += std::max<std::size_t>(size, 1);
    }
    return out;
}

}  // namespace gouji::script
