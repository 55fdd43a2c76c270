-- SPDX-License-Identifier: Apache-2.0
local identities = require("identities")
local law = require("law")

return {
  id = "T301",
  name = "applications-balance",
  severity = "error",
  title = { zh = "申请收支不平衡", en = "Applications do not balance" },
  basis = { law.notice_2021.applications, law.notice_2019.applications },
  what = {
    zh = "每一列都应满足：本年新收＋上年结转＝办理结果总计＋结转下年度。",
    en = "In each column received and carried in must equal results and carried out.",
  },
  why = {
    zh = "这是表格自己写明的勾稽关系；不相等，说明有申请没有去向，或者去向多于来源。",
    en = "The table itself states this identity; where it fails, applications have vanished or appeared.",
  },
  bad = { zh = "自然人：新收 2，结转 0；办理结果总计 0，结转下年 0（2 ≠ 0）" },
  good = { zh = "自然人：新收 2，结转 0；办理结果总计 2，结转下年 0（2 = 2）" },
  advice = {
    zh = "按台账逐件核对这一列的新收、结转和办理结果，改正填错的数字。",
    en = "Compare the column with the records of applications and correct the wrong figure.",
  },
  applies = { from_year = 2019, years_unknown = true },
  messages = {
    broken = {
      zh = "“{label}”列收支不平：新收与上年结转共 {left}，办理结果总计与结转下年共 {right}，相差 {difference}。",
      en = "Column “{label}” does not balance: {left} received and carried in, {right} decided and carried out; the difference is {difference}.",
    },
    review = {
      zh = "“{labels}”列的收支无法判定，读到的部分不相等。没有读准的行：{cells}；请对照原文件核对。",
      en = "The balance of column “{labels}” cannot be decided. Not read with certainty: {cells}; please compare with the original.",
    },
  },
  check = function(doc, report)
    identities.judge(doc, report, "balance")
  end,
}
