-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local outline = require("outline")
local text = require("text")

return {
  id = "S101",
  name = "section-missing",
  severity = "error",
  title = { zh = "缺少规定的部分", en = "A prescribed section is missing" },
  basis = { law.regulation_50, law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "年度报告的六个部分中有一个或几个没有出现。",
    en = "One or more of the six sections of the report are absent.",
  },
  why = {
    zh = "六个部分是条例第五十条和统一格式规定的内容，缺一项就少报一项法定事项。",
    en = "The Regulation and the format prescribe all six; a missing one leaves a duty unreported.",
  },
  bad = { zh = "一、总体情况 … 四、政府信息公开行政复议、行政诉讼情况 … 六、其他需要报告的事项（没有第五部分）" },
  good = { zh = "一、…… 二、…… 三、…… 四、…… 五、存在的主要问题及改进情况 六、其他需要报告的事项" },
  advice = {
    zh = "按格式补上该部分；没有内容可报的，保留标题并写明“无”或相应数字0。",
    en = "Add the section; where there is nothing to report, keep the heading and say so.",
  },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "sections.missing" },
  messages = {
    missing = {
      zh = "缺少第{number}部分“{title}”。全文没有找到这个标题或与它相当的标题。",
      en = "Section {number} “{title}” is missing. No heading like it was found.",
    },
    replaced = {
      zh = "第{number}部分应为“{title}”，此处却是“{found}”。",
      en = "Section {number} should be “{title}”, but “{found}” stands in its place.",
    },
    none = {
      zh = "没有找到统一格式规定的任何一个部分。这份文件可能不是政府信息公开工作年度报告，或者标题已经丢失。",
      en = "None of the six prescribed sections was found. This may not be an annual report, or its headings are lost.",
    },
  },
  check = function(doc, report)
    local sections = doc:outline()
    local found = outline.by_id(sections)
    if not next(found) then return report({ at = doc.title_place, message = "none", logical = "document" }) end
    local before = doc.title_place
    for _, spec in ipairs(doc:official_sections()) do
      local stand_in = not found[spec.id] and outline.stand_in(sections, spec)
      if not found[spec.id] and not spec.optional then
        report({
          at = stand_in or before,
          message = stand_in and "replaced" or "missing",
          data = { number = text.numeral(spec.number), title = spec.title, found = stand_in and stand_in.title or "" },
          logical = "section:" .. spec.id,
        })
      end
      before = found[spec.id] or stand_in or before
    end
  end,
}
