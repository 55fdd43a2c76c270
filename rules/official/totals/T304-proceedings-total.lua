-- SPDX-License-Identifier: Apache-2.0
local identities = require("identities")
local law = require("law")

return {
  id = "T304",
  name = "proceedings-total",
  severity = "error",
  title = { zh = "复议诉讼总计不等于各项之和", en = "Total of reviews or lawsuits is not the sum" },
  basis = { law.notice_2021.proceedings, law.notice_2019.proceedings },
  what = {
    zh = "行政复议和两类行政诉讼的总计，各应等于结果维持、结果纠正、其他结果、尚未审结之和。",
    en = "The totals of reviews and of both kinds of lawsuits must be the sum of upheld, corrected, other and pending.",
  },
  why = {
    zh = "总计与分项不符，就不知道到底有多少件复议、诉讼。",
    en = "Where they differ, nobody knows how many cases there were.",
  },
  bad = { zh = "结果维持 10，结果纠正 1，其他结果 0，尚未审结 0，总计 0（11 ≠ 0）" },
  good = { zh = "结果维持 10，结果纠正 1，其他结果 0，尚未审结 0，总计 11" },
  advice = {
    zh = "核对各项件数和总计，改正填错的数字。",
    en = "Check the cases and their total, and correct the wrong figure.",
  },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "identities.broken", "identities.undecidable" },
  messages = {
    broken = {
      zh = "“{label}”的总计应为 {left}，填的是 {right}，相差 {difference}。",
      en = "The total of “{label}” should be {left}, but reads {right}; the difference is {difference}.",
    },
    review = {
      zh = "“{labels}”的总计无法判定，读到的部分与它不相等。没有读准的单元格：{cells}；请对照原文件核对。",
      en = "The total of “{labels}” cannot be decided. Not read with certainty: {cells}; please compare with the original.",
    },
  },
  check = function(doc, report)
    identities.judge(doc, report, "proceedings_total")
  end,
}
