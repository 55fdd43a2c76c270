-- SPDX-License-Identifier: Apache-2.0
local law = require("law")

return {
  id = "S106",
  name = "section-duplicate",
  severity = "error",
  title = { zh = "同一部分出现两次", en = "The same section twice" },
  basis = { law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "统一格式的某个部分在报告中出现了不止一次。目录中的标题不算。",
    en = "A section of the format occurs more than once. Headings in a table of contents do not count.",
  },
  why = {
    zh = "重复的部分内容不一致时，不知道以哪一个为准。",
    en = "Where the two differ, nobody knows which one holds.",
  },
  bad = { zh = "五、存在的主要问题及改进情况 …… 五、存在的主要问题及改进情况 ……" },
  good = { zh = "五、存在的主要问题及改进情况（只出现一次）" },
  advice = { zh = "合并两处内容，只保留一个标题。", en = "Merge both and keep one heading." },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "sections.repeated" },
  messages = {
    duplicate = {
      zh = "“{title}”这一部分出现了 {count} 次。",
      en = "The section “{title}” occurs {count} times.",
    },
  },
  check = function(doc, report)
    local by_id, order = {}, {}
    for _, section in ipairs(doc:outline()) do
      if section.id then
        if not by_id[section.id] then
          by_id[section.id] = {}
          order[#order + 1] = section.id
        end
        table.insert(by_id[section.id], section)
      end
    end
    for _, id in ipairs(order) do
      local same = by_id[id]
      if #same > 1 then
        local second = table.remove(same, 2)
        report({
          at = second,
          message = "duplicate",
          data = { title = second.official_title, count = #same + 1 },
          related = same,
        })
      end
    end
  end,
}
