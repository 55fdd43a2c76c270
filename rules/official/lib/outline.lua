-- SPDX-License-Identifier: Apache-2.0
-- The report's sections against those of the format. A table of contents repeats headings with nothing under them;
-- its entries are no sections. A section of another name that stands in a missing one's place is its stand-in.

local outline = {}

local function is_bare(section) return section.block_count == 0 and section.length == 0 end

-- Indexes of sections that belong to a table of contents: three or more bare headings in a row that come again later.
local function contents_entries(sections)
  local entries, first = {}, 1
  for i = 1, #sections + 1 do
    if not sections[i] or not is_bare(sections[i]) then
      local repeated = 0
      for k = first, i - 1 do
        for later = i, #sections do
          if sections[k].id and sections[later].id == sections[k].id then repeated = repeated + 1 break end
        end
      end
      if repeated >= 3 then
        for k = first, i - 1 do entries[k] = true end
      end
      first = i + 1
    end
  end
  return entries
end

local function count_bare(sections)
  local count = 0
  for _, section in ipairs(sections) do
    if is_bare(section) then count = count + 1 end
  end
  return count
end

-- The report's sections without those of a table of contents.
function outline.sections(doc)
  local all, kept = doc:sections(), {}
  if count_bare(all) < 3 then return all end
  local entries = contents_entries(all)
  for i, section in ipairs(all) do
    if not entries[i] then kept[#kept + 1] = section end
  end
  return kept
end

-- Sections of the format, the first of each kind, by id.
function outline.by_id(sections)
  local found = {}
  for _, section in ipairs(sections) do
    if section.id and not found[section.id] then found[section.id] = section end
  end
  return found
end

-- What stands where official section `spec` should: a section that the format does not have, with its number.
function outline.stand_in(sections, spec)
  for i, section in ipairs(sections) do
    local before, after = sections[i - 1], sections[i + 1]
    if not section.id and section.numbering == "chinese" and section.number == spec.number
      and (not before or before.official_number < spec.number)
      and (not after or after.official_number > spec.number) then
      return section
    end
  end
end

return outline
