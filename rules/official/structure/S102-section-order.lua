-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

return {
  id = "S102",
  name = "section-order",
  severity = "error",
  title = { zh = "各部分次序不符合格式", en = "Sections out of order" },
  basis = { law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "六个部分出现的先后与统一格式不同。",
    en = "The six sections do not follow one another as the format prescribes.",
  },
  why = {
    zh = "统一格式规定了固定次序，便于公众查阅和各级汇总。",
    en = "Readers and superior bodies look for each part in its fixed place.",
  },
  bad = { zh = "一、总体情况 三、收到和处理政府信息公开申请情况 二、主动公开政府信息情况" },
  good = { zh = "一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况" },
  advice = { zh = "把该部分连同其表格移到规定的位置。", en = "Move the section with its table to its prescribed place." },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "sections.disordered" },
  messages = {
    order = {
      zh = "“{title}”排在了“{before}”之后，应在它之前。报告现在的次序是第{order}部分。",
      en = "“{title}” comes after “{before}” but belongs before it. The present order is {order}.",
    },
  },
  check = function(doc, report)
    local ordered, seen = {}, {}
    for _, section in ipairs(doc:outline()) do
      if section.id and not seen[section.id] then
        seen[section.id] = true
        ordered[#ordered + 1] = section
      end
    end
    local numbers, misplaced, before, others = {}, nil, nil, {}
    for i, section in ipairs(ordered) do
      numbers[i] = text.numeral(section.official_number)
      if i > 1 and section.official_number < ordered[i - 1].official_number then
        if misplaced then
          others[#others + 1] = section
        else
          misplaced, before = section, ordered[i - 1]
        end
      end
    end
    if not misplaced then return end
    table.insert(others, 1, before)
    report({
      at = misplaced,
      message = "order",
      data = { title = misplaced.title, before = before.title, order = table.concat(numbers, "、") },
      related = others,
    })
  end,
}
