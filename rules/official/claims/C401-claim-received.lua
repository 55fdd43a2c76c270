-- SPDX-License-Identifier: Apache-2.0
local compare = require("compare")
local law = require("law")

local received = "applications.received.total"

-- What was in hand in the year: received and carried in.
local function in_hand(doc)
  return { compare.value(doc, received) + compare.value(doc, "applications.carried_in.total") }
end

return {
  id = "C401",
  name = "claim-received",
  severity = "error",
  title = { zh = "正文与表的新收申请数不符", en = "Number of applications received differs" },
  basis = { law.regulation_50, law.notice_2021.applications, law.notice_2019.applications },
  what = {
    zh = "正文所说收到的申请数，既不等于表中本年新收，也不等于新收加上年结转。",
    en = "The text's number of applications is neither the table's received nor received and carried in together.",
  },
  why = {
    zh = "同一个数字在正文和表里不同，至少有一处是错的。",
    en = "One of the two is wrong.",
  },
  bad = { zh = "正文：收到申请25件；表：本年新收 28，上年结转 3" },
  good = { zh = "正文：收到申请28件；表：本年新收 28，上年结转 3" },
  advice = {
    zh = "按台账核实收到的申请数，使正文与表一致。",
    en = "Settle the number from the records and use it in both places.",
  },
  applies = { from_year = 2019, years_unknown = true },
  needs = compare.needs,
  messages = {
    differs = {
      zh = "正文说“{text}”，表中本年新收是 {value}。",
      en = "The text says “{text}”, but the table has {value} received.",
    },
  },
  check = function(doc, report)
    compare.claims(doc, report, {
      about = function(claim) return claim.quantity == received and claim.kind == "number" end,
      may_be = in_hand,
    })
  end,
}
