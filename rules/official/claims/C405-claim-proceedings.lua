-- SPDX-License-Identifier: Apache-2.0
local compare = require("compare")
local law = require("law")

return {
  id = "C405",
  name = "claim-proceedings",
  severity = "error",
  title = { zh = "正文与表的复议诉讼数不符", en = "Number of reviews or lawsuits differs" },
  basis = { law.regulation_51, law.notice_2021.proceedings, law.notice_2019.proceedings },
  what = {
    zh = "正文所说因政府信息公开被申请行政复议、提起行政诉讼的件数（或“未发生”），与表中不同。",
    en = "The text's number of reviews or lawsuits over disclosure (or that there were none) differs from the table.",
  },
  why = {
    zh = "同一个数字在正文和表里不同，至少有一处是错的。",
    en = "One of the two is wrong.",
  },
  bad = { zh = "正文：未发生行政复议；表：行政复议总计 11" },
  good = { zh = "正文：行政复议11件；表：行政复议总计 11" },
  advice = {
    zh = "核实复议、诉讼件数，使正文与表一致。",
    en = "Settle the number and use it in both places.",
  },
  applies = { from_year = 2019, years_unknown = true },
  needs = compare.needs,
  messages = { differs = compare.differs },
  check = function(doc, report)
    compare.claims(doc, report, { about = function(claim) return compare.starts(claim, "proceedings.") end })
  end,
}
