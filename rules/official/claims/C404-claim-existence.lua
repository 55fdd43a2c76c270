-- SPDX-License-Identifier: Apache-2.0
local compare = require("compare")
local law = require("law")

local received = "applications.received.total"

return {
  id = "C404",
  name = "claim-existence",
  severity = "error",
  title = { zh = "正文说有（没有）申请，表中相反", en = "Text and table disagree on whether there were applications" },
  basis = { law.regulation_50, law.notice_2021.applications, law.notice_2019.applications },
  what = {
    zh = "正文说收到了申请而表中为0，或者正文说没有收到申请而表中有数。",
    en = "The text says that applications came in while the table says none, or the reverse.",
  },
  why = {
    zh = "有没有申请，正文和表必须一致。",
    en = "Whether there were any is the first thing a reader wants to know.",
  },
  bad = { zh = "正文：收到政府信息公开申请，目前正在办理；表：本年新收 0" },
  good = { zh = "正文：收到政府信息公开申请1件，正在办理；表：本年新收 1，结转下年度 1" },
  advice = {
    zh = "核实是否收到申请；收到的，在表中填写新收和办理结果或结转数。",
    en = "Find out, and enter what was received and how it was decided or carried on.",
  },
  applies = { from_year = 2019, years_unknown = true },
  needs = compare.needs,
  messages = {
    exists = {
      zh = "正文说“{text}”，表中本年新收却是 {value}。",
      en = "The text says “{text}”, but the table has {value} received.",
    },
    none = {
      zh = "正文说“{text}”，表中本年新收却有 {value} 件。",
      en = "The text says “{text}”, but the table has {value} received.",
    },
  },
  check = function(doc, report)
    -- An application spoken of without a number may be one carried in.
    local carried = compare.value(doc, "applications.carried_in.total") > 0
    compare.claims(doc, report, {
      about = function(claim)
        return claim.quantity == received and (claim.kind == "none" or (claim.kind == "exists" and not carried))
      end,
      message = function(claim) return claim.kind end,
    })
  end,
}
