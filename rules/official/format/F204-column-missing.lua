-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

local function gather(t, kind, field)
  local names, defects, seen = {}, t:defects(kind), {}
  local doubtful = #defects > 0
  for _, defect in ipairs(defects) do
    local name = defect[field]
    if name ~= "" and not seen[name] then
      seen[name] = true
      names[#names + 1] = name
    end
    doubtful = doubtful and defect.uncertain
  end
  return names, defects, doubtful
end

local function append(list, more)
  for _, item in ipairs(more) do list[#list + 1] = item end
end

local function judge(t)
  if #t:defects() == 0 then return end
  local missing, columns, unsure_columns = gather(t, "column_missing", "expected")
  local extra, extras = gather(t, "column_unknown", "found")
  local rows, cells, unsure_cells = gather(t, "cell_count", "row_label")
  local places = {}
  append(places, columns)
  append(places, cells)
  if #columns == 0 and #cells == 0 then append(places, extras) end
  if #places == 0 then return end
  local message = (#columns > 0 and #cells > 0 and "both") or (#columns > 0 and "columns") or (#cells > 0 and "cells") or "extra"
  local doubtful = (#columns == 0 or unsure_columns) and (#cells == 0 or unsure_cells) and #columns + #cells > 0
  return {
    at = places,
    message = message,
    kind = doubtful and "review" or "fail",
    data = { table = t.name, columns = text.join(missing), extra = text.join(extra), rows = text.join(rows, 4), count = #cells },
  }
end

return {
  id = "F204",
  name = "column-missing",
  severity = "error",
  title = { zh = "表格缺列或单元格数不对", en = "Columns or cells missing" },
  basis = { law.notice_2021.structure, law.notice_2019.structure },
  what = {
    zh = "表格缺少统一格式规定的列，或者某行的单元格数与格式不同。整张表连成一片读不出的，只提示复核一次。",
    en = "A prescribed column is absent, or a row has another number of cells. A table run together is one review.",
  },
  why = {
    zh = "少一格，后面的数字就全部错位，不知道哪个数字属于哪一列。",
    en = "With a cell less, nobody knows which number belongs to which column.",
  },
  bad = { zh = "1.本机关不掌握相关政府信息 | 0 | 0 | 0 | 0 | 0 | 0（7列只有6格）" },
  good = { zh = "1.本机关不掌握相关政府信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0" },
  advice = { zh = "对照统一格式补齐列和单元格，没有发生的填0。", en = "Complete columns and cells as in the format, with 0 where nothing happened." },
  applies = { from_year = 2019, years_unknown = true },
  needs = { "tables.unreadable", "defects.column_missing", "defects.column_unknown", "defects.cell_count" },
  messages = {
    columns = { zh = "“{table}”缺少列：{columns}。", en = "“{table}” lacks columns: {columns}." },
    cells = {
      zh = "“{table}”有 {count} 行的单元格数与格式不符：{rows}。这些行的数字无法对应到列，没有参加核对。",
      en = "{count} row(s) of “{table}” have another number of cells than the format: {rows}. Their figures were not used.",
    },
    both = {
      zh = "“{table}”缺少列：{columns}；另有 {count} 行的单元格数与格式不符。",
      en = "“{table}” lacks columns: {columns}; {count} row(s) have another number of cells.",
    },
    extra = { zh = "“{table}”多出格式没有的列：{extra}。", en = "“{table}” has columns that the format does not know: {extra}." },
    unreadable = {
      zh = "“{table}”的单元格连成一片，无法读出数字。请对照原文件人工核对这张表。",
      en = "The cells of “{table}” ran together and no figure can be read. Please compare with the original.",
    },
  },
  check = function(doc, report)
    for _, t in ipairs(doc:tables()) do
      if t.state == "unreadable" then
        report({ at = t, message = "unreadable", kind = "review", data = { table = t.name } })
      end
    end
    for _, t in ipairs(doc:readable_tables()) do
      local finding = judge(t)
      if finding then report(finding) end
    end
  end,
}
