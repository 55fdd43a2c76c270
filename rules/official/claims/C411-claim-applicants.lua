-- SPDX-License-Identifier: Apache-2.0
local compare = require("compare")
local law = require("law")

local function is_split(claim)
  return compare.starts(claim, "applications.") and not claim.quantity:find("%.total$")
end

return {
  id = "C411",
  name = "claim-applicants",
  severity = "warning",
  title = { zh = "正文与表的申请人构成不符", en = "Split by applicant differs" },
  basis = { law.regulation_50, law.notice_2021.applications, law.notice_2019.applications },
  what = {
    zh = "正文所说自然人、法人或其他组织的申请数，与表中相应各列不同。",
    en = "The text's number of applications by natural persons or organisations differs from the table's columns.",
  },
  why = {
    zh = "同一个数字在正文和表里不同，至少有一处是错的。",
    en = "One of the two is wrong.",
  },
  bad = { zh = "正文：自然人申请18件；表：自然人 20" },
  good = { zh = "正文：自然人申请20件；表：自然人 20" },
  advice = {
    zh = "按台账核实申请人类别，使正文与表一致。",
    en = "Settle the numbers from the records and use them in both places.",
  },
  applies = { from_year = 2019, years_unknown = true },
  needs = compare.needs,
  messages = { differs = compare.differs },
  check = function(doc, report)
    compare.claims(doc, report, { about = is_split })
  end,
}
