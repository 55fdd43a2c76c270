// SPDX-License-Identifier: Apache-2.0
// Configuration: what gouji.toml says, with the place every value came from. It owns its strings. Keys, types and paths are
// checked here; whether a rule or an option exists is known only to the app, which has the rules loaded.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/finding/rule_info.hpp"
#include "engine/finding/waiver.hpp"
#include "grammar/text/problem.hpp"

namespace gouji::config {

struct Origin {
    std::string file;  // as shown to the user; or "--option", "GOUJI_LANG"; empty: the default
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string excerpt;
};

template <class T>
struct Setting {
    T value{};
    Origin origin;
};
using Text = Setting<std::string>;

// [rules.T301]: a severity, values of the rule's own options.
struct RuleSetting {
    Text rule;  // id, name, family letter or pack
    std::optional<Text> severity;
    struct Option {
        std::string name;
        finding::OptionValue value;
        Origin origin;
    };
    std::vector<Option> options;
};

// Which rules run; as the command line has it. A pack has [rules.ID] and ignore only.
struct RuleChoice {
    std::optional<std::vector<Text>> select;
    std::vector<Text> ignore;
    std::optional<Text> expression;  // select_expr
    std::vector<RuleSetting> rules;
};

class TomlText;
class TomlTable;
[[nodiscard]] RuleChoice read_rule_choice(TomlText& toml, const TomlTable& table, const std::filesystem::path& file);

// [[overrides]]: another choice for some files, years or levels of agencies.
struct Override {
    std::vector<std::string> files;  // patterns relative to the configuration's folder; empty: all
    std::string folder;              // that folder, as the shown paths begin
    std::vector<std::int64_t> years;
    std::vector<Text> levels;        // of the agency, as the packs name them
    Origin origin;
    RuleChoice choice;
};

// [[agencies]]: other and earlier names of one agency.
struct AgencyNames {
    std::string name;
    std::vector<std::string> also;
};

// Who stands above whom, for summary reports.
struct Subordinates {
    std::string superior;
    std::vector<std::string> names;
};

struct Configuration {
    std::vector<std::string> files;  // read for it, the nearest first; empty: defaults only
    std::optional<Text> lang, color, format, fail_on;
    std::optional<Setting<std::int64_t>> jobs;
    std::optional<Setting<bool>> official_pack;
    std::optional<Text> baseline, waivers;  // paths, usable from the working folder
    std::vector<Text> packs;                // likewise
    std::vector<AgencyNames> agencies;
    std::optional<Text> agencies_file, hierarchy;  // paths, likewise
    RuleChoice choice;
    std::vector<Override> overrides;        // the later one wins
};

// The nearest gouji.toml or .gouji.toml above `start` (a file or folder), and the nearest gouji.waivers.toml.
[[nodiscard]] std::optional<std::filesystem::path> find_configuration(const std::filesystem::path& start);
[[nodiscard]] std::optional<std::filesystem::path> find_waivers(const std::filesystem::path& start);

// Reads the file and what it extends. Everything wrong with it is in `problems`; what is right is kept.
[[nodiscard]] Configuration read_configuration(const std::filesystem::path& file, text::Problems& problems);

// `folder`: as the shown paths of files beside it begin. A malformed waiver is a problem, and kept with its fault.
[[nodiscard]] finding::Waivers read_waivers(std::string_view toml, const std::string& file, const std::string& folder, text::Problems& problems);

// The files that `agencies` and `hierarchy` name: TOML; a hierarchy may be CSV too (superior, subordinate), told by its content.
[[nodiscard]] std::vector<AgencyNames> read_agencies(std::string_view toml, const std::string& file, text::Problems& problems);
[[nodiscard]] std::vector<Subordinates> read_hierarchy(std::string_view bytes, const std::string& file, text::Problems& problems);

// How a path is shown: relative to the working folder where it lies below it, '/' between parts.
[[nodiscard]] std::string shown_path(const std::filesystem::path& path);

}  // namespace gouji::config
