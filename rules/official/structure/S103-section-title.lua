-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

return {
  id = "S103",
  name = "section-title",
  severity = "warning",
  title = { zh = "部分标题与规定用语不同", en = "Section title deviates from the official wording" },
  basis = { law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "某个部分认得出来，但标题的字句与统一格式不一致。编号不在此列（见 S104）。",
    en = "A section can be recognised, but its title is worded differently. Numbering is left to S104.",
  },
  why = {
    zh = "标题是公众和考核单位定位内容的依据，改动用语会造成漏看、误判。",
    en = "Readers and evaluators find their way by these titles.",
  },
  bad = { zh = "二、主动信息公开情况" },
  good = { zh = "二、主动公开政府信息情况" },
  advice = { zh = "把标题改为规定用语。", en = "Use the official title." },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "sections.deviating" },
  messages = {
    title = {
      zh = "第{number}部分的标题“{found}”应为“{official}”。",
      en = "The title of section {number}, “{found}”, should be “{official}”.",
    },
  },
  check = function(doc, report)
    for _, section in ipairs(doc:outline()) do
      if section.id and section.match == "deviating" then
        report({
          at = section,
          message = "title",
          data = { number = text.numeral(section.official_number), found = section.title, official = section.official_title },
        })
      end
    end
  end,
}
