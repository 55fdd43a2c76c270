// SPDX-License-Identifier: Apache-2.0
#include "engine/app/packs.hpp"

#include <fmt/format.h>
#include <sys/auxv.h>

#include <algorithm>
#include <iterator>

#include "engine/config/configuration.hpp"

namespace gouji::app {

namespace fs = std::filesystem;

namespace {

void add_formats(std::vector<model::Format>& all, config::Pack& pack, text::Problems& problems) {
    for (model::Format& format : pack.formats) {
        const bool known = std::any_of(all.begin(), all.end(), [&](const model::Format& other) { return other.id == format.id; });
        if (!known) {
            all.push_back(std::move(format));
            continue;
        }
        text::Problem problem;
        problem.kind = text::ProblemKind::format;
        problem.message = {fmt::format("规则包 {} 的格式 {} 已由另一规则包定义", pack.name, format.id),
                           fmt::format("format {1} of pack {0} is already defined by another pack", pack.name, format.id)};
        problem.file = pack.root.string();
        problem.subject = format.id;
        problems.push_back(std::move(problem));
    }
}

void add_agencies(config::AgencyLevels& all, config::AgencyLevels own) {
    std::move(own.tails.begin(), own.tails.end(), std::back_inserter(all.tails));
    std::move(own.levels.begin(), own.levels.end(), std::back_inserter(all.levels));
}

// How the pack's folder is named in messages: never by an absolute path that only this machine has.
std::string shown_root(const fs::path& root, const std::string& pack) {
    const std::string shown = config::shown_path(root);
    return fs::path{shown}.is_absolute() ? pack : shown;
}

void show_roots(text::Problems& problems, std::size_t from, const fs::path& root, const std::string& shown) {
    for (std::size_t i = from; i < problems.size(); ++i) {
        std::string& file = problems[i].file;
        if (file.starts_with(root.string())) file.replace(0, root.string().size(), shown);
    }
}

std::vector<script::ScriptFile> scripts(std::vector<config::RuleFile>&& files) {
    std::vector<script::ScriptFile> result;
    result.reserve(files.size());
    for (config::RuleFile& file : files) result.push_back({std::move(file.path), std::move(file.text)});
    return result;
}

}  // namespace

std::optional<fs::path> find_official_pack() {
    std::error_code error;
    fs::path executable = fs::read_symlink("/proc/self/exe", error);
    if (error) executable = fs::canonical(reinterpret_cast<const char*>(::getauxval(AT_EXECFN)), error);  // a root without /proc
    if (error) return std::nullopt;
    const fs::path installed = executable.parent_path().parent_path() / "share/gouji/rules/official";
    if (fs::exists(installed / "pack.toml", error)) return installed;
    fs::path folder = executable.parent_path();
    for (int level = 0; level < 5 && folder.has_relative_path(); ++level, folder = folder.parent_path()) {
        if (fs::exists(folder / "rules/official/pack.toml", error)) return folder / "rules/official";
    }
    return std::nullopt;
}

std::vector<fs::path> pack_folders(const std::vector<std::string>& named, bool official, text::Problems& problems) {
    std::vector<fs::path> folders;
    if (official) {
        if (auto found = find_official_pack()) {
            folders.push_back(std::move(*found));
        } else {
            text::Problem problem;
            problem.kind = text::ProblemKind::pack;
            problem.message = {"找不到官方规则包（应在 ../share/gouji/rules/official）",
                               "the official pack is not found (expected at ../share/gouji/rules/official)"};
            problems.push_back(std::move(problem));
        }
    }
    folders.insert(folders.end(), named.begin(), named.end());
    return folders;
}

LoadedPacks load_packs(const std::vector<fs::path>& folders, PackUse use) {
    LoadedPacks loaded;
    std::vector<script::ScriptPack> script_packs;
    for (const fs::path& folder : folders) {
        const std::size_t before = loaded.problems.size();
        auto pack = config::load_pack(folder, loaded.problems);
        if (!pack) {
            loaded.problems.push_back(std::move(pack.error()));
            continue;
        }
        const std::string shown = shown_root(folder, pack->name);
        add_formats(loaded.knowledge.formats, *pack, loaded.problems);
        show_roots(loaded.problems, before, folder, shown);
        model::add_lexicon(loaded.knowledge.lexicon, std::move(pack->lexicon));
        add_agencies(loaded.agencies, std::move(pack->agencies));
        script_packs.push_back({pack->name, shown, scripts(std::move(pack->rules)), scripts(std::move(pack->library))});
        loaded.packs.push_back({pack->name, pack->version, pack->title});
        loaded.roots.push_back(pack->root);
    }
    if (use == PackUse::rules) {
        loaded.book = script::RuleBook::load(std::move(script_packs), script::Limits{}, loaded.knowledge.phrases, loaded.problems);
    }
    binding::compile(loaded.knowledge);
    return loaded;
}

}  // namespace gouji::app
