-- SPDX-License-Identifier: Apache-2.0
local law = require("law")

-- The one character that a run of equal ones should be; nil where the run mixes marks.
local function single(run)
  local first = run:match(utf8.charpattern)
  return first and run == first:rep(#run // #first) and first or nil
end

return {
  id = "W601",
  name = "punctuation-doubled",
  severity = "warning",
  title = { zh = "标点重复", en = "Punctuation doubled" },
  basis = { law.punctuation },
  what = {
    zh = "同一处出现两个相连的点号，如“、、”“。。”“，，”。省略号和破折号不算。",
    en = "Two marks stand side by side, such as 、、 or 。。. Ellipses and dashes do not count.",
  },
  why = {
    zh = "多半是增删文字时留下的，有时还漏掉了中间的一项。",
    en = "Mostly left over from editing; sometimes an item between them was lost.",
  },
  bad = { zh = "就业服务、民生保障、、疫情防控信息" },
  good = { zh = "就业服务、民生保障、疫情防控信息" },
  advice = { zh = "删去多余的标点，并看看中间是否漏了内容。", en = "Remove the extra mark and see whether something is missing between." },
  fixable = true,
  messages = {
    doubled = { zh = "标点重复：“{found}”。", en = "Doubled punctuation: “{found}”." },
  },
  check = function(doc, report)
    for _, mark in ipairs(doc:marks("doubled_punctuation")) do
      local one = single(mark.text)
      report({
        at = mark, message = "doubled", data = { found = mark.text },
        fix = one and {
          at = mark, text = one, safe = true,
          zh = "只留一个“" .. one .. "”", en = "Keep one " .. one,
        } or nil,
      })
    end
  end,
}
