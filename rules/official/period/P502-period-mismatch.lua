-- SPDX-License-Identifier: Apache-2.0
local law = require("law")

local function is(date, month, day)
  return date.month == month and (date.day == day or date.day == 0)
end

local function names_year(doc)
  return doc.title and doc.title:find("20%d%d") ~= nil
end

return {
  id = "P502",
  name = "period-mismatch",
  severity = "error",
  title = { zh = "统计期限不是整个报告年度", en = "The period is not the whole report year" },
  basis = { law.regulation_49, law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "写明的统计期限不是报告年度1月1日至12月31日。整个期限属于另一年的，由 P503 报告。",
    en = "The period stated is not 1 January to 31 December of the report year. A whole other year is left to P503.",
  },
  why = {
    zh = "年度报告报告的是上一个自然年度；期限不完整，数字就不可比、不衔接。",
    en = "The report covers the calendar year; figures of another period can neither be compared nor carried on.",
  },
  bad = { zh = "统计期限为2023年1月1日至2023年11月30日" },
  good = { zh = "统计期限为2023年1月1日至2023年12月31日" },
  advice = {
    zh = "改为报告年度1月1日至12月31日，并确认数字按此期限统计。",
    en = "State 1 January to 31 December and make sure that the figures cover it.",
  },
  needs = { "period.partial" },
  messages = {
    period = {
      zh = "统计期限“{text}”不是{year}年1月1日至12月31日。",
      en = "The period “{text}” is not 1 January to 31 December {year}.",
    },
  },
  check = function(doc, report)
    local period = doc.period
    if not period then return end
    local from, to = period.from, period.to
    local whole = is(from, 1, 1) and is(to, 12, 31) and from.year == to.year
    if whole then return end  -- of another year than the title: P503
    local year = names_year(doc) and doc.year or to.year
    report({ at = period, message = "period", data = { text = period.text, year = year }, logical = "document" })
  end,
}
