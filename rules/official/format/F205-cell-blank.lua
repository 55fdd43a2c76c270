-- SPDX-License-Identifier: Apache-2.0
local fixes = require("fixes")
local law = require("law")
local text = require("text")

-- Where the blanks are: whole columns by name, else the first cells.
local function describe(t, blanks)
  local columns = t:whole_columns(blanks)
  if columns then return "columns", text.join(columns) end
  return "cells", text.join_labels(blanks, 3)
end

return {
  id = "F205",
  name = "cell-blank",
  severity = "warning",
  title = { zh = "数字单元格空白", en = "Figures left blank" },
  basis = { law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "表格里应填数字的单元格空着。一张表的空白单元格合并为一条。",
    en = "Cells that need a number are blank. All blank cells of a table make one finding.",
  },
  why = {
    zh = "空白可能是“没有”，也可能是漏填；没有发生的应当填0。",
    en = "A blank may mean none or forgotten; where nothing happened, 0 belongs there.",
  },
  bad = { zh = "行政复议 | （空） | （空） | （空） | （空） | （空）" },
  good = { zh = "行政复议 | 0 | 0 | 0 | 0 | 0" },
  advice = { zh = "逐格核实，没有发生的填0。", en = "Go through the cells and enter 0 where nothing happened." },
  applies = { from_year = 2019, years_unknown = true },
  fixable = true,
  needs = { "figures.blank" },
  messages = {
    all = { zh = "“{table}”的 {count} 个数字全部空白。", en = "All {count} figures of “{table}” are blank." },
    columns = {
      zh = "“{table}”有 {count} 个单元格空白，没有发生的应填0。空白的列：{where}。",
      en = "{count} cells of “{table}” are blank where 0 belongs if nothing happened. Blank columns: {where}.",
    },
    cells = {
      zh = "“{table}”有 {count} 个单元格空白，没有发生的应填0。空白处：{where}。",
      en = "{count} cells of “{table}” are blank where 0 belongs if nothing happened: {where}.",
    },
  },
  check = function(doc, report)
    for _, t in ipairs(doc:readable_tables()) do
      local blanks = t:unexplained("blank", "column_missing", "cell_count", "rows_collapsed", "row_missing")
      if #blanks > 0 then
        local message, where = describe(t, blanks)
        if #blanks == t.figure_count then message = "all" end
        report({
          at = blanks,
          message = message,
          data = { table = t.name, count = #blanks, where = where },
          fix = fixes.each(t:proven_zeros(blanks), "0", false, "总计表明为零的空格填 0", "Enter 0 in the blanks that the total shows to be none"),
        })
      end
    end
  end,
}
