-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local outline = require("outline")

return {
  id = "S110",
  name = "section-unexpected",
  severity = "note",
  title = { zh = "格式中没有的部分", en = "A section that the format does not have" },
  basis = { law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "报告多出一个与六个部分并列编号的部分。附件、没有编号的说明和部分内的小标题不算。",
    en = "A section numbered alongside the six that the format does not know. Annexes and inner headings do not count.",
  },
  why = {
    zh = "统一格式要求不得增减部分，多出的内容应并入相应部分。",
    en = "Sections are not to be added; their content belongs into one of the six.",
  },
  bad = { zh = "六、其他需要报告的事项 七、下一步工作打算" },
  good = { zh = "五、存在的主要问题及改进情况（含下一步打算） 六、其他需要报告的事项" },
  advice = { zh = "把内容并入六个部分中的相应部分。", en = "Move its content into one of the six sections." },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "sections.unexpected" },
  messages = {
    unexpected = {
      zh = "“{title}”不是统一格式规定的部分。",
      en = "“{title}” is not a section of the prescribed format.",
    },
  },
  check = function(doc, report)
    local sections = doc:outline()
    local found, stand_ins = outline.by_id(sections), {}
    for _, spec in ipairs(doc:official_sections()) do
      local stand_in = not found[spec.id] and outline.stand_in(sections, spec)
      if stand_in then stand_ins[stand_in.index] = true end
    end
    local last = 0
    for _, section in ipairs(sections) do
      local follows = section.number > 0 and section.number == last + 1
      if not section.id and follows and section.numbering == "chinese" and last > 0 and not stand_ins[section.index] then
        report({ at = section, message = "unexpected", data = { title = section.title } })
      end
      if section.id or follows then last = section.number > 0 and section.number or last + 1 end
    end
  end,
}
