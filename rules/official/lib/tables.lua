-- SPDX-License-Identifier: Apache-2.0
-- Tables by what became of them.

local tables = {}

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

return tables
