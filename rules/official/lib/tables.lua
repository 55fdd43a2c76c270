-- SPDX-License-Identifier: Apache-2.0
-- Tables that can be judged cell by cell.

local tables = {}

-- Tables that were read and follow the version the document was bound to. Of others F201, F204 and F209 speak.
function tables.readable(doc)
  local found = {}
  for _, t in ipairs(doc:tables()) do
    if t.state == "read" and (not t.own_format or t.own_format == doc.format) then found[#found + 1] = t end
  end
  return found
end

-- Versions of the tables that were read: { id, tables } in order of appearance.
function tables.versions(doc)
  local versions, index = {}, {}
  for _, t in ipairs(doc:tables()) do
    if t.state == "read" and t.own_format then
      if not index[t.own_format] then
        index[t.own_format] = { id = t.own_format, tables = {} }
        versions[#versions + 1] = index[t.own_format]
      end
      table.insert(index[t.own_format].tables, t)
    end
  end
  return versions
end

-- Sections in which a table lost its cells: what stands there as prose is no prose.
function tables.spilled_sections(doc)
  local ids = {}
  for _, t in ipairs(doc:tables()) do
    if t.state == "unreadable" then ids[t.section] = true end
  end
  return ids
end

-- Ids of the figures that defects of these kinds concern.
function tables.damaged(t, kinds)
  local ids = {}
  for _, kind in ipairs(kinds) do
    for _, defect in ipairs(t:defects(kind)) do
      for _, figure in ipairs(defect.figures) do ids[figure.id] = true end
    end
  end
  return ids
end

-- The figures that add up to each total, by the total's id.
local function rows_of(t)
  local rows, totals = {}, {}
  for _, figure in ipairs(t:figures()) do
    rows[figure.row] = rows[figure.row] or {}
    if figure.column == "total" then totals[figure.row] = figure else table.insert(rows[figure.row], figure) end
  end
  return rows, totals
end

-- Rows, by id, whose total is the sum of the cells that are filled: counts are never negative, so the blank ones are 0.
function tables.proven_rows(t)
  local rows, totals = rows_of(t)
  local zero = {}
  for row, total in pairs(totals) do
    local rest, certain = total.value, total.state == "value"
    for _, figure in ipairs(rows[row]) do
      if figure.state == "value" and figure.kind == "count" then
        rest = rest and rest - figure.value
        certain = certain and figure.value >= 0
      elseif figure.state ~= "blank" then
        certain = false
      end
    end
    if certain and rest == 0 then zero[row] = true end
  end
  return zero
end

return tables
