-- SPDX-License-Identifier: Apache-2.0
local fixes = require("fixes")
local law = require("law")

local fullwidth = { [","] = "，", [";"] = "；", [":"] = "：", ["("] = "（", [")"] = "）", ["!"] = "！", ["?"] = "？", ["."] = "。" }

-- 发布机构: and other fields that a web page puts before the report are not its prose.
local function is_field(mark)
  if mark.text ~= ":" or mark.section.id ~= "lead" then return false end
  local name = mark.paragraph.text:match("^([^:]+):")
  return name ~= nil and #name <= 18 and not mark.paragraph.text:find("。", 1, true)
end

-- The marks of a paragraph that belong to its prose.
local function of_prose(marks)
  if not marks[1].paragraph then return {} end
  if marks[1].section.id ~= "lead" then return marks end
  local kept = {}
  for _, mark in ipairs(marks) do
    if not is_field(mark) then kept[#kept + 1] = mark end
  end
  return kept
end

return {
  id = "W602",
  name = "punctuation-halfwidth",
  severity = "note",
  title = { zh = "中文之间使用半角标点", en = "Half-width punctuation in Chinese text" },
  basis = { law.punctuation },
  what = {
    zh = "正文的汉字之间用了半角的逗号、分号、冒号、括号。每段合并为一条，表格内不查。",
    en = "Half-width commas, semicolons, colons or brackets between Chinese characters; one finding a paragraph, tables left out.",
  },
  why = {
    zh = "中文行文应使用全角标点，半角全角混用显得粗糙，也影响检索。",
    en = "Chinese text uses full-width marks; a mixture looks careless and hampers searching.",
  },
  bad = { zh = "重点工作等领域;通过微信公众号公开" },
  good = { zh = "重点工作等领域；通过微信公众号公开" },
  advice = { zh = "把半角标点改为全角。", en = "Replace them by full-width marks." },
  fixable = true,
  needs = { "marks.halfwidth_punctuation" },
  messages = {
    one = { zh = "中文之间用了半角标点“{marks}”。", en = "A half-width “{marks}” stands in Chinese text." },
    several = {
      zh = "这一段的中文之间有 {count} 处半角标点：{marks}。",
      en = "This paragraph has {count} half-width marks in Chinese text: {marks}.",
    },
  },
  check = function(doc, report)
    for _, paragraph in ipairs(doc:marks_by_paragraph("halfwidth_punctuation")) do
      local marks = of_prose(paragraph)
      if #marks > 0 then
        report({
          at = marks,
          message = #marks == 1 and "one" or "several",
          data = { count = #marks, marks = table.concat(doc:wordings(marks), " ") },
          fix = fixes.each(marks, fullwidth, true, "改为全角标点", "Use full-width marks"),
        })
      end
    end
  end,
}
