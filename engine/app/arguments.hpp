// SPDX-License-Identifier: Apache-2.0
// What the user asked for, as plain values. Reading argv is done with CLI11 behind read_arguments(); nothing else of the
// program knows that library. An option that was not given is empty, so that the configuration can fill it in.
#pragma once

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "engine/app/console.hpp"

namespace gouji::app {

// Which rules, from which packs, by which configuration.
struct RuleArguments {
    std::vector<std::string> packs;       // --pack DIR
    bool official_pack = true;            // --no-official-pack
    std::string config;                   // --config FILE; else searched upward
    bool isolated = false;                // --isolated: no configuration file at all
    std::vector<std::string> select;      // ids, family letters or names
    std::vector<std::string> ignore;
    std::vector<std::string> severities;  // ID=LEVEL
    std::string expression;               // --select-expr
    std::vector<std::string> by_environment;  // those options whose value came from a variable: "--select"
};

// "--format sarif --output a.sarif", or "--output sarif=a.sarif" several times. No file: standard output.
struct OutputTarget {
    std::string format;
    std::string file;
};

struct CheckArguments {
    RuleArguments rules;
    std::vector<std::string> paths;
    std::string stdin_filename;
    std::string files_from;
    bool from_records = false;  // gouji cross: `paths` are files of records
    bool stdin_list = false;
    std::string records;        // --records FILE
    std::string cache;          // --cache DIR
    std::string format;
    std::vector<std::string> outputs;  // as given; output_targets() takes them apart
    std::string fail_on;
    std::string baseline;
    std::string write_baseline;
    bool prune_baseline = false;
    std::string waivers;
    unsigned jobs = 0;  // 0: as many as there are cores
    bool fix = false;
    bool unsafe_fixes = false;
    bool diff = false;
    bool statistics = false;
    bool timings = false;
    bool quiet = false;
    bool show_suppressed = false;
};

// gouji cross RECORDS…: the arguments of check, and its run.
struct CrossArguments {
    CheckArguments check;
};

struct FiguresArguments {
    RuleArguments rules;
    std::vector<std::string> paths;
    std::string stdin_filename;
    std::string files_from;
    std::string format = "csv";
    std::string output;
};

struct ParseArguments {
    RuleArguments rules;
    std::vector<std::string> paths;
    std::string stdin_filename;
    std::string format = "json";
};

struct RulesArguments {
    RuleArguments rules;
    std::string format = "text";
    std::string write_docs;  // folder; regenerates the reference
};

struct ExplainArguments {
    RuleArguments rules;
    std::string rule;
};

struct TestArguments {
    RuleArguments rules;
    std::vector<std::string> packs;
    std::string only;  // rule id
    bool update = false;
    bool mutate = false;
    bool watch = false;
    bool strict = false;  // too few cases of a rule, or a mutant that survives and should not, count as failures
};

struct NewArguments {
    std::string kind;  // rule, pack
    std::string name;
    std::string folder;
    std::string id;
};

struct LockArguments {
    std::vector<std::string> packs;
};

struct ConfigArguments {
    RuleArguments rules;
    std::string path = ".";
    std::string schema;  // configuration, waivers: print its JSON schema instead
};

struct InitArguments {
    std::string folder = ".";
    bool waivers = false;  // a waiver file as well
};

struct VersionArguments {};

using Command = std::variant<VersionArguments, CheckArguments, ParseArguments, RulesArguments, ExplainArguments, TestArguments,
                             NewArguments, LockArguments, ConfigArguments, InitArguments, CrossArguments, FiguresArguments>;

struct Arguments {
    Command command;
    bool english = false;
    Color color = Color::automatic;
    bool language_given = false;  // by --lang or GOUJI_LANG; else a configuration may say
    bool color_given = false;
};

// Nothing to run: --help (status 0), or wrong usage (status 2).
struct Answer {
    std::string text;
    int status = exit_clean;
};

[[nodiscard]] tl::expected<Arguments, Answer> read_arguments(int argc, const char* const* argv);

// Language and colour as the configuration of the first input has them, where nothing nearer says.
void apply_preferences(Arguments& arguments);

}  // namespace gouji::app
