-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

-- The year of the title; nil where it names none.
local function title_year(doc)
  return doc.title and doc.title:find("20%d%d") and doc.year
end

local report_names = { "报告", "年报" }

-- A sentence of the introduction that announces this very report and gives it a year.
local function announced_year(doc)
  local last
  for _, hit in ipairs(doc.lead:hits("announces")) do
    local prose = hit.sentence ~= last and text.without_quotes(hit.sentence.text) or ""
    last = hit.sentence
    for clause in text.clauses(prose:find("20", 1, true) and prose or "") do
      clause = clause:find("20", 1, true) and clause:has_any(report_names) and clause:gsub("(20%d%d)年(%D)", "%1%2"):gsub("(20%d%d)度(%D)", "%1%2") or ""
      local year = clause:match("(20%d%d)政府信息公开.-年度报告") or clause:match("(20%d%d)政府信息公开.-年报")
        or clause:match("(20%d%d)报告")
      if year then return math.tointeger(tonumber(year)), hit.sentence end
    end
  end
end

-- The overview opens with a year that is not the report's and never names the report's own.
local function narrated_year(doc)
  local overview = doc:section("overview")
  if not overview then return end
  local prose = overview.text
  local year = prose:match("^(20%d%d)年,") or prose:match("\n(20%d%d)年,")
  year = year and math.tointeger(tonumber(year))
  if not year or year == doc.year or overview.length < 100 or text.without_quotes(prose):find(doc.year .. "年", 1, true) then return end
  return year, overview
end

return {
  id = "P503",
  name = "year-conflict",
  severity = "error",
  title = { zh = "报告年度前后矛盾", en = "The report year is contradictory" },
  basis = { law.regulation_49, law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "标题、统计期限和正文说的报告年度不一致。",
    en = "Title, period and text disagree about the report year.",
  },
  why = {
    zh = "多半是沿用了往年的文本，数字属于哪一年就成了疑问。",
    en = "Mostly text of an earlier year was reused; it is then unclear which year the figures belong to.",
  },
  bad = { zh = "标题为2023年年度报告，统计期限却是2022年1月1日至2022年12月31日。" },
  good = { zh = "标题、统计期限和正文都是2023年。" },
  advice = { zh = "核实报告年度，统一标题、统计期限和正文。", en = "Settle the report year and use it throughout." },
  phrases = { announces = { "现公布", "现发布", "现将", "现予公布", "特编制", "编制了", "编制本", "编制完成", "向社会公布" } },
  needs = { "years.period", "years.lead", "years.paragraph" },
  messages = {
    period = {
      zh = "标题是{title}年，统计期限却是{found}年（{text}）。",
      en = "The title says {title}, the statistical period {found} ({text}).",
    },
    lead = {
      zh = "标题是{title}年，正文开头却说这是{found}年的报告。",
      en = "The title says {title}, the introduction calls this the report for {found}.",
    },
    overview = {
      zh = "标题是{title}年，“总体情况”写的却是{found}年的工作，没有提到{title}年。",
      en = "The title says {title}, but the overview tells of {found} and never of {title}.",
    },
  },
  check = function(doc, report)
    local year, period = title_year(doc), doc.period
    if not year then return end
    if period and period.from.year == period.to.year and period.from.year ~= 0 and period.from.year ~= year then
      return report({
        at = period, message = "period", data = { title = year, found = period.from.year, text = period.text },
        related = { doc.year_place }, logical = "document",
      })
    end
    local announced, sentence = announced_year(doc)
    if announced and announced ~= year then
      return report({
        at = sentence, message = "lead", data = { title = year, found = announced }, related = { doc.year_place }, logical = "document",
      })
    end
    local narrated, overview = narrated_year(doc)
    if narrated then
      report({
        at = overview, message = "overview", data = { title = year, found = narrated }, related = { doc.year_place },
        logical = "document",
      })
    end
  end,
}
