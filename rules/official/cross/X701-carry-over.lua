-- SPDX-License-Identifier: Apache-2.0
local across = require("across")
local law = require("law")
local text = require("text")

local columns = { "natural_person", "enterprise", "research", "nonprofit", "legal_service", "other_org", "total" }

return {
  id = "X701",
  name = "carry-over",
  severity = "error",
  title = { zh = "结转数与上年不衔接", en = "Carry-over does not follow from last year" },
  basis = { law.notice_2021.applications, law.notice_2019.applications },
  what = {
    zh = "本年报告的“上年结转”应当等于上年报告的“结转下年度继续办理”，逐列相等。",
    en = "What is carried in equals what last year's report carried out, column by column.",
  },
  why = {
    zh = "上年没有办完的申请，今年接着办；两个数不相等，说明其中一份报告填错，或者有申请没有着落。",
    en = "Unfinished applications go on; where the two differ, one report is wrong or applications were lost.",
  },
  bad = { zh = "2022年报告：结转下年度 2；2023年报告：上年结转 3" },
  good = { zh = "2022年报告：结转下年度 2；2023年报告：上年结转 2" },
  advice = {
    zh = "对照两年的申请台账，改正填错的一份；上年报告已经公布的，在本年报告中说明。",
    en = "Compare both years' records and correct the wrong report; explain it where last year's is published.",
  },
  messages = {
    differs = {
      zh = "{last_year}年报告的“{last_label}”为 {expected}，{year}年报告的“{label}”为 {stated}。",
      en = "The {last_year} report carries {expected} out (“{last_label}”), the {year} report carries {stated} in (“{label}”).",
    },
  },
  check_series = function(series, report)
    for _, pair in ipairs(series:pairs()) do
      for _, column in ipairs(columns) do
        local old = across.values(pair.earlier, { "applications.carried_out." .. column })
        local new = across.values(pair.later, { "applications.carried_in." .. column })
        if old and new then
          across.compare(report, pair, old, new, {
            value = old[1].value, written = text.number(old[1].value), cause = "carry-over:" .. pair.later.year,
          })
        end
      end
    end
  end,
}
