-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

local function values(doc, ids)
  local figures = {}
  for i, id in ipairs(ids) do
    figures[i] = doc:figure(id)
    if figures[i].state ~= "value" then return end
  end
  return figures
end

return {
  id = "T305",
  name = "disclosure-stock",
  severity = "note",
  title = { zh = "规章、规范性文件的存量偏小", en = "Stock of rules or normative documents too small" },
  basis = { law.notice_2021.disclosure, law.notice_2019.disclosure },
  what = {
    zh = "2021年格式：现行有效件数少于本年制发减本年废止；2019年格式：对外公开总数量少于本年新公开数量。",
    en = "2021: fewer in force than issued less repealed; 2019: fewer disclosed in total than newly disclosed.",
  },
  why = {
    zh = "当年制发而没有废止的文件年底应当都在现行有效之内，总数不会小于当年的增量。",
    en = "What was issued and not repealed is still in force at the end of the year.",
  },
  bad = { zh = "行政规范性文件：制发 9，废止 0，现行有效 8" },
  good = { zh = "行政规范性文件：制发 9，废止 0，现行有效 38" },
  advice = { zh = "核对文件台账，改正现行有效件数或对外公开总数量。", en = "Check the register of documents and correct the stock." },
  applies = { from_year = 2019, years_unknown = true },
  messages = {
    in_force = {
      zh = "“{label}”为 {stock}，少于本年制发 {issued} 减本年废止 {repealed}。",
      en = "“{label}” is {stock}, less than {issued} issued minus {repealed} repealed this year.",
    },
    disclosed = {
      zh = "“{label}”为 {stock}，少于本年新公开数量 {issued}。",
      en = "“{label}” is {stock}, less than the {issued} newly disclosed this year.",
    },
  },
  check = function(doc, report)
    for _, row in ipairs({ "rules", "normative" }) do
      local prefix = "disclosure." .. row .. "."
      local new = values(doc, { prefix .. "issued", prefix .. "repealed", prefix .. "in_force" })
      if new and new[3].value < new[1].value - new[2].value then
        local issued, repealed, stock = text.number(new[1].value), text.number(new[2].value), text.number(new[3].value)
        report({
          at = new[3], message = "in_force", operands = new, calculation = issued .. " − " .. repealed .. " > " .. stock,
          data = { label = new[3].label, stock = stock, issued = issued, repealed = repealed },
        })
      end
      local old = values(doc, { prefix .. "disclosed", prefix .. "disclosed_total" })
      if old and old[2].value < old[1].value then
        local disclosed, stock = text.number(old[1].value), text.number(old[2].value)
        report({
          at = old[2], message = "disclosed", operands = old, calculation = disclosed .. " > " .. stock,
          data = { label = old[2].label, stock = stock, issued = disclosed },
        })
      end
    end
  end,
}
