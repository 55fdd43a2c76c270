-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local tables = require("tables")
local text = require("text")

local function names(list)
  local found = {}
  for i, t in ipairs(list) do found[i] = "“" .. t.name .. "”" end
  return text.join(found)
end

return {
  id = "F209",
  name = "format-mixed",
  severity = "error",
  title = { zh = "混用两个版本的表格", en = "Tables of two format versions" },
  basis = { law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "同一份报告里，几张表格分别属于两个版本的统一格式。",
    en = "The tables of one report belong to two versions of the format.",
  },
  why = {
    zh = "多半是沿用了往年的一张表，其项目和口径已经改变。",
    en = "Mostly a table was carried over from an earlier year, whose items have changed since.",
  },
  bad = { zh = "第二部分用2019年格式的表，第三部分用2021年格式的表。" },
  good = { zh = "三张表都用报告年度对应的格式。" },
  advice = { zh = "把旧版本的表格换成报告年度对应的版本。", en = "Replace the table of the other version." },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "tables.mixed" },
  messages = {
    wrong = {
      zh = "{tables}用的是{found}年版格式，{year}年度报告应使用{required}年版格式。其余表格的版本是对的。",
      en = "{tables} follow the {found} version; a report for {year} uses the {required} version, as the other tables do.",
    },
    mixed = {
      zh = "{tables}用的是{found}年版格式，其余表格是另一个版本。",
      en = "{tables} follow the {found} version, the other tables another.",
    },
  },
  check = function(doc, report)
    local versions = tables.versions(doc)
    if #versions < 2 then return end
    local odd = versions[2]
    for _, version in ipairs(versions) do
      if doc.required_format and version.id ~= doc.required_format then odd = version end
    end
    report({
      at = odd.tables,
      message = doc.required_format and doc.year and "wrong" or "mixed",
      data = { tables = names(odd.tables), found = odd.id, required = doc.required_format or "", year = doc.year or "" },
      logical = "document",
    })
  end,
}
