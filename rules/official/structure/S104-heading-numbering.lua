-- SPDX-License-Identifier: Apache-2.0
local fixes = require("fixes")
local law = require("law")
local text = require("text")

-- The number as it stands in the heading.
local function written(section)
  local number, style = section.number, section.numbering
  if style == "arabic" then return number .. "、" end
  if style == "part" then return "第" .. text.numeral(number) .. "部分" end
  if style == "chinese_parenthesised" then return "（" .. text.numeral(number) .. "）" end
  if style == "arabic_parenthesised" then return "（" .. number .. "）" end
  return text.numeral(number)
end

-- The official number in its place. A heading inside a run of text that lost its line ends is left to a person.
local function change(section)
  if section.inline then return end
  return { at = section.number_place, text = text.numeral(section.official_number) .. "、" }
end

local function fix_for(sections)
  local changes = {}
  for i, section in ipairs(sections) do
    changes[i] = change(section)
    if not changes[i] then return end
  end
  return fixes.of(changes, true, "改为规定的编号", "Use the prescribed number")
end

-- Sections whose numbers neither are the official ones nor go on from the section before.
local function breaks(sections)
  local found, last = {}, 0
  for _, section in ipairs(sections) do
    local number, official = section.number, section.id ~= nil
    local follows = number == last + 1
    if official and number > 0 and not follows and number ~= section.official_number then
      found[#found + 1] = { section = section, expected = last + 1 }
    end
    if official or follows then last = number > 0 and number or last + 1 end
  end
  return found
end

return {
  id = "S104",
  name = "heading-numbering",
  severity = "warning",
  title = { zh = "部分标题的编号不规范", en = "Section heading numbered wrongly" },
  basis = { law.notice_2021.structure, law.notice_2019.structure, law.document_layout },
  what = {
    zh = "部分标题没有按“一、”至“六、”编号，或者编号跳号、重号。",
    en = "A section heading is not numbered 一、 to 六、, or a number is skipped or repeated.",
  },
  why = {
    zh = "统一格式用“一、”至“六、”编号，勾稽关系和各级文件都按这个编号称呼各部分。",
    en = "The format numbers sections 一、 to 六、, and other documents refer to them so.",
  },
  bad = { zh = "1、总体情况" },
  good = { zh = "一、总体情况" },
  advice = { zh = "按“一、二、三、四、五、六、”重新编号。", en = "Number the sections 一、 to 六、." },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "sections.misnumbered" },
  fixable = true,
  messages = {
    style = {
      zh = "“{title}”的编号是“{found}”，应为“{expected}、”。",
      en = "“{title}” is numbered “{found}”; it should be “{expected}、”.",
    },
    absent = { zh = "“{title}”没有编号，应为“{expected}、”。", en = "“{title}” has no number; it should be “{expected}、”." },
    all = {
      zh = "{count} 个部分的标题都没有按“一、”至“六、”编号。",
      en = "All {count} section headings lack the prescribed numbers 一、 to 六、.",
    },
    sequence = {
      zh = "“{title}”编为“{found}、”，按次序应为“{expected}、”。",
      en = "“{title}” is numbered “{found}、”; in sequence it should be “{expected}、”.",
    },
  },
  check = function(doc, report)
    local sections, official, strange = doc:outline(), 0, {}
    for _, section in ipairs(sections) do
      if section.id then
        official = official + 1
        if section.numbering ~= "chinese" then strange[#strange + 1] = section end
      end
    end
    if #strange >= 4 and #strange == official then
      return report({ at = strange, message = "all", data = { count = official }, fix = fix_for(strange) })
    end
    for _, section in ipairs(strange) do
      report({
        at = section,
        message = section.numbering == "absent" and "absent" or "style",
        data = { title = section.title, expected = text.numeral(section.official_number), found = written(section) },
        fix = fix_for({ section }),
      })
    end
    for _, gap in ipairs(breaks(sections)) do
      local section = gap.section
      if section.numbering == "chinese" then
        report({
          at = section, message = "sequence",
          data = { title = section.title, found = text.numeral(section.number), expected = text.numeral(gap.expected) },
          fix = gap.expected == section.official_number and fix_for({ section }) or nil,
        })
      end
    end
  end,
}
