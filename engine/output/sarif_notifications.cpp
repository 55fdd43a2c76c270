// SPDX-License-Identifier: Apache-2.0
// The kinds of problem as SARIF's notification descriptors.
#include <array>

#include "engine/output/project.hpp"
#include "engine/output/sarif_rules.hpp"

namespace gouji::output {
namespace {

struct Descriptor {
    text::ProblemKind kind;
    std::string_view id;
    std::string_view name;
    std::string_view title_zh, title_en;
    std::string_view help_zh, help_en;
};

constexpr std::array descriptors{
    Descriptor{text::ProblemKind::input, "input-unread", "InputUnread", "有输入未能读取。", "An input could not be read.",
               "检查文件是否存在、是否完整、是否为受支持的类型。", "Check that the file exists, is complete and of a kind that can be read."},
    Descriptor{text::ProblemKind::rule, "rule-failed", "RuleFailed", "有规则未能载入或执行。", "A rule did not load or failed.",
               "该规则的结论缺失；请按所示位置修正规则。", "This rule's verdict is missing; correct the rule at the place shown."},
    Descriptor{text::ProblemKind::pack, "pack-unread", "PackUnread", "有规则包未能载入。", "A rule pack did not load.",
               "请按所示位置修正规则包。", "Correct the pack at the place shown."},
    Descriptor{text::ProblemKind::format, "format-unread", "FormatUnread", "有格式定义未能载入。", "A format did not load.",
               "请按所示位置修正格式文件。", "Correct the format file at the place shown."},
    Descriptor{text::ProblemKind::configuration, "configuration-wrong", "ConfigurationWrong", "配置有误。", "The configuration is wrong.",
               "请按所示位置修正配置。", "Correct the configuration at the place shown."},
    Descriptor{text::ProblemKind::usage, "usage-wrong", "UsageWrong", "命令用法有误。", "The command was used wrongly.",
               "运行 gouji --help 查看用法。", "Run gouji --help."},
};

}  // namespace

std::uint32_t notification_index(text::ProblemKind kind) {
    for (std::uint32_t i = 0; i < descriptors.size(); ++i) {
        if (descriptors[i].kind == kind) return i;
    }
    return 0;
}

std::string_view notification_id(text::ProblemKind kind) { return descriptors[notification_index(kind)].id; }

void write_notifications(JsonStream& json, bool english) {
    json.open_array("notifications");
    for (const Descriptor& each : descriptors) {
        json.open_object();
        json.member("id", each.id);
        json.member("name", each.name);
        write_message(json, "shortDescription", english ? each.title_en : each.title_zh);
        write_message(json, "fullDescription", english ? each.title_en : each.title_zh);
        write_message(json, "help", english ? each.help_en : each.help_zh);
        json.member("helpUri", page_uri("problems/") + std::string{each.id});
        json.open_object("defaultConfiguration");
        json.member("level", "error");
        json.close_object();
        json.close_object();
    }
    json.close_array();
}

}  // namespace gouji::output
