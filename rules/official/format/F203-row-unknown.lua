-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

-- Remarks under a table and stray numbers are no rows of their own.
local function is_remark(label)
  return label == "" or not label:find("[\128-\255]") or utf8.len(label) > 40 or label:find("^注") or label:find("^备注")
    or label:find("^%*?说明") or label:find("^填表") or label:find("^单位")
end

return {
  id = "F203",
  name = "row-unknown",
  severity = "warning",
  title = { zh = "表格多出格式没有的行", en = "A row that the format does not have" },
  basis = { law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "表格里有统一格式没有的行。表下的注释和说明不算。",
    en = "The table has a row that the format does not know. Remarks under it do not count.",
  },
  why = {
    zh = "多出的行不参加汇总，其中的数字等于没有报告。",
    en = "Such rows are left out when reports are added up.",
  },
  bad = { zh = "行政许可 | 行政处罚 | 行政检查" },
  good = { zh = "行政许可 | 行政处罚 | 行政强制" },
  advice = { zh = "删除该行，把数字并入格式规定的项目，其他情况写到第六部分。", en = "Remove the row; put its number where the format has a place for it." },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "defects.row_unknown" },
  messages = {
    unknown = {
      zh = "“{table}”有统一格式没有的行：{rows}。",
      en = "“{table}” has rows that the format does not know: {rows}.",
    },
  },
  check = function(doc, report)
    for _, t in ipairs(doc:readable_tables()) do
      local names, defects = {}, {}
      for _, defect in ipairs(t:defects("row_unknown")) do
        if not defect.uncertain and not is_remark(defect.found) then
          names[#names + 1] = defect.found
          defects[#defects + 1] = defect
        end
      end
      if #defects > 0 then
        report({ at = defects, message = "unknown", data = { table = t.name, rows = text.join(names, 5) } })
      end
    end
  end,
}
