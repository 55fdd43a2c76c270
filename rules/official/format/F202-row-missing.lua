-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

-- Tables that do not fit the format in every row.
local function damaged_tables(doc)
  local list = {}
  for _, t in ipairs(doc:readable_tables()) do
    if #t:defects() > 0 then list[#list + 1] = t end
  end
  return list
end

-- Defects of `kind`, told apart by whether the rows beside them were damaged.
local function labels(t, kind, uncertain)
  local names, defects = {}, {}
  for _, defect in ipairs(t:defects(kind)) do
    if defect.uncertain == uncertain then
      names[#names + 1] = defect.expected
      defects[#defects + 1] = defect
    end
  end
  return names, defects
end

local function report_list(report, t, names, defects, message, kind)
  if #defects == 0 then return end
  report({
    at = defects, message = message, kind = kind,
    data = { table = t.name, count = #defects, rows = text.join(names, 6) },
  })
end

return {
  id = "F202",
  name = "row-missing",
  severity = "error",
  title = { zh = "表格缺行", en = "A row of the format is absent" },
  basis = { law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "表格里找不到统一格式规定的某一行，或者应当分列的几行合成了一行。附近的行残缺时只提示复核。",
    en = "A prescribed row is not in the table, or several rows stand as one. Beside damaged rows it is only a review.",
  },
  why = {
    zh = "缺行就少报一个统计项目，合计也无从核对。",
    en = "A missing row leaves an item unreported, and totals cannot be verified.",
  },
  bad = { zh = "（六）其他处理 只有一行" },
  good = { zh = "（六）其他处理 1.申请人无正当理由逾期不补正…… 2.申请人逾期未按收费通知要求缴纳费用…… 3.其他" },
  advice = { zh = "对照统一格式补齐各行，没有发生的填0。", en = "Complete the rows of the format, with 0 where nothing happened." },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "defects.row_missing", "defects.rows_collapsed", "defects.group_missing" },
  messages = {
    missing = { zh = "“{table}”缺少 {count} 行：{rows}。", en = "“{table}” lacks {count} row(s): {rows}." },
    collapsed = {
      zh = "“{table}”的“{group}”只有一行，按格式应分为 {count} 行填写。",
      en = "“{group}” in “{table}” is one row; the format has {count}.",
    },
    grouped = { zh = "“{table}”的“{group}”只有一行，按格式应分行填写。", en = "“{group}” in “{table}” is one row; the format has several." },
    unsure = {
      zh = "“{table}”里没有认出：{rows}。附近的行残缺，请对照原文件确认是否缺行。",
      en = "Not recognised in “{table}”: {rows}. Rows beside are damaged; please compare with the original.",
    },
  },
  check = function(doc, report)
    for _, t in ipairs(damaged_tables(doc)) do
      local names, defects = labels(t, "row_missing", false)
      report_list(report, t, names, defects, "missing")
      for _, defect in ipairs(t:defects("rows_collapsed")) do
        local rows, seen = 0, {}
        for _, figure in ipairs(defect.figures) do
          if not seen[figure.row] then seen[figure.row], rows = true, rows + 1 end
        end
        report({
          at = defect, message = rows > 1 and "collapsed" or "grouped", kind = defect.uncertain and "review" or "fail",
          data = { table = t.name, group = defect.expected, count = rows },
        })
      end
      names, defects = labels(t, "row_missing", true)
      for _, defect in ipairs(t:defects("group_missing")) do
        names[#names + 1] = defect.expected
        defects[#defects + 1] = defect
      end
      report_list(report, t, names, defects, "unsure", "review")
    end
  end,
}
