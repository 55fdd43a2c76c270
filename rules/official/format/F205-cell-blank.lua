-- SPDX-License-Identifier: Apache-2.0
local fixes = require("fixes")
local law = require("law")
local tables = require("tables")
local text = require("text")

-- Blank figures that no defect of rows or columns explains already.
local function blanks(t)
  local damaged, found = tables.damaged(t, { "column_missing", "cell_count", "rows_collapsed", "row_missing" }), {}
  for _, figure in ipairs(t:figures("blank")) do
    if not damaged[figure.id] then found[#found + 1] = figure end
  end
  return found
end

-- Where the blanks are: whole columns by name, else the first cells.
local function describe(t, found)
  local rows, row_count, per_column, columns, cells = {}, 0, {}, {}, {}
  for _, figure in ipairs(t:figures()) do
    if not rows[figure.row] then rows[figure.row], row_count = true, row_count + 1 end
  end
  for _, figure in ipairs(found) do
    local column = figure.column_label
    if not per_column[column] then columns[#columns + 1] = column end
    per_column[column] = (per_column[column] or 0) + 1
    cells[#cells + 1] = figure.label
  end
  for _, column in ipairs(columns) do
    if row_count < 3 or per_column[column] < row_count then return "cells", text.join(cells, 3) end
  end
  return "columns", text.join(columns)
end

local function fix_for(t, found)
  local zero, changes = tables.proven_rows(t), {}
  for _, figure in ipairs(found) do
    if zero[figure.row] and figure.column ~= "total" then changes[#changes + 1] = { at = figure, text = "0" } end
  end
  return fixes.of(changes, false, "总计表明为零的空格填 0", "Enter 0 in the blanks that the total shows to be none")
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
    for _, t in ipairs(tables.readable(doc)) do
      local found = blanks(t)
      if #found > 0 then
        local message, where = describe(t, found)
        local fix = fix_for(t, found)
        local count, first = #found, table.remove(found, 1)
        if count == #t:figures() then message = "all" end
        report({ at = first, message = message, data = { table = t.name, count = count, where = where }, related = found, fix = fix })
      end
    end
  end,
}
