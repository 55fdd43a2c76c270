-- SPDX-License-Identifier: Apache-2.0
-- One finding for each identity that is broken; what cannot be decided becomes one review for each table.

local text = require("text")

local identities = {}

local function sides(identity)
  return {
    label = identity.label,
    left = text.number(identity.left_sum),
    right = text.number(identity.right_sum),
    difference = text.number(math.abs(identity.difference)),
  }
end

local function review(report, undecided, message)
  if #undecided == 0 then return end
  local cells, places, labels, seen = {}, {}, {}, {}
  for _, identity in ipairs(undecided) do
    labels[#labels + 1] = identity.label
    for _, figure in ipairs(identity.unreadable) do
      if not seen[figure.id] then
        seen[figure.id] = true
        cells[#cells + 1] = figure.row_label
        places[#places + 1] = figure
      end
    end
  end
  local rows, known = {}, {}
  for _, row in ipairs(cells) do
    if not known[row] then
      known[row] = true
      rows[#rows + 1] = row
    end
  end
  report({
    at = undecided[1], message = message, kind = "review", related = places,
    data = { labels = text.join(labels, 4), cells = text.join(rows, 4) },
  })
end

-- Messages of a rule: `broken` with {label} {left} {right} {difference}, `review` with {labels} {cells}.
function identities.judge(doc, report, kind)
  local undecided = {}
  for _, identity in ipairs(doc:identities(kind)) do
    if identity.verdict == "broken" then
      report({ at = identity, message = "broken", data = sides(identity) })
    else
      undecided[#undecided + 1] = identity
    end
  end
  review(report, undecided, "review")
end

return identities
