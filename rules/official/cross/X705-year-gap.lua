-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

return {
  id = "X705",
  name = "year-gap",
  severity = "note",
  title = { zh = "缺少某年的报告", en = "A year is missing" },
  basis = { law.regulation_49 },
  what = {
    zh = "同一单位的报告中间缺了一年或几年。",
    en = "Between the years of one agency's reports a year is missing.",
  },
  why = {
    zh = "年度报告每年都要公布；中间缺年，不是没有公布，就是没有收集到。",
    en = "There is a report every year; a gap means that one was not published or not collected.",
  },
  bad = { zh = "只有2021年和2023年的报告" },
  good = { zh = "2021年、2022年、2023年的报告都有" },
  advice = { zh = "补上缺少年度的报告，或确认该年未公布。", en = "Add the missing report, or make sure that it was not published." },
  messages = {
    missing = {
      zh = "缺少 {agency} {years}年的报告（有{before}年和{after}年的）。",
      en = "No report of {agency} for {years} (there are those of {before} and {after}).",
    },
  },
  check_series = function(series, report)
    if series.undated > 0 then return end -- one of them may be the missing one
    local years = series.years
    for i = 2, #years do
      if years[i] > years[i - 1] + 1 then
        local missing, after, related = {}, nil, nil
        for year = years[i - 1] + 1, years[i] - 1 do missing[#missing + 1] = tostring(year) end
        for _, each in ipairs(series:reports()) do
          if each.year == years[i - 1] then related = each end
          if each.year == years[i] and not after then after = each end
        end
        report({
          at = after, message = "missing", related = { related },
          data = { agency = series.agency, years = text.join(missing, 5), before = years[i - 1], after = years[i] },
        })
      end
    end
  end,
}
