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

return tables
