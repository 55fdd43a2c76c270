-- SPDX-License-Identifier: Apache-2.0
local identities = require("identities")
local law = require("law")

return {
  id = "T302",
  name = "results-total",
  severity = "error",
  title = { zh = "办理结果总计不等于各项之和", en = "Total of results is not the sum of the results" },
  basis = { law.notice_2021.applications, law.notice_2019.applications },
  what = {
    zh = "每一列的（七）总计应等于（一）至（六）各种办理结果之和。",
    en = "In each column the total of results must be the sum of all result rows.",
  },
  why = {
    zh = "总计与分项不符，说明至少有一个办理结果填错或漏填。",
    en = "Where they differ, at least one result is wrong or missing.",
  },
  bad = { zh = "予以公开 3，无法提供 1，（七）总计 3（3 + 1 = 4 ≠ 3）" },
  good = { zh = "予以公开 3，无法提供 1，（七）总计 4" },
  advice = {
    zh = "核对这一列的各项办理结果和（七）总计，改正填错的数字。",
    en = "Check the results of the column and its total, and correct the wrong figure.",
  },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "identities.broken", "identities.undecidable" },
  messages = {
    broken = {
      zh = "“{label}”列的（七）总计应为 {left}，填的是 {right}，相差 {difference}。",
      en = "The total of results in column “{label}” should be {left}, but reads {right}; the difference is {difference}.",
    },
    review = {
      zh = "“{labels}”列的（七）总计无法判定，读到的分项之和与它不相等。没有读准的行：{cells}；请对照原文件核对。",
      en = "The total of column “{labels}” cannot be decided. Not read with certainty: {cells}; please compare with the original.",
    },
  },
  check = function(doc, report)
    identities.judge(doc, report, "results_total")
  end,
}
