-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

-- The rows that have a stock, under the formats of 2021 and 2019.
local rows = {
  { "disclosure.rules.issued", "disclosure.rules.repealed", "disclosure.rules.in_force" },
  { "disclosure.rules.disclosed", "disclosure.rules.disclosed_total" },
  { "disclosure.normative.issued", "disclosure.normative.repealed", "disclosure.normative.in_force" },
  { "disclosure.normative.disclosed", "disclosure.normative.disclosed_total" },
}

local function judge_in_force(report, figures)
  local issued, repealed, stock = figures[1].value, figures[2].value, figures[3].value
  if stock >= issued - repealed then return end
  issued, repealed, stock = text.number(issued), text.number(repealed), text.number(stock)
  report({
    at = figures[3], message = "in_force", operands = figures, calculation = issued .. " − " .. repealed .. " > " .. stock,
    data = { label = figures[3].label, stock = stock, issued = issued, repealed = repealed },
  })
end

local function judge_disclosed(report, figures)
  local disclosed, stock = figures[1].value, figures[2].value
  if stock >= disclosed then return end
  disclosed, stock = text.number(disclosed), text.number(stock)
  report({
    at = figures[2], message = "disclosed", operands = figures, calculation = disclosed .. " > " .. stock,
    data = { label = figures[2].label, stock = stock, issued = disclosed },
  })
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
    for _, ids in ipairs(rows) do
      local figures = doc:values(ids)
      if figures and #ids == 3 then judge_in_force(report, figures) end
      if figures and #ids == 2 then judge_disclosed(report, figures) end
    end
  end,
}
