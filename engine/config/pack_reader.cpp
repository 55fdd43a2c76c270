// SPDX-License-Identifier: Apache-2.0
// A pack's folder → Pack: pack.toml, formats/*.toml, claims.toml, FAMILY/*.lua, FAMILY/*.toml and lib/*.lua.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <future>
#include <optional>

#include "engine/config/pack.hpp"
#include "engine/config/toml_text.hpp"

namespace gouji::config {
namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largest_file = 4U << 20U;

text::Problem problem_at(const std::string& file, text::Bilingual message) {
    text::Problem problem;
    problem.kind = text::ProblemKind::pack;
    problem.message = std::move(message);
    problem.file = file;
    return problem;
}

text::Result<std::string> read_file(const fs::path& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    std::ifstream stream{path, std::ios::binary};
    if (error || !stream) return tl::unexpected(problem_at(path.string(), {"无法读取文件", "the file cannot be read"}));
    if (size > largest_file) return tl::unexpected(problem_at(path.string(), {"文件过大（上限 4 MiB）", "the file is larger than 4 MiB"}));
    std::string content(size, '\0');
    stream.read(content.data(), static_cast<std::streamsize>(size));
    content.resize(static_cast<std::size_t>(stream.gcount()));
    return content;
}

bool stands_in(std::string_view path, std::string_view folder) { return path.starts_with(folder); }

// The files under `folder`, by their path relative to `root`, sorted. Cases are no part of what is loaded.
std::vector<std::string> list_files(const fs::path& root, const fs::path& folder) {
    std::vector<std::string> paths;
    std::error_code error;
    for (fs::recursive_directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) {
        std::string path = at->path().lexically_relative(root).generic_string();
        if (path == "cases") at.disable_recursion_pending();
        else if (at->is_regular_file(error)) paths.push_back(std::move(path));
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

void read_formats(Pack& pack, text::Problems& problems) {
    for (const std::string& path : list_files(pack.root, pack.root / "formats")) {
        if (!path.ends_with(".toml")) continue;
        auto toml = read_file(pack.root / path);
        auto format = toml.and_then([&](const std::string& content) { return read_format(content, (pack.root / path).string()); });
        if (format) {
            pack.formats.push_back(std::move(*format));
        } else {
            problems.push_back(std::move(format.error()));
        }
    }
}

text::Result<model::Lexicon> read_phrases(const fs::path& root) {
    const fs::path path = root / "claims.toml";
    if (!fs::exists(path)) return model::Lexicon{};
    return read_file(path).and_then([&](const std::string& content) { return read_lexicon(content, path.string()); });
}

// Rules in TOML stand in folders of their own, as those in Lua do.
bool is_toml_rule(std::string_view path) {
    return path.ends_with(".toml") && path.find('/') != std::string_view::npos && !stands_in(path, "formats/") && !stands_in(path, "lib/");
}

text::Result<RuleFile> read_rule(const fs::path& file, const std::string& path) {
    return read_file(file).and_then([&](std::string content) -> text::Result<RuleFile> {
        if (path.ends_with(".lua")) return RuleFile{path, std::move(content)};
        auto rule = rule_from_toml(content, file.string());
        if (rule) rule->path = path;
        return rule;
    });
}

void read_rules(Pack& pack, text::Problems& problems) {
    for (const std::string& path : list_files(pack.root, pack.root)) {
        if (!path.ends_with(".lua") && !is_toml_rule(path)) continue;
        auto rule = read_rule(pack.root / path, path);
        if (rule) (stands_in(path, "lib/") ? pack.library : pack.rules).push_back(std::move(*rule));
        else problems.push_back(std::move(rule.error()));
    }
}

Text setting(const TomlString& string, const fs::path& file) { return {string.text, {file.string(), string.place.line, string.place.column, {}}}; }

text::Result<Pack> read_description(const fs::path& root) {
    const fs::path path = root / "pack.toml";
    auto content = read_file(path);
    if (!content) {
        return tl::unexpected(problem_at(root.string(), {"不是规则包：缺少 pack.toml", "not a rule pack: there is no pack.toml"}));
    }
    auto toml = TomlText::parse(*content, path.string(), text::ProblemKind::pack);
    if (!toml) return tl::unexpected(std::move(toml.error()));
    const TomlTable table = (*toml)->root();
    table.only({"name", "version", "engine", "title", "title_en", "licence", "law", "families", "homepage", "extends", "ignore", "rules", "agencies"});
    Pack pack;
    pack.root = root;
    pack.name = table.text("name");
    pack.version = table.text("version");
    pack.title = {table.text_or("title", pack.name), table.text_or("title_en", {})};
    pack.licence = table.text_or("licence", {});
    const TomlTable agencies = table.table("agencies");
    pack.agencies.tails = agencies.only({"tails", "levels"}).texts("tails");
    const TomlTable levels = agencies.table("levels");
    for (const TomlString& level : levels.keys()) pack.agencies.levels.push_back({level.text, levels.texts(level.text)});
    pack.law = table.texts("law");
    pack.families = table.texts("families");
    if (table.has("engine")) pack.engine = setting(table.string("engine"), path);
    if (!pack.engine.value.empty() && !in_version_range(pack.engine.value, "0")) {
        table.fail({"engine 应写成 \">=0.1\" 或 \">=0.1, <2\"", "engine has to be written as \">=0.1\" or \">=0.1, <2\""}, "engine");
    }
    for (const TomlString& base : table.strings("extends")) pack.extends.push_back(setting(base, path));
    pack.choice = read_rule_choice(**toml, table, path);
    if ((*toml)->problem()) return tl::unexpected(*(*toml)->problem());
    return pack;
}

}  // namespace

text::Result<Pack> open_pack(const fs::path& root, text::Problems& problems) {
    auto pack = read_description(root);
    if (pack) read_rules(*pack, problems);
    return pack;
}

void read_knowledge(Pack& pack, text::Problems& problems) {
    // Most of the work is in the phrases: they are read beside the formats, since a cold start is waited for.
    auto phrases = std::async(std::launch::async, read_phrases, pack.root);
    read_formats(pack, problems);
    auto lexicon = phrases.get();
    if (lexicon) pack.lexicon = std::move(*lexicon);
    else problems.push_back(std::move(lexicon.error()));
}

std::string_view agency_level(const AgencyLevels& known, std::string_view agency) {
    const auto cut = [&](const std::string& tail) {
        const bool there = agency.size() > tail.size() && agency.ends_with(tail);
        if (there) agency.remove_suffix(tail.size());
        return there;
    };
    while (std::any_of(known.tails.begin(), known.tails.end(), cut)) {}
    std::string_view found;
    std::size_t longest = 0;
    for (const AgencyLevels::Level& level : known.levels) {
        for (const std::string& ending : level.endings) {
            if (ending.size() <= longest || !agency.ends_with(ending)) continue;
            longest = ending.size();
            found = level.name;
        }
    }
    return found;
}

}  // namespace gouji::config
