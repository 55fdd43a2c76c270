-- SPDX-License-Identifier: Apache-2.0
local identities = require("identities")
local law = require("law")

return {
  id = "T303",
  name = "applicants-total",
  severity = "error",
  title = { zh = "总计不等于各类申请人之和", en = "Row total is not the sum of the applicants" },
  basis = { law.notice_2021.applications, law.notice_2019.applications },
  what = {
    zh = "每一行的总计应等于自然人与各类法人或其他组织之和。",
    en = "In each row the total must be the sum of natural persons and all kinds of organisations.",
  },
  why = {
    zh = "总计与各类申请人不符，说明漏填了申请人类别或者填错了总计。",
    en = "Where they differ, a kind of applicant was left out or the total is wrong.",
  },
  bad = { zh = "自然人 0，商业企业 0，……，总计 2（0 ≠ 2）" },
  good = { zh = "自然人 2，商业企业 0，……，总计 2" },
  advice = {
    zh = "核对这一行各类申请人的件数和总计，改正填错的数字。",
    en = "Check the row's applicants and its total, and correct the wrong figure.",
  },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "identities.broken", "identities.undecidable" },
  messages = {
    broken = {
      zh = "“{label}”的总计应为 {left}，填的是 {right}，相差 {difference}。",
      en = "The total of “{label}” should be {left}, but reads {right}; the difference is {difference}.",
    },
    review = {
      zh = "“{labels}”的总计无法判定，读到的部分与它不相等。没有读准的行：{cells}；请对照原文件核对。",
      en = "The total of “{labels}” cannot be decided. Not read with certainty: {cells}; please compare with the original.",
    },
  },
  check = function(doc, report)
    identities.judge(doc, report, "applicants_total")
  end,
}
