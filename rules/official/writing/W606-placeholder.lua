-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

return {
  id = "W606",
  name = "placeholder",
  severity = "error",
  title = { zh = "模板空白没有填写", en = "A template's blank left in" },
  basis = { law.regulation_47, law.regulation_50 },
  what = {
    zh = "正文里留有模板的空白：XX、××、20XX年、____、（填写）。",
    en = "A blank of a template is still there: XX, ××, 20XX年, ____, （填写）.",
  },
  why = {
    zh = "该填的数字、名称没有填，报告就不完整。",
    en = "A number or name that should be there is not.",
  },
  bad = { zh = "20XX年共收到政府信息公开申请XX件" },
  good = { zh = "2023年共收到政府信息公开申请27件" },
  advice = { zh = "填上实际内容，或者删去不适用的句子。", en = "Fill it in, or remove the sentence where it does not apply." },
  needs = { "marks.placeholder" },
  messages = {
    one = { zh = "模板空白“{found}”没有填写。", en = "The template's blank “{found}” was not filled in." },
    several = { zh = "这一段有 {count} 处模板空白没有填写，如“{found}”。", en = "{count} blanks in this paragraph were not filled in, such as “{found}”." },
  },
  check = function(doc, report)
    for _, marks in ipairs(doc:marks_by_paragraph("placeholder")) do
      report({
        at = marks,
        message = #marks == 1 and "one" or "several",
        data = { found = text.excerpt(marks[1].text, 20), count = #marks },
      })
    end
  end,
}
