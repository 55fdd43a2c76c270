-- SPDX-License-Identifier: Apache-2.0
local compare = require("compare")
local law = require("law")

-- Under the 2019 format 公开 may speak of what was newly disclosed or of all.
local function any_of_the_row(doc, claim)
  if not claim.quantity:find("disclosed", 1, true) then return end
  local values = {}
  for i, column in ipairs({ "made", "disclosed", "disclosed_total" }) do
    values[i] = compare.value(doc, claim.quantity:match("^disclosure%.%w+%.") .. column)
  end
  return values
end

return {
  id = "C406",
  name = "claim-normative",
  severity = "warning",
  title = { zh = "正文与表的规范性文件数不符", en = "Number of normative documents differs" },
  basis = { law.regulation_20, law.notice_2021.disclosure, law.notice_2019.disclosure },
  what = {
    zh = "正文所说制发、废止、公开或现行有效的规范性文件数，与表中不同。政策性文件、一般文件不算规范性文件。",
    en = "The text's number of normative documents issued, repealed, disclosed or in force differs from the table. Other documents do not count.",
  },
  why = {
    zh = "同一个数字在正文和表里不同，至少有一处是错的。",
    en = "One of the two is wrong.",
  },
  bad = { zh = "正文：制发行政规范性文件5件；表：本年制发件数 3" },
  good = { zh = "正文：制发行政规范性文件3件；表：本年制发件数 3" },
  advice = {
    zh = "按规范性文件台账核实，使正文与表一致。",
    en = "Settle the number from the register and use it in both places.",
  },
  applies = { from_year = 2019, years_unknown = true },
  needs = compare.needs,
  messages = { differs = compare.differs },
  check = function(doc, report)
    compare.claims(doc, report, {
      about = function(claim) return compare.starts(claim, "disclosure.normative.") or compare.starts(claim, "disclosure.rules.") end,
      may_be = any_of_the_row,
    })
  end,
}
