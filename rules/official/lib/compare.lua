-- SPDX-License-Identifier: Apache-2.0
-- Claims of the prose against the tables. A claim is compared only where it is clear what it counts, and where the table
-- has a number there; a total that the table itself contradicts is left to the rules on totals.

local text = require("text")

local compare = {}

-- What a broken identity of the table says the total should be: figure id → sum of its parts.
local function sums_of_parts(doc)
  local sums = {}
  for _, kind in ipairs({ "applicants_total", "results_total", "proceedings_total" }) do
    for _, identity in ipairs(doc:identities(kind)) do
      if identity.verdict == "broken" then
        sums[identity.key] = sums[identity.key] or {}
        table.insert(sums[identity.key], identity.left_sum)
      end
    end
  end
  return sums
end

local function has(list, value)
  for _, item in ipairs(list or {}) do
    if item == value then return true end
  end
  return false
end

-- Whether the claim says something else than `quantity`; nil where the table has no number there.
function compare.contradicts(claim, quantity)
  if quantity.state ~= "value" then return end
  if claim.kind == "exists" then return quantity.value == 0 end
  if claim.kind == "none" then return quantity.value > 0 end
  return not claim:agrees(quantity)
end

-- The value of a figure or sum, 0 where it is blank.
function compare.value(doc, id)
  return doc:quantity(id).value or 0
end

-- Reports every claim that `options.about(claim)` accepts and its table contradicts; claims that say the same are one finding.
-- `options.may_be(doc, claim)` lists further values that the words may mean. Messages get {text} {label} {value}.
function compare.claims(doc, report, options)
  local findings, index, sums = {}, {}, nil
  for _, claim in ipairs(doc:claims()) do
    if claim.comparable and options.about(claim) then
      local quantity = options.quantity and options.quantity(doc, claim) or doc:quantity(claim.quantity)
      if compare.contradicts(claim, quantity) then
        sums = sums or sums_of_parts(doc)
        local allowed = options.may_be and options.may_be(doc, claim)
        if not has(allowed, claim.value) and not has(sums[quantity.id], claim.value) then
          local key = claim.quantity .. " " .. tostring(claim.value)
          if index[key] then
            table.insert(index[key].related, claim)
          else
            index[key] = {
              at = claim, against = quantity, related = {},
              message = options.message and options.message(claim) or "differs",
              data = { text = text.excerpt(claim.text, 30), label = quantity.label, value = text.number(quantity.value) },
            }
            findings[#findings + 1] = index[key]
          end
        end
      end
    end
  end
  for _, finding in ipairs(findings) do report(finding) end
end

-- Whether the id of the claim's quantity is `prefix` and something more.
function compare.starts(claim, prefix)
  return claim.quantity:sub(1, #prefix) == prefix
end

return compare
