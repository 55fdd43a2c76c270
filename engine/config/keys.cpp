// SPDX-License-Identifier: Apache-2.0
#include "engine/config/keys.hpp"

#include <algorithm>

namespace gouji::config {

namespace {

std::vector<Key> choice_keys() {
    return {
        {"select", KeyType::texts, {}, {}, R"(["S", "F", "T", "C", "P"])",
         {"只用这些规则：编号、名称、类别（字母或目录名）、规则包或 ALL", "only these rules: ids, names, families (letter or folder), packs or ALL"}, "GOUJI_SELECT", "--select"},
        {"ignore", KeyType::texts, {}, {}, R"(["W602", "figure-reference"])", {"不用这些规则", "without these rules"}, "GOUJI_IGNORE", "--ignore"},
        {"select_expr", KeyType::text, {}, {}, "\"totals or (claims and not note)\"",
         {"只用满足此式的规则：编号、名称、类别、规则包、级别，以 and、or、not 和括号相连", "only rules for which this holds: ids, names, families, packs and severities with and, or, not and parentheses"},
         "GOUJI_SELECT_EXPR", "--select-expr"},
        {"rules", KeyType::rules, {}, {}, {}, {"各规则的级别（severity）和选项", "severity and options of single rules"}},
    };
}

std::vector<Key> run_keys() {
    return {
        {"extends", KeyType::paths, {}, {}, R"("../gouji.toml")", {"先读这些配置，再由本文件改写", "configurations that this one builds on"}},
        {"lang", KeyType::text, {"zh", "en"}, R"("zh")", R"("en")", {"信息的语言；默认依环境", "language of messages; default: by the environment"}, "GOUJI_LANG", "--lang"},
        {"color", KeyType::text, {"auto", "always", "never"}, R"("auto")", R"("never")", {"何时使用颜色", "when to use colour"}, "GOUJI_COLOR", "--color"},
        {"format", KeyType::text, {"text", "json", "jsonl", "sarif", "html", "junit", "github", "csv", "record"}, R"("text")", R"("json")",
         {"输出格式", "output format"}, "GOUJI_FORMAT", "--format"},
        {"fail_on", KeyType::text, {"error", "warning", "note", "never"}, R"("warning")", R"("error")",
         {"达到此级别即以 1 退出", "exit with 1 from this level on"}, "GOUJI_FAIL_ON", "--fail-on"},
        {"jobs", KeyType::integer, {}, {}, "4", {"同时检查的份数；默认为处理器核数", "reports at a time; default: the number of cores"}, "GOUJI_JOBS", "--jobs"},
        {"official_pack", KeyType::flag, {}, "true", "false", {"是否使用官方规则包", "whether the official pack is used"}},
        {"packs", KeyType::paths, {}, {}, R"(["rules/ours"])", {"再加的规则包目录", "folders of further rule packs"}, "GOUJI_PACK", "--pack"},
        {"baseline", KeyType::path, {}, {}, R"("gouji.baseline.json")", {"基线文件：其中的检出不再报告", "baseline: findings in it pass"}, "GOUJI_BASELINE", "--baseline"},
        {"waivers", KeyType::path, {}, {}, R"("gouji.waivers.toml")",
         {"豁免文件；默认自输入所在目录向上寻找 gouji.waivers.toml", "waiver file; default: gouji.waivers.toml, searched upward"}, "GOUJI_WAIVERS", "--waivers"},
        {"agencies", KeyType::agencies, {}, {}, R"("agencies.toml")",
         {"机关更名和别称：[[agencies]] 或写有它们的文件", "renamed agencies and their other names: [[agencies]], or a file of them"}},
        {"hierarchy", KeyType::path, {}, {}, R"("hierarchy.csv")", {"上下级关系：TOML 或 CSV 文件", "superiors and subordinates: a TOML or CSV file"}},
    };
}

std::vector<Key> joined(std::vector<Key> first, const std::vector<Key>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

// Overrides are of the file alone: no variable, no option.
std::vector<Key> bare(std::vector<Key> keys) {
    for (Key& key : keys) key.variable = key.option = {};
    return keys;
}

std::vector<Key> scope_keys() {
    return {
        {"files", KeyType::texts, {}, {}, R"(["2020/**"])", {"适用的文件：相对于本文件的模式", "files it is for: patterns relative to this file"}},
        {"years", KeyType::integers, {}, {}, "[2019, 2020]", {"适用的报告年度", "report years it is for"}},
        {"levels", KeyType::texts, {}, {}, R"(["township"])",
         {"适用的机关层级，由规则包按机关名称判定：township、county、city、province、department", "agency levels it is for, told by the pack from the agency's name: township, county, city, province, department"}},
    };
}

}  // namespace

const std::vector<Key>& configuration_key_list() {
    static const std::vector<Key> keys = [] {
        auto all = joined(run_keys(), choice_keys());
        all.push_back({"overrides", KeyType::overrides, {}, {}, {}, {"部分文件、年度或层级另行规定；后者优先", "another choice for some files, years or levels; the later one wins"}});
        return all;
    }();
    return keys;
}

const std::vector<Key>& override_key_list() {
    static const std::vector<Key> keys = joined(scope_keys(), bare(choice_keys()));
    return keys;
}

const std::vector<Key>& waiver_key_list() {
    static const std::vector<Key> keys{
        {"rule", KeyType::text, {}, {}, R"("T301")", {"规则的编号或名称", "id or name of the rule"}, {}, {}, true},
        {"files", KeyType::text, {}, {}, R"("2020/*.txt")", {"文件模式，相对于本文件；默认为所有文件", "file pattern relative to this file; default: every file"}},
        {"figure", KeyType::text, {}, {}, R"("applications.balance.natural_person")", {"数值的名称，可以 .* 结尾", "identifier of the figure; may end with .*"}},
        {"section", KeyType::text, {}, {}, R"("overview")", {"章节的名称", "id of the section"}},
        {"reason", KeyType::text, {}, {}, R"("原报告如此，已去函更正")", {"理由，必须写明", "the reason; it has to be given"}, {}, {}, true},
        {"until", KeyType::date, {}, {}, "2026-12-31", {"最后一日", "the last day"}},
        {"approver", KeyType::text, {}, {}, R"("张三")", {"批准人", "who approved it"}},
    };
    return keys;
}

const std::vector<Key>& agency_key_list() {
    static const std::vector<Key> keys{
        {"name", KeyType::text, {}, {}, R"("清湖县数据局")", {"机关现在的名称", "the agency's present name"}, {}, {}, true},
        {"also", KeyType::texts, {}, {}, R"(["清湖县大数据中心"])", {"它的其他名称", "its other names"}, {}, {}, true},
    };
    return keys;
}

const Key& find_key(const std::vector<Key>& keys, std::string_view name) {
    return *std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.name == name; });
}

std::vector<std::string> key_names(const std::vector<Key>& keys) {
    std::vector<std::string> names;
    for (const Key& key : keys) names.push_back(key.name);
    return names;
}

const std::vector<std::string>& severity_choices() {
    static const std::vector<std::string> choices{"error", "warning", "note", "off"};
    return choices;
}

}  // namespace gouji::config
