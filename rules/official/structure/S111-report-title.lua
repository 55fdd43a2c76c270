-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

local function names_year(title)
  return title:find("20%d%d") or title:has_any({ "二〇", "二零", "二○", "二O" })
end

-- The year may stand inside the name: 政府信息公开工作2020年度报告.
local function names_report(doc)
  if doc.title_has_official_name then return true end
  return doc.title:gsub("20%d%d年", ""):has_any({ "政府信息公开工作年度报告", "政府信息公开工作度报告" })
end

return {
  id = "S111",
  name = "report-title",
  severity = "warning",
  title = { zh = "报告标题要素不全", en = "The title lacks an element" },
  basis = { law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "标题缺少机关名称、年份，或者没有使用“政府信息公开工作年度报告”这一名称。",
    en = "The title lacks the agency, the year, or the official name 政府信息公开工作年度报告.",
  },
  why = {
    zh = "公众凭标题知道这是哪个机关哪一年的报告，检索和归档也以此为准。",
    en = "The title tells whose report it is and for which year; searching and filing depend on it.",
  },
  bad = { zh = "政府信息公开年报" },
  good = { zh = "青河县人民政府2023年政府信息公开工作年度报告" },
  advice = { zh = "标题写成“机关全称+年份+政府信息公开工作年度报告”。", en = "Title: full name of the agency, year, official name." },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "title.incomplete" },
  messages = {
    lacks = { zh = "标题“{title}”缺少：{missing}。", en = "The title “{title}” lacks: {missing}." },
    name = {
      zh = "标题“{title}”没有使用规定名称“政府信息公开工作年度报告”。",
      en = "The title “{title}” does not use the official name 政府信息公开工作年度报告.",
    },
    none = { zh = "报告没有标题。", en = "The report has no title." },
  },
  check = function(doc, report)
    local title = doc.title
    if not title or title == "" then
      return report({ at = doc.title_place, message = "none", logical = "document" })
    end
    local missing = {}
    if not doc.agency or doc.agency == "" then missing[#missing + 1] = "机关名称" end
    if not names_year(title) then missing[#missing + 1] = "年份" end
    local named = names_report(doc)
    if #missing == 0 and named then return end
    if not named then missing[#missing + 1] = "规定名称“政府信息公开工作年度报告”" end
    report({
      at = doc.title_place,
      message = (#missing == 1 and not named) and "name" or "lacks",
      data = { title = text.excerpt(title, 40), missing = text.join(missing) },
      logical = "document",
    })
  end,
}
