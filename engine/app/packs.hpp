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
    std::vector<std::filesystem::path> roots;  // by index in `packs`
    config::AgencyLevels agencies;  // of all packs together
    binding::Knowledge knowledge;
    script::RuleBook book;
    text::Problems problems;
};

// The official pack beside the source tree or the installation of this executable.
[[nodiscard]] std::optional<std::filesystem::path> find_official_pack();

// Whether the rules are wanted, or only what reading and binding need.
enum class PackUse : std::uint8_t { formats, rules };
[[nodiscard]] LoadedPacks load_packs(const std::vector<std::filesystem::path>& folders, PackUse use = PackUse::rules);

// The folders that the arguments name: the official pack first, unless it is left out.
[[nodiscard]] std::vector<std::filesystem::path> pack_folders(const std::vector<std::string>& named, bool official, text::Problems& problems);

}  // namespace gouji::app
