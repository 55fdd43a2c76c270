-- SPDX-License-Identifier: Apache-2.0
local law = require("law")

return {
  id = "P501",
  name = "period-missing",
  severity = "warning",
  title = { zh = "没有写明统计期限", en = "The statistical period is not stated" },
  basis = { law.regulation_50, law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "全文没有写明数据的统计期限（报告年度1月1日至12月31日）。",
    en = "Nowhere is it said which period the figures cover (1 January to 31 December of the report year).",
  },
  why = {
    zh = "不写明期限，就不知道数字统计到哪一天，也无法与上年衔接。",
    en = "Without it nobody knows up to which day the figures count.",
  },
  bad = { zh = "现将一年来我乡政务信息公开工作总结如下：" },
  good = { zh = "本报告所列数据的统计期限为2023年1月1日至2023年12月31日。" },
  advice = {
    zh = "在报告开头写明“统计期限自某年1月1日起至12月31日止”。",
    en = "State in the introduction that the figures cover 1 January to 31 December.",
  },
  needs = { "period.absent" },
  phrases = { period = { "统计期限", "统计时限", "统计区间", "统计周期", "统计时间", "报告期限", "报告期为", "数据时限", "统计起止" } },
  messages = {
    missing = {
      zh = "报告没有写明数据的统计期限。应为{year}年1月1日至12月31日。",
      en = "The report does not state its statistical period. It should be 1 January to 31 December {year}.",
    },
    missing_year = { zh = "报告没有写明数据的统计期限。", en = "The report does not state its statistical period." },
  },
  check = function(doc, report)
    if doc.period or doc:has("period") then return end
    for _, range in ipairs(doc:date_ranges()) do
      if range.from.month == 1 and range.to.month == 12 then return end
    end
    report({
      at = doc.title_place,
      message = doc.year and "missing" or "missing_year",
      data = { year = doc.year or "" },
      logical = "document",
    })
  end,
}
