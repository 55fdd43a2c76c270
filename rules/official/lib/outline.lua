-- SPDX-License-Identifier: Apache-2.0
-- The report's sections against those of the format. A section of another name that stands in a missing one's place is its
-- stand-in. What a table of contents lists is no section: rules start from doc:outline().

local outline = {}

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
