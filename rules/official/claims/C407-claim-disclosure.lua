-- SPDX-License-Identifier: Apache-2.0
local compare = require("compare")
local law = require("law")

local rows = { licensing = true, services = true, penalty = true, coercion = true, fees = true, procurement = true }

return {
  id = "C407",
  name = "claim-disclosure",
  severity = "warning",
  title = { zh = "正文与表的许可、处罚、强制、收费或采购不符", en = "Licences, penalties, coercion, fees or procurement differ" },
  basis = { law.regulation_20, law.notice_2021.disclosure, law.notice_2019.disclosure },
  what = {
    zh = "正文所说行政许可、行政处罚、行政强制的件数，收费或集中采购的数量、金额，与表中不同。金额按元、万元换算后比较。",
    en = "The text's number of licences, penalties, coercive measures, fees or procurement differs from the table. Amounts are converted before.",
  },
  why = {
    zh = "同一个数字在正文和表里不同，至少有一处是错的。",
    en = "One of the two is wrong.",
  },
  bad = { zh = "正文：采购总金额54639元；表：采购总金额 54369" },
  good = { zh = "正文：采购总金额54369元；表：采购总金额 54369" },
  advice = {
    zh = "核实数量和金额，使正文与表一致。",
    en = "Settle the number and use it in both places.",
  },
  applies = { from_year = 2019, years_unknown = true },
  needs = compare.needs,
  messages = { differs = compare.differs },
  check = function(doc, report)
    compare.claims(doc, report, {
      about = function(claim) return rows[claim.quantity:match("^disclosure%.([%w_]+)%.")] end,
    })
  end,
}
