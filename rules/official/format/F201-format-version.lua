-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local tables = require("tables")
local years = require("years")

return {
  id = "F201",
  name = "format-version",
  severity = "error",
  title = { zh = "表格版本与报告年度不符", en = "Tables of another format version than the year requires" },
  basis = { law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "表格的行列属于另一个版本的统一格式：2021年度起用2021年格式，2019、2020年度用2019年格式。",
    en = "Rows and columns follow another version: 2021 on use the format of 2021, 2019 and 2020 that of 2019.",
  },
  why = {
    zh = "两个版本的统计项目和口径不同，用错版本，数字就不能汇总和比较。",
    en = "The versions count different things; figures of the wrong one cannot be added up or compared.",
  },
  bad = { zh = "2022年度报告仍用“本年新制作数量、本年新公开数量、对外公开总数量”。" },
  good = { zh = "2022年度报告使用“本年制发件数、本年废止件数、现行有效件数”。" },
  advice = { zh = "换用报告年度对应的格式，重新填写表格。", en = "Fill in the tables of the format in force for the report year." },
  needs = { "tables.other_format", "year.unregulated" },
  messages = {
    version = {
      zh = "{year}年度报告应使用{required}的表格，现在用的是{found}的表格。",
      en = "A report for {year} has to use the tables of {required}; these are the tables of {found}.",
    },
    before = {
      zh = "{year}年度报告早于统一格式（2019年度起），表格不作核对。只检查与格式无关的内容。",
      en = "The report for {year} precedes the unified format (2019 on); its tables are not assessed.",
    },
  },
  check = function(doc, report)
    if doc.year and doc.year < 2019 then
      return report({
        at = doc.title_place, message = "before", data = { year = doc.year }, kind = "review", severity = "note", logical = "document",
      })
    end
    local versions = tables.versions(doc)
    if years.straddle(doc, 2021) then return end  -- P503
    if #versions ~= 1 or not doc.required_format or versions[1].id == doc.required_format then return end
    report({
      at = versions[1].tables,
      message = "version",
      data = { year = doc.year, required = doc.required_notice or doc.required_format, found = doc.format_notice or versions[1].id },
      logical = "document",
    })
  end,
}
