-- SPDX-License-Identifier: Apache-2.0
local law = require("law")

return {
  id = "P511",
  name = "basis-missing",
  severity = "note",
  title = { zh = "没有写明编制依据", en = "The Regulation is not cited" },
  basis = { law.regulation_49, law.regulation_50 },
  what = {
    zh = "全文没有提到《政府信息公开条例》。",
    en = "The report never mentions the Regulation on the Disclosure of Government Information.",
  },
  why = {
    zh = "年度报告依条例编制，写明依据是通行体例。",
    en = "The report is made under the Regulation, and reports customarily say so.",
  },
  bad = { zh = "现将一年来我乡政务信息公开工作总结如下：" },
  good = { zh = "本报告根据《中华人民共和国政府信息公开条例》第五十条编制。" },
  advice = { zh = "在报告开头写明“根据《中华人民共和国政府信息公开条例》编制”。", en = "Say in the introduction that the report is made under the Regulation." },
  phrases = { regulation = { "政府信息公开条例", "信息公开条例", "《条例》", "政府信息公开的条例", "公开条例" } },
  messages = {
    missing = {
      zh = "报告没有引用《中华人民共和国政府信息公开条例》作为编制依据。",
      en = "The report does not cite the Regulation on the Disclosure of Government Information as its basis.",
    },
  },
  check = function(doc, report)
    if doc:has("regulation") then return end
    report({ at = doc.title_place, message = "missing", logical = "document" })
  end,
}
