-- SPDX-License-Identifier: Apache-2.0
local compare = require("compare")
local law = require("law")

local carried = { ["applications.carried_in.total"] = true, ["applications.carried_out.total"] = true }

return {
  id = "C402",
  name = "claim-carried",
  severity = "error",
  title = { zh = "正文与表的结转数不符", en = "Number carried in or out differs" },
  basis = { law.regulation_50, law.notice_2021.applications, law.notice_2019.applications },
  what = {
    zh = "正文所说上年结转或结转下年度的申请数，与表中不同。",
    en = "The text's number carried in from last year or out to the next differs from the table.",
  },
  why = {
    zh = "结转数要与上年、下年的报告衔接，两处不同就无法衔接。",
    en = "These numbers link the reports of successive years.",
  },
  bad = { zh = "正文：结转下年度3件；表：结转下年度继续办理 2" },
  good = { zh = "正文：结转下年度2件；表：结转下年度继续办理 2" },
  advice = {
    zh = "按台账核实结转数，使正文与表一致。",
    en = "Settle the number from the records and use it in both places.",
  },
  applies = { from_year = 2019, years_unknown = true },
  needs = compare.needs,
  messages = { differs = compare.differs },
  check = function(doc, report)
    compare.claims(doc, report, { about = function(claim) return carried[claim.quantity] end })
  end,
}
