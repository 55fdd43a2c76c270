-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local tables = require("tables")

local numerals = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五" }
-- Outer levels before inner ones; a new step of an outer level ends the enumerations inside it.
local depth = { chinese = 1, chinese_parenthesised = 2, arabic = 3, arabic_parenthesised = 4, circled = 5, step = 6 }

local function written(numbering, number)
  local numeral = numerals[number] or tostring(number)
  if numbering == "chinese" then return numeral .. "、" end
  if numbering == "chinese_parenthesised" then return "（" .. numeral .. "）" end
  if numbering == "step" then return numeral .. "是" end
  if numbering == "arabic" then return number .. "." end
  return "（" .. number .. "）"
end

-- `lists`: open enumerations as { numbering, last }. Finds the one that `step` goes on with, or opens a new one.
-- Returns the number that was expected where it neither goes on nor begins anew.
local function follow(lists, step)
  local level = depth[step.numbering]
  while #lists > 0 and depth[lists[#lists].numbering] > level do table.remove(lists) end
  if step.number == 1 then
    lists[#lists + 1] = { numbering = step.numbering, last = 1 }
    return
  end
  local innermost
  for i = #lists, 1, -1 do
    local list = lists[i]
    if list.numbering == step.numbering then
      if list.last + 1 == step.number then
        list.last = step.number
        for k = #lists, i + 1, -1 do table.remove(lists, k) end
        return
      end
      innermost = innermost or list
    end
  end
  if not innermost then
    lists[#lists + 1] = { numbering = step.numbering, last = step.number }
    return
  end
  local expected = innermost.last + 1
  innermost.last = step.number
  return expected
end

return {
  id = "W605",
  name = "enumeration-gap",
  severity = "warning",
  title = { zh = "列举序号跳号或重号", en = "A step skipped or repeated" },
  basis = { law.document_layout },
  what = {
    zh = "同一部分中同一层次的列举跳号或重号，如（一）（二）（四），一是、三是。另起的列举从一开始，不算。",
    en = "An enumeration in a section skips or repeats a number. One that starts anew at 1 does not count.",
  },
  why = {
    zh = "跳号可能是漏了一项内容，重号让人无法按序号引用。",
    en = "A gap may mean lost content; a repeated number cannot be referred to.",
  },
  bad = { zh = "（一）主动公开 （二）依申请公开 （四）平台建设" },
  good = { zh = "（一）主动公开 （二）依申请公开 （三）平台建设" },
  advice = { zh = "看看是否漏了一项，再顺次编号。", en = "See whether an item is missing, then renumber." },
  needs = { "steps.broken" },
  messages = {
    skipped = { zh = "“{found}”前面缺少“{expected}”。", en = "“{expected}” is missing before “{found}”." },
    wrong = { zh = "序号“{found}”重复或倒退，按次序应为“{expected}”。", en = "“{found}” repeats or goes back; in sequence it should be “{expected}”." },
  },
  check = function(doc, report)
    local lists, index, spilled = {}, nil, tables.spilled_sections(doc)
    for _, step in ipairs(doc:steps()) do
      local section = step.section
      if section and section.index ~= index then lists, index = {}, section.index end
      local expected = step.certain and not (section and spilled[section.id or ""]) and follow(lists, step)
      if expected then
        report({
          at = step,
          message = step.number > expected and "skipped" or "wrong",
          data = { found = written(step.numbering, step.number), expected = written(step.numbering, expected) },
        })
      end
    end
  end,
}
