-- SPDX-License-Identifier: Apache-2.0
local law = require("law")

local partner = {
  ["（"] = "）", ["("] = ")", ["《"] = "》", ["“"] = "”", ["〔"] = "〕", ["‘"] = "’", ["【"] = "】", ["〈"] = "〉", ["["] = "]", ["「"] = "」",
}

-- A pair may be torn apart where a page ends: opened in one paragraph, closed in the next.
local function torn(marks)
  local paired = {}
  for i = 1, #marks - 1 do
    local close = partner[marks[i].text]
    local next_mark = marks[i + 1]
    if close and (next_mark.text == close or partner["("] == next_mark.text and close == "）") and not paired[i] then
      paired[i], paired[i + 1] = true, true
    end
  end
  return paired
end

return {
  id = "W604",
  name = "pair-unbalanced",
  severity = "warning",
  title = { zh = "成对标点不完整", en = "Unbalanced pair" },
  basis = { law.punctuation },
  what = {
    zh = "括号、引号、书名号有头无尾，或者有尾无头。跨页断开的不算。",
    en = "A bracket or quotation mark has no partner. Pairs torn apart by a page end do not count.",
  },
  why = {
    zh = "读者不知道引文或说明到哪里为止。",
    en = "Readers cannot tell where the quotation or remark ends.",
  },
  bad = { zh = "印发《2023年政务公开工作要点的通知" },
  good = { zh = "印发《2023年政务公开工作要点》的通知" },
  advice = { zh = "补上缺少的一半，或者删去多余的一半。", en = "Add the missing half or remove the extra one." },
  needs = { "marks.unbalanced_pair" },
  messages = {
    open = { zh = "“{found}”没有与它配对的“{partner}”。", en = "“{found}” has no closing “{partner}”." },
    close = { zh = "“{found}”前面没有与它配对的标点。", en = "“{found}” has no opening partner before it." },
  },
  check = function(doc, report)
    local marks = doc:marks("unbalanced_pair")
    local paired = torn(marks)
    for i, mark in ipairs(marks) do
      if mark.paragraph and not paired[i] then
        local close = partner[mark.text]
        report({ at = mark, message = close and "open" or "close", data = { found = mark.text, partner = close or "" } })
      end
    end
  end,
}
