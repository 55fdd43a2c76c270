// SPDX-License-Identifier: Apache-2.0
#include "engine/kit/template.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace gouji::kit {

namespace {

constexpr std::string_view rule_template = R"(-- SPDX-License-Identifier: CC0-1.0
-- @NAME@：写一句话，说明这条规则查什么。写法见 docs/writing-rules.md，接口见 rules/gouji.meta.lua。
return {
  id = "@ID@",
  name = "@NAME@",
  severity = "warning",  -- error、warning、note
  title = { zh = "一句话的标题", en = "A title in one sentence" },
  basis = {
    -- { id = "local-1", instrument = "文件名称", article = "第几条", since = "2024-01-01",
    --   zh = "这一条说了什么。", en = "What it says." },
  },
  what = { zh = "查出什么。", en = "What it finds." },
  why = { zh = "为什么要紧。", en = "Why it matters." },
  bad = { zh = "错误的写法" },
  good = { zh = "正确的写法" },
  advice = { zh = "怎么改。", en = "What to do." },
  phrases = { wanted = { "监督电话", "举报电话" } },
  messages = {
    missing = { zh = "“{title}”没有写监督电话。", en = "“{title}” states no hotline." },
  },
  check = function(doc, report)
    local section = doc:section("other")
    if not section then return end  -- 缺这一节另有规则报告
    if #section:hits("wanted") == 0 then
      report({ at = section, message = "missing", data = { title = section.title } })
    end
  end,
}
)";

constexpr std::string_view case_template = R"(# @ID@ 的用例。写法见 docs/writing-rules.md。至少两个要找到的，三个不能报的。
rule @ID@

case 第六节没有监督电话
base 2021
find @ID@ section:other at section:other

case 旧格式的报告同样要有
base 2019
find @ID@ section:other at section:other

case 写了监督电话
base 2021
replace "除上述内容外" by "监督电话：0872-5550123。除上述内容外"
silent

case 差一点：写的是举报电话
base 2019
replace "除上述内容外" by "举报电话：0872-5550123。除上述内容外"
silent

case 整节都没有，由 S101 报告
base 2021
delete section other
silent
)";

constexpr std::string_view pack_template = R"(name = "@PACK@"
version = "0.1.0"
engine = ">=0.1"
title = "@PACK@ 规则包"
title_en = "Rules of @PACK@"
licence = "CC0-1.0"
)";

std::string fill(std::string_view text, const std::string& name, const std::string& id) {
    std::string out{text};
    for (const auto& [mark, value] : {std::pair<std::string_view, const std::string&>{"@NAME@", name}, {"@ID@", id}, {"@PACK@", name}}) {
        for (std::size_t at = out.find(mark); at != std::string::npos; at = out.find(mark, at + value.size())) out.replace(at, mark.size(), value);
    }
    return out;
}

text::Problem wrong_name(const std::string& name) {
    return {text::ProblemKind::usage, {fmt::format("名称“{}”只能用小写字母、数字和连字符，如 hotline-missing", name),
                                       fmt::format("the name “{}” may have lower-case letters, digits and hyphens only, as hotline-missing", name)}, {}, 0, 0, {}, name};
}

bool is_name(const std::string& name) {
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos && name.front() != '-';
}

bool is_id(const std::string& id) {
    const std::size_t letters = id.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return (letters == 1 || letters == 2) && id.size() == letters + 3 && id.find_first_not_of("0123456789", letters) == std::string::npos;
}

}  // namespace

text::Result<std::vector<NewFile>> new_rule(const std::string& name, const std::string& id) {
    if (!is_name(name)) return tl::unexpected{wrong_name(name)};
    if (!is_id(id)) {
        return tl::unexpected{text::Problem{text::ProblemKind::usage, {fmt::format("编号“{}”应当是一两个大写字母加三位数字，如 L001", id),
                                            fmt::format("the id “{}” has to be one or two capital letters and three digits, as L001", id)}, {}, 0, 0, {}, id}};
    }
    return std::vector<NewFile>{{fmt::format("rules/{}-{}.lua", id, name), fill(rule_template, name, id)},
                                {fmt::format("cases/{}.case", id), fill(case_template, name, id)}};
}

text::Result<std::vector<NewFile>> new_pack(const std::string& name) {
    if (!is_name(name)) return tl::unexpected{wrong_name(name)};
    std::vector<NewFile> files{{"pack.toml", fill(pack_template, name, {})}};
    auto rule = new_rule("hotline-missing", "L001");
    files.insert(files.end(), rule->begin(), rule->end());
    return files;
}

std::string free_id(const std::vector<std::string>& taken, const std::string& family) {
    for (int number = 1; number < 1000; ++number) {
        const std::string id = fmt::format("{}{:03}", family, number);
        const auto same = [&](const std::string& other) { return other == id || other.ends_with("/" + id); };
        if (std::none_of(taken.begin(), taken.end(), same)) return id;
    }
    return family + "999";
}

}  // namespace gouji::kit
