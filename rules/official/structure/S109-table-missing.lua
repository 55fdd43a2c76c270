-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

return {
  id = "S109",
  name = "table-missing",
  severity = "error",
  title = { zh = "缺少法定表格", en = "A statutory table is missing" },
  basis = { law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "第二、三、四部分应有的统计表没有出现。整个部分都没有的，由 S101 报告。",
    en = "A table that section two, three or four must hold is absent. Absent sections are left to S101.",
  },
  why = {
    zh = "表中的数字是年度报告的法定内容，文字叙述不能代替。",
    en = "The figures are statutory; prose does not replace them.",
  },
  bad = { zh = "三、收到和处理政府信息公开申请情况\n本年度未收到申请。（没有表）" },
  good = { zh = "三、收到和处理政府信息公开申请情况\n（完整的统计表，没有发生的填0）" },
  advice = {
    zh = "按格式补上表格，没有发生的填0；表格若以图片发布，请改为文字表格。",
    en = "Add the table with 0 where nothing happened; a table published as a picture should become a real one.",
  },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "tables.absent" },
  messages = {
    missing = {
      zh = "“{section}”中没有统计表“{table}”。",
      en = "“{section}” has no table “{table}”.",
    },
    all = {
      zh = "报告中没有一张法定统计表。缺少：{tables}。",
      en = "The report has none of the statutory tables: {tables}.",
    },
  },
  check = function(doc, report)
    local absent, names, total = {}, {}, 0
    for _, t in ipairs(doc:tables()) do
      total = total + 1
      local section = doc:section(t.section)
      if t.state == "absent" and section then
        absent[#absent + 1] = { section = section, name = t.name }
        names[#names + 1] = t.name
      end
    end
    if #absent > 1 and #absent == total then
      local related = {}
      for i = 2, #absent do related[#related + 1] = absent[i].section end
      return report({
        at = absent[1].section, message = "all", data = { tables = text.join(names) }, related = related, logical = "document",
      })
    end
    for _, gap in ipairs(absent) do
      report({ at = gap.section, message = "missing", data = { section = gap.section.title, table = gap.name } })
    end
  end,
}
