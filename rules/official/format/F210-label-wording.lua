-- SPDX-License-Identifier: Apache-2.0
local law = require("law")

-- Spaces, brackets and other marks are no wording.
local marks = {}
for mark in ("、。，（）“”：．；"):gmatch(utf8.charpattern) do marks[mark] = "" end

local function words(label) return (label:gsub("[%s%p]", ""):gsub("[\xE2\xE3\xEF][\x80-\xBF][\x80-\xBF]", marks)) end

return {
  id = "F210",
  name = "label-wording",
  severity = "note",
  title = { zh = "行列名称与规定用语不同", en = "A label deviates from the official wording" },
  basis = { law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "表格的行或列认得出来，但名称与统一格式不一致。标点和空格不算。",
    en = "A row or column can be recognised, but its label is worded differently. Punctuation does not count.",
  },
  why = {
    zh = "改动的名称可能改变统计口径，机器汇总时也会对不上。",
    en = "Another label may mean another scope, and breaks automatic adding-up.",
  },
  bad = { zh = "社会组织" },
  good = { zh = "社会公益组织" },
  advice = { zh = "改为统一格式的名称。", en = "Use the label of the format." },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "defects.label_wording" },
  messages = {
    label = {
      zh = "“{table}”中的“{found}”应为“{expected}”。",
      en = "“{found}” in “{table}” should be “{expected}”.",
    },
  },
  check = function(doc, report)
    for _, t in ipairs(doc:readable_tables()) do
      local first, order = {}, {}
      for _, defect in ipairs(t:defects("label_wording")) do
        local found, expected = defect.found, defect.expected
        if not defect.uncertain and found ~= "" and words(found) ~= words(expected) then
          local key = found .. "\n" .. expected
          if first[key] then
            table.insert(first[key].related, defect)
          else
            first[key] = {
              at = defect, message = "label", related = {},
              data = { table = t.name, found = found, expected = expected },
            }
            order[#order + 1] = first[key]
          end
        end
      end
      for _, finding in ipairs(order) do report(finding) end
    end
  end,
}
