-- SPDX-License-Identifier: Apache-2.0
local law = require("law")

return {
  id = "S112",
  name = "overview-too-long",
  severity = "note",
  title = { zh = "总体情况过长", en = "The overview is too long" },
  basis = { law.notice_2021.overview },
  what = {
    zh = "“总体情况”的篇幅明显超过格式所说的1000字左右。略有超出的不报。",
    en = "The overview is clearly longer than the notice's guide of about 1,000 characters. A little over is let pass.",
  },
  why = {
    zh = "格式要求总体情况原则上不超过1000字，避免写成工作总结。",
    en = "The notice wants an outline, in principle not over 1,000 characters, not a work report.",
  },
  bad = { zh = "总体情况写了三千字，逐项罗列会议、活动。" },
  good = { zh = "五个方面各一段，合计八九百字。" },
  advice = { zh = "压缩到1000字左右，保留五个方面的要点和数字。", en = "Shorten to about 1,000 characters: the five themes and their numbers." },
  applies = { from_year = 2021 },
  options = {
    limit = { type = "integer", default = 1000, zh = "总体情况的字数上限", en = "characters allowed in the overview" },
    tolerance = {
      type = "number", default = 0.1, zh = "允许超出的比例（“原则上”“左右”）", en = "share by which the limit may be exceeded",
    },
  },
  messages = {
    long = {
      zh = "“总体情况”有 {length} 字，超过格式所说的 {limit} 字左右。",
      en = "The overview has {length} characters, more than the guide of about {limit}.",
    },
  },
  check = function(doc, report, options)
    local overview = doc:section("overview")
    local length = overview and overview.length or 0
    if length <= options.limit * (1 + options.tolerance) then return end
    report({ at = overview, message = "long", data = { length = length, limit = options.limit } })
  end,
}
