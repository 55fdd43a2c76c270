-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

local function describe(figure)
  return { label = figure.label, value = text.number(figure.value), official = figure.official_unit, written = figure.text }
end

local function differs(figure)
  return figure.unit ~= "" and figure.official_unit == "万元" and figure.unit ~= figure.official_unit
end

return {
  id = "F208",
  name = "unit-suspect",
  severity = "note",
  title = { zh = "金额的单位可疑", en = "The unit of an amount is suspect" },
  basis = { law.notice_2021.disclosure, law.notice_2019.disclosure },
  what = {
    zh = "金额写明的单位与格式规定的“万元”不同，或者大小不像规定的单位。",
    en = "An amount names another unit than the column's, or its size does not fit that unit.",
  },
  why = {
    zh = "把元当作万元填写，金额就错了一万倍。",
    en = "Yuan entered as ten thousands of yuan are wrong by a factor of 10,000.",
  },
  bad = { zh = "本年收费金额（单位：万元） | 77302800元" },
  good = { zh = "本年收费金额（单位：万元） | 7730.28" },
  advice = { zh = "核实金额，按表头的单位换算后填写。", en = "Verify the amount and convert it to the column's unit." },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "figures.amount", "figures.other_unit" },
  options = {
    largest = { type = "number", default = 1000000, zh = "收费金额（万元）超过此数即可疑", en = "fees (in 10,000 yuan) above this are suspect" },
    per_item = { type = "number", default = 100, zh = "每个采购项目平均金额（元）低于此数即可疑", en = "yuan per procurement item below this are suspect" },
  },
  messages = {
    unit = {
      zh = "“{label}”写的是“{written}”，这一列的单位是{official}。",
      en = "“{label}” reads “{written}”, but the column is in {official}.",
    },
    large = {
      zh = "“{label}”为 {value} 万元，大得不合常理，可能是以元为单位填写的。",
      en = "“{label}” is {value} ten thousand yuan, implausibly much; it may have been entered in yuan.",
    },
    small = {
      zh = "{items} 个采购项目的“{label}”只有 {value} 元，可能是以万元为单位填写的。",
      en = "“{label}” is only {value} yuan for {items} item(s); it may have been entered in ten thousands.",
    },
  },
  check = function(doc, report, options)
    for _, t in ipairs(doc:readable_tables()) do
      for _, figure in ipairs(t:figures("value", "amount")) do
        if differs(figure) then
          local data = describe(figure)
          if not data.written:find(figure.unit, 1, true) then data.written = data.written .. figure.unit end
          report({ at = figure, message = "unit", data = data })
        elseif figure.official_unit == "万元" and figure.value > math.max(options.largest, 0) then
          report({ at = figure, message = "large", data = describe(figure) })
        elseif figure.id == "disclosure.procurement.amount" and (figure.unit == "" or figure.unit == "元") then
          local items = doc:figure("disclosure.procurement.items")
          if items.state == "value" and figure.value > 0 and items.value > 0 and figure.value < items.value * options.per_item then
            local data = describe(figure)
            data.items = text.number(items.value)
            report({ at = figure, message = "small", data = data, operands = { items, figure } })
          end
        end
      end
    end
  end,
}
