-- SPDX-License-Identifier: Apache-2.0
local law = require("law")

return {
  id = "S105",
  name = "section-empty",
  severity = "warning",
  title = { zh = "部分只有标题没有内容", en = "Section without content" },
  basis = { law.regulation_50, law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "某个部分有标题，标题下没有文字也没有表格。缺表由 S109 报告，不在此重复。",
    en = "A section has a heading and nothing under it. Absent tables are reported by S109 instead.",
  },
  why = {
    zh = "空着的部分让人无法判断是没有情况还是漏填。",
    en = "Nobody can tell whether there was nothing to report or it was forgotten.",
  },
  bad = { zh = "六、其他需要报告的事项（以下空白）" },
  good = { zh = "六、其他需要报告的事项\n本机关2023年未收取信息处理费，无其他需要报告的事项。" },
  advice = { zh = "补写内容；确实没有的，写明“无”。", en = "Write the content, or state that there is none." },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "sections.empty" },
  messages = {
    empty = { zh = "“{title}”下没有任何内容。", en = "Nothing stands under “{title}”." },
  },
  check = function(doc, report)
    local has_table = {}
    for _, t in ipairs(doc:tables()) do has_table[t.section] = true end
    for _, section in ipairs(doc:outline()) do
      if section.id and not has_table[section.id] and section.block_count == 0 and section.length == 0 then
        report({ at = section, message = "empty", data = { title = section.title } })
      end
    end
  end,
}
