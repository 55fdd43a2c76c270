// SPDX-License-Identifier: Apache-2.0
#include "engine/config/configuration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <set>

#include "engine/config/agency_names.hpp"
#include "engine/config/keys.hpp"
#include "engine/config/toml_text.hpp"

namespace gouji::config {

namespace fs = std::filesystem;

namespace {

constexpr int deepest_extends = 16;

// One file on its way into a Configuration; `depth` guards against a file that extends itself.
class Reader {
public:
    Reader(TomlText& toml, const fs::path& file) : toml_{toml}, shown_{shown_path(file)}, folder_{file.parent_path()} {}

    void read(Configuration& into);
    void read_choice(const TomlTable& table, RuleChoice& into);
    [[nodiscard]] std::vector<TomlString> extends() const { return toml_.root().strings("extends"); }
    [[nodiscard]] fs::path resolve(const std::string& path) const {
        return fs::path{path}.is_absolute() ? fs::path{path} : folder_ / path;
    }

private:
    [[nodiscard]] Origin origin(TomlPlace place) const { return {shown_, place.line, place.column, {}}; }
    [[nodiscard]] Text setting(const TomlString& string) const { return {string.text, origin(string.place)}; }
    [[nodiscard]] Text path_setting(const TomlString& string) const { return {shown_path(resolve(string.text)), origin(string.place)}; }
    void read_text(const TomlTable& root, std::string_view key, std::optional<Text>& into, const std::vector<std::string>& choices = {});
    void read_path(const TomlTable& root, std::string_view key, std::optional<Text>& into);
    [[nodiscard]] RuleSetting read_rule(const TomlString& name, const TomlTable& table);
    [[nodiscard]] std::optional<finding::OptionValue> option_value(const TomlTable& table, std::string_view key);
    [[nodiscard]] Override read_override(const TomlTable& table);

    TomlText& toml_;
    std::string shown_;
    fs::path folder_;
};

void Reader::read_text(const TomlTable& root, std::string_view key, std::optional<Text>& into, const std::vector<std::string>& choices) {
    if (!root.has(key)) return;
    const TomlString value = root.string(key);
    if (!choices.empty() && std::find(choices.begin(), choices.end(), value.text) == choices.end()) {
        toml_.fail({fmt::format("“{}”不是 {} 可用的取值：{}", value.text, key, fmt::join(choices, "、")),
                    fmt::format("'{}' is no value for {}: {}", value.text, key, fmt::join(choices, ", "))},
                   root.place(key), value.text);
        return;
    }
    into = setting(value);
}

void Reader::read_path(const TomlTable& root, std::string_view key, std::optional<Text>& into) {
    if (root.has(key)) into = path_setting(root.string(key));
}

std::optional<finding::OptionValue> Reader::option_value(const TomlTable& table, std::string_view key) {
    if (table.is_flag(key)) return table.flag_or(key, false);
    if (table.is_integer(key)) return table.integer_or(key, INT64_MIN, INT64_MAX, 0);
    if (table.is_text(key)) return table.text(key);
    if (const auto number = table.number(key)) return *number;
    const std::size_t before = toml_.problems().size();
    std::vector<std::string> texts = table.texts(key);
    if (toml_.problems().size() > before) return std::nullopt;
    return texts;
}

RuleSetting Reader::read_rule(const TomlString& name, const TomlTable& table) {
    RuleSetting rule;
    rule.rule = setting(name);
    for (const TomlString& key : table.keys()) {
        if (key.text == "severity") {
            std::optional<Text> severity;
            read_text(table, "severity", severity, severity_choices());
            rule.severity = std::move(severity);
        } else if (auto value = option_value(table, key.text)) {
            rule.options.push_back({key.text, std::move(*value), origin(key.place)});
        }
    }
    return rule;
}

void Reader::read_choice(const TomlTable& table, RuleChoice& into) {
    if (table.has("select")) {
        into.select.emplace();
        for (const TomlString& selector : table.strings("select")) into.select->push_back(setting(selector));
    }
    for (const TomlString& selector : table.strings("ignore")) into.ignore.push_back(setting(selector));
    read_text(table, "select_expr", into.expression);
    const TomlTable rules = table.table("rules");
    for (const TomlString& name : rules.keys()) into.rules.push_back(read_rule(name, rules.table(name.text)));
}

Override Reader::read_override(const TomlTable& table) {
    Override entry;
    entry.files = table.only(key_names(override_key_list())).texts("files");
    entry.folder = shown_path(folder_);
    entry.years = table.integers("years");
    for (const TomlString& level : table.strings("levels")) entry.levels.push_back(setting(level));
    entry.origin = origin(table.place());
    read_choice(table, entry.choice);
    return entry;
}

void Reader::read(Configuration& into) {
    const TomlTable root = toml_.root();
    root.only(key_names(configuration_key_list()));
    into.files.insert(into.files.begin(), shown_);
    for (const auto& [name, setting] : {std::pair{"lang", &into.lang}, {"color", &into.color}, {"format", &into.format}, {"fail_on", &into.fail_on}}) {
        read_text(root, name, *setting, find_key(configuration_key_list(), name).choices);
    }
    if (root.has("jobs")) into.jobs = {root.integer("jobs", 1, 1024), origin(root.place("jobs"))};
    if (root.has("official_pack")) into.official_pack = {root.flag_or("official_pack", true), origin(root.place("official_pack"))};
    read_path(root, "baseline", into.baseline);
    read_path(root, "waivers", into.waivers);
    if (root.is_text("agencies")) {
        read_path(root, "agencies", into.agencies_file);
    } else {
        for (const TomlTable& entry : root.tables("agencies")) into.agencies.push_back(read_agency_names(entry));
    }
    read_path(root, "hierarchy", into.hierarchy);
    for (const TomlString& pack : root.strings("packs")) into.packs.push_back(path_setting(pack));
    read_choice(root, into.choice);
    for (const TomlTable& entry : root.tables("overrides")) into.overrides.push_back(read_override(entry));
}

text::Problem unreadable(const fs::path& file) {
    text::Problem problem;
    problem.kind = text::ProblemKind::configuration;
    problem.message = {"不能读取配置文件", "the configuration file can't be read"};
    problem.file = shown_path(file);
    return problem;
}

void read_into(Configuration& into, const fs::path& file, text::Problems& problems, int depth) {
    std::ifstream stream{file, std::ios::binary};
    if (!stream || !fs::is_regular_file(file)) return problems.push_back(unreadable(file));
    const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
    auto toml = TomlText::parse(bytes, shown_path(file), text::ProblemKind::configuration);
    if (!toml) return problems.push_back(std::move(toml.error()));
    Reader reader{**toml, file};
    for (const TomlString& base : reader.extends()) {
        if (depth < deepest_extends) {
            read_into(into, reader.resolve(base.text), problems, depth + 1);
        } else {
            (*toml)->fail({"extends 层数过多，或相互引用成环", "too many levels of extends, or a circle of them"}, base.place, base.text);
        }
    }
    reader.read(into);
    problems.insert(problems.end(), (*toml)->problems().begin(), (*toml)->problems().end());
}

// The folder above, in the way it was written: "a/b" → "a" → "" → ".." → "../..".
fs::path folder_above(const fs::path& folder) {
    if (folder.empty() || folder.filename() == "..") return folder / "..";
    return folder.parent_path();
}

std::optional<fs::path> search_upward(const fs::path& start, std::initializer_list<const char*> names) {
    std::error_code error;
    fs::path folder = start.lexically_normal();
    if (folder == ".") folder.clear();
    if (!folder.has_filename()) folder = folder.parent_path();
    if (!folder.empty() && !fs::is_directory(folder, error)) folder = folder.parent_path();
    for (;; folder = folder_above(folder)) {
        for (const char* name : names) {
            if (fs::is_regular_file(folder / name, error)) return folder / name;
        }
        const fs::path real = fs::weakly_canonical(folder.empty() ? fs::path{"."} : folder, error);
        if (error || real == real.root_path()) return std::nullopt;
    }
}

}  // namespace

std::optional<fs::path> find_configuration(const fs::path& start) { return search_upward(start, {"gouji.toml", ".gouji.toml"}); }
std::optional<fs::path> find_waivers(const fs::path& start) { return search_upward(start, {"gouji.waivers.toml"}); }

Configuration read_configuration(const fs::path& file, text::Problems& problems) {
    Configuration configuration;
    read_into(configuration, file, problems, 0);
    return configuration;
}

RuleChoice read_rule_choice(TomlText& toml, const TomlTable& table, const fs::path& file) {
    RuleChoice choice;
    Reader{toml, file}.read_choice(table, choice);
    return choice;
}

std::string shown_path(const fs::path& path) {
    std::error_code error;
    fs::path shown = path.lexically_normal();
    if (shown.is_absolute()) {
        const fs::path relative = shown.lexically_relative(fs::current_path(error));
        if (!error && !relative.empty() && *relative.begin() != "..") shown = relative;
    }
    return shown == "." ? std::string{} : shown.generic_string();
}

}  // namespace gouji::config
