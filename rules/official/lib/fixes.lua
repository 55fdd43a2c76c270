-- SPDX-License-Identifier: Apache-2.0
-- Corrections that a finding offers.

local fixes = {}

-- One correction of several places, each { at, text }; nil where there is none. `safe`: it needs nobody's look.
function fixes.of(changes, safe, zh, en)
  local first = table.remove(changes, 1)
  return first and { at = first.at, text = first.text, also = changes, safe = safe, zh = zh, en = en }
end

-- One correction of many places by the same rule: `with` is what belongs there, or a table from what stands there to what
-- belongs there. Where that table knows one of them not, there is no correction.
function fixes.each(places, with, safe, zh, en)
  return { each = places, with = with, safe = safe, zh = zh, en = en }
end

return fixes
