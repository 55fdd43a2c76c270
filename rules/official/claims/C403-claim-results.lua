-- SPDX-License-Identifier: Apache-2.0
local compare = require("compare")
local law = require("law")

local results = {
  granted = true, partial = true, disclosed = true, denied = true, unavailable = true, rejected = true, other = true, results_total = true,
}

local function is_result(claim)
  local quantity = claim.quantity
  return results[quantity:match("^applications%.([%w_]+)%.")] and quantity:find("%.total$") ~= nil
end

-- Decided may leave out what was carried in from last year.
local function of_this_year(doc, claim)
  if claim.quantity ~= "applications.results_total.total" then return end
  return { compare.value(doc, claim.quantity) - compare.value(doc, "applications.carried_in.total") }
end

return {
  id = "C403",
  name = "claim-results",
  severity = "error",
  title = { zh = "正文与表的办理结果不符", en = "Number of a result differs" },
  basis = { law.regulation_36, law.notice_2021.applications, law.notice_2019.applications },
  what = {
    zh = "正文所说予以公开、部分公开、不予公开、无法提供、不予处理、其他处理或办结的件数，与表中不同。",
    en = "The text's number of a result (granted, partial, denied, unavailable, rejected, other, decided) differs from the table.",
  },
  why = {
    zh = "同一个数字在正文和表里不同，至少有一处是错的。",
    en = "One of the two is wrong.",
  },
  bad = { zh = "正文：无法提供265件；表：无法提供各项合计 337" },
  good = { zh = "正文：无法提供337件；表：无法提供各项合计 337" },
  advice = {
    zh = "按台账核实办理结果，使正文与表一致。",
    en = "Settle the number from the records and use it in both places.",
  },
  applies = { from_year = 2019, years_unknown = true },
  needs = compare.needs,
  messages = { differs = compare.differs },
  check = function(doc, report)
    compare.claims(doc, report, { about = is_result, may_be = of_this_year })
  end,
}
