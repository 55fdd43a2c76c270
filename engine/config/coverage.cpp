// SPDX-License-Identifier: Apache-2.0
#include "engine/config/coverage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "engine/config/configuration.hpp"
#include "engine/config/toml_text.hpp"

namespace gouji::config {

namespace {

std::vector<Clause> read_clauses(TomlText& toml, const std::vector<std::string>& known) {
    std::vector<Clause> clauses;
    std::set<std::string> named;
    const TomlTable root = toml.root();
    root.only({"clause"});
    for (const TomlTable& table : root.tables("clause")) {
        table.only({"source", "zh", "en", "rules", "person"});
        Clause clause{table.text("source"), {table.text("zh"), table.text_or("en", {})}, {}, table.text_or("person", {})};
        for (const TomlString& rule : table.strings("rules")) {
            if (std::find(known.begin(), known.end(), rule.text) == known.end()) toml.unknown_name(rule, known, {"规则", "rule"});
            named.insert(rule.text);
            clause.rules.push_back(rule.text);
        }
        clauses.push_back(std::move(clause));
    }
    for (const std::string& rule : known) {
        if (!named.contains(rule)) root.fail({fmt::format("没有条款提到规则 {}", rule), fmt::format("no clause names rule {}", rule)});
    }
    return clauses;
}

}  // namespace

std::vector<Clause> read_coverage(const std::filesystem::path& pack_root, const std::vector<std::string>& known, text::Problems& problems) {
    const std::filesystem::path file = pack_root / "coverage.toml";
    std::ifstream stream{file, std::ios::binary};
    if (!stream) return {};
    const std::string content{std::istreambuf_iterator<char>{stream}, {}};
    auto toml = TomlText::parse(content, shown_path(file), text::ProblemKind::pack);
    if (!toml) {
        problems.push_back(std::move(toml.error()));
        return {};
    }
    std::vector<Clause> clauses = read_clauses(**toml, known);
    problems.insert(problems.end(), (*toml)->problems().begin(), (*toml)->problems().end());
    return clauses;
}

}  // namespace gouji::config
