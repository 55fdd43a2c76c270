-- SPDX-License-Identifier: Apache-2.0
-- Corrections that a finding offers.

local fixes = {}

-- One correction of several places, each { at, text }; nil where there is none. `safe`: it needs nobody's look.
function fixes.of(changes, safe, zh, en)
  local first = table.remove(changes, 1)
  return first and { at = first.at, text = first.text, also = changes, safe = safe, zh = zh, en = en }
end

return fixes
