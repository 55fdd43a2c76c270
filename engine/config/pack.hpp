// SPDX-License-Identifier: Apache-2.0
// Pack (规则包): a folder with pack.toml, formats, phrases and rules (Lua, or TOML). Loading reads files and checks shapes; it runs no Lua.
// The only layer that includes toml++; every problem carries file, line, column and an excerpt.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/config/configuration.hpp"
#include "engine/model/format.hpp"
#include "engine/model/lexicon.hpp"
#include "grammar/text/problem.hpp"

namespace gouji::config {

struct RuleFile {
    std::string path;  // relative to the pack, with '/'
    std::string text;
    std::vector<Text> figures = {};  // that a rule in TOML names: whether they are known is seen when all formats are
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
    std::vector<std::string> law;        // instruments that its rules rest on
    std::vector<std::string> families;   // letters of its rules; empty: any
    Text engine;                         // versions of the engine that it works with: ">=0.1, <2"
    std::vector<Text> extends;           // packs that it builds on: "official", or folders relative to this one
    RuleChoice choice;                   // severities and options that it sets for its own and those rules
    std::filesystem::path root;
    std::vector<model::Format> formats;
    model::Lexicon lexicon;
    AgencyLevels agencies;
    std::vector<RuleFile> rules;    // sorted by path
    std::vector<RuleFile> library;  // lib/*.lua, for require
};

// Whether a version lies in a range: comparisons (>= > <= < =) parted by commas, all of which hold. Nothing where the range cannot be read.
[[nodiscard]] std::optional<bool> in_version_range(std::string_view range, std::string_view version);

// A rule in TOML - phrases that have to be there, that must not, figures with bounds - as the Lua rule that it stands for. Every
// key keeps its line, so that problems found later point into the TOML file.
[[nodiscard]] text::Result<RuleFile> rule_from_toml(std::string_view toml, const std::string& file);

// Loads everything that can be loaded; what cannot is in `problems`. In two steps, since the rules' files are enough to go on with:
// pack.toml and those files, then formats and phrases. Nothing is returned only where pack.toml itself fails.
[[nodiscard]] text::Result<Pack> open_pack(const std::filesystem::path& root, text::Problems& problems);
void read_knowledge(Pack& pack, text::Problems& problems);

// One format or lexicon from TOML text; `file` is for messages.
[[nodiscard]] text::Result<model::Format> read_format(std::string_view toml, const std::string& file);
[[nodiscard]] text::Result<model::Lexicon> read_lexicon(std::string_view toml, const std::string& file);

}  // namespace gouji::config
