-- SPDX-License-Identifier: Apache-2.0
-- The report year where title and period disagree about it (P503).

local years = {}

-- Whether title and period put the report on different sides of `first_year`: then nothing that holds from that year on can be judged.
function years.straddle(doc, first_year)
  local other = doc.period and doc.period.from.year or 0
  if other == 0 or not doc.year then return false end
  return (other < first_year) ~= (doc.year < first_year)
end

return years
