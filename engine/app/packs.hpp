// SPDX-License-Identifier: Apache-2.0
// The packs of a run, loaded: what binding knows and the rules to run. Owns both; every worker reads them, none writes.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/binding/bind.hpp"
#include "engine/config/pack.hpp"
#include "engine/output/writer.hpp"
#include "engine/script/rule_book.hpp"

namespace gouji::app {

struct LoadedPacks {
    std::vector<output::PackInfo> packs;
    std::vector<std::filesystem::path> roots;  // by index in `packs`, as the next one
    std::vector<config::RuleChoice> choices;   // what each pack sets for rules
    std::vector<std::vector<std::size_t>> bases;  // the packs that it extends, directly or not
    config::AgencyLevels agencies;             // of all packs together
    binding::Knowledge knowledge;
    script::RuleBook book;
    text::Problems problems;

    [[nodiscard]] bool extends(std::size_t pack, std::size_t base) const;
};

// The official pack beside the source tree or the installation of this executable.
[[nodiscard]] std::optional<std::filesystem::path> find_official_pack();

// The index of the pack in this folder.
[[nodiscard]] std::optional<std::size_t> find_pack(const LoadedPacks& packs, const std::filesystem::path& folder);

// Whether the rules are wanted, or only what reading and binding need.
enum class PackUse : std::uint8_t { formats, rules };
// The packs in these folders, each behind those that it extends. A pack that needs another engine, or does not match its lock,
// is a problem and is left out.
[[nodiscard]] LoadedPacks load_packs(const std::vector<std::filesystem::path>& folders, PackUse use = PackUse::rules);

// The folders that the arguments name: the official pack first, unless it is left out.
[[nodiscard]] std::vector<std::filesystem::path> pack_folders(const std::vector<std::string>& named, bool official, text::Problems& problems);

}  // namespace gouji::app
