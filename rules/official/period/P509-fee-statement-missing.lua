-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local years = require("years")

return {
  id = "P509",
  name = "fee-statement-missing",
  severity = "error",
  title = { zh = "没有报告信息处理费情况", en = "No statement on information processing fees" },
  basis = { law.fee_rule, law.notice_2021.other, law.regulation_42 },
  what = {
    zh = "2021年度起的报告没有说明信息处理费的收取情况。",
    en = "A report for 2021 or later does not say what information processing fees were charged.",
  },
  why = {
    zh = "收取情况必须在“其他需要报告的事项”中说明，没有收取的也要写明。",
    en = "It has to be stated under other matters, also where none were charged.",
  },
  bad = { zh = "六、其他需要报告的事项\n无" },
  good = { zh = "六、其他需要报告的事项\n本机关2021年未收取信息处理费。" },
  advice = {
    zh = "在第六部分写明收取信息处理费的件数和金额；没有收取的，写“未收取信息处理费”。",
    en = "State in section six what was charged, or that nothing was.",
  },
  applies = { from_year = 2021 },
  phrases = {
    fee = { "信息处理费", "处理费", "信息公开收费", "依申请公开收费", "申请收费", "公开费用", "收取费用", "收取任何费用", "收费情况", "收费通知", "信息费", "收费管理办法" },
  },
  messages = {
    missing = {
      zh = "“{title}”没有说明信息处理费的收取情况。{year}年度报告应当说明，没有收取的也要写明。",
      en = "“{title}” says nothing about information processing fees. A report for {year} has to, even where none were charged.",
    },
  },
  check = function(doc, report)
    local other = doc:section("other")
    if not other or doc:has("fee") or years.straddle(doc, 2021) then return end
    report({ at = other, message = "missing", data = { title = other.title, year = doc.year } })
  end,
}
