-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

return {
  id = "F207",
  name = "figure-implausible",
  severity = "error",
  title = { zh = "数值不可能成立", en = "An impossible figure" },
  basis = { law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "件数为负数或小数，或者金额为负数。“本年增/减”可以为负，金额可以有小数。",
    en = "A count is negative or fractional, or an amount negative. Changes may be negative, amounts may have decimals.",
  },
  why = {
    zh = "件数只能是0或正整数，负数、小数说明填错了单位、口径或单元格。",
    en = "Counts are whole and not negative; anything else is a slip of unit, scope or cell.",
  },
  bad = { zh = "行政处罚 | 12.5" },
  good = { zh = "行政处罚 | 12" },
  advice = { zh = "按台账核实后填写整数。", en = "Correct it from the records." },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "figures.negative", "figures.fraction" },
  messages = {
    negative = { zh = "“{label}”是负数 {value}，这一项不可能为负。", en = "“{label}” is {value}; it cannot be negative." },
    fraction = { zh = "“{label}”是 {value}，件数应当是整数。", en = "“{label}” is {value}; a count is a whole number." },
  },
  check = function(doc, report)
    for _, t in ipairs(doc:readable_tables()) do
      for _, figure in ipairs(t:figures("value")) do
        local value = figure.value
        local message
        if value < 0 and figure.kind ~= "change" then
          message = "negative"
        elseif figure.kind ~= "amount" and math.type(value) ~= "integer" and value ~= math.floor(value) then
          message = "fraction"
        end
        if message then report({ at = figure, message = message, data = { label = figure.label, value = text.number(value) } }) end
      end
    end
  end,
}
