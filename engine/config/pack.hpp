// SPDX-License-Identifier: Apache-2.0
// Pack (规则包): a folder with pack.toml, formats, phrases and rules. Loading reads files and checks shapes; it runs no Lua.
// The only layer that includes toml++; every problem carries file, line, column and an excerpt.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/model/format.hpp"
#include "engine/model/lexicon.hpp"
#include "grammar/text/problem.hpp"

namespace gouji::config {

struct RuleFile {
    std::string path;  // relative to the pack, with '/'
    std::string text;
};

// How the level of an agency is told from its name: what may follow is taken off (tails), then the longest ending decides.
struct AgencyLevels {
    struct Level {
        std::string name;  // "township"
        std::vector<std::string> endings;
    };
    std::vector<std::string> tails;
    std::vector<Level> levels;
};
// The level's name; empty where it is unclear.
[[nodiscard]] std::string_view agency_level(const AgencyLevels& known, std::string_view agency);

struct Pack {
    std::string name;      // "official"
    std::string version;
    text::Bilingual title;
    std::string licence;
    std::filesystem::path root;
    std::vector<model::Format> formats;
    model::Lexicon lexicon;
    AgencyLevels agencies;
    std::vector<RuleFile> rules;    // sorted by path
    std::vector<RuleFile> library;  // lib/*.lua, for require
};

// Loads everything that can be loaded; what cannot is in `problems`. Nothing is returned only where pack.toml itself fails.
[[nodiscard]] text::Result<Pack> load_pack(const std::filesystem::path& root, text::Problems& problems);

// One format or lexicon from TOML text; `file` is for messages.
[[nodiscard]] text::Result<model::Format> read_format(std::string_view toml, const std::string& file);
[[nodiscard]] text::Result<model::Lexicon> read_lexicon(std::string_view toml, const std::string& file);

}  // namespace gouji::config
