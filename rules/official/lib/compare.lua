-- SPDX-License-Identifier: Apache-2.0
-- Claims of the prose against the tables. A claim is compared only where it is clear what it counts, and where the table
-- has a number there; a total that the table itself contradicts is left to the rules on totals.

local text = require("text")

local compare = {
  -- What rules that compare a claim with its table need, and say.
  needs = { "claims.contradicted" },
  differs = {
    zh = "正文说“{text}”，表中{label}是 {value}。",
    en = "The text says “{text}”, but {label} is {value} in the table.",
  },
}

-- Sums of the table that are wrong: which figures they are made of, and by how much the parts exceed the total.
local function broken_sums(doc)
  local sums = {}
  for _, kind in ipairs({ "applicants_total", "results_total", "proceedings_total" }) do
    for _, identity in ipairs(doc:identities(kind)) do
      if identity.verdict == "broken" then
        local change = {}
        for _, figure in ipairs(identity.left) do change[figure.id] = -identity.difference end
        for _, figure in ipairs(identity.right) do change[figure.id] = identity.difference end
        sums[#sums + 1] = change
      end
    end
  end
  return sums
end

-- Whether the claim is what the figure would be if one wrong sum of the table, reported already, were put right.
local function explained(claim, quantity, sums)
  for _, change in ipairs(sums) do
    for _, figure in ipairs(quantity.operands) do
      if change[figure.id] and claim.value == quantity.value + change[figure.id] then return true end
    end
  end
  return false
end

local function has(list, value)
  for _, item in ipairs(list or {}) do
    if item == value then return true end
  end
  return false
end

-- The value of a figure or sum, 0 where it is blank.
function compare.value(doc, id)
  return doc:quantity(id).value or 0
end

-- Reports every claim that `options.about(claim)` accepts and its table contradicts; claims that say the same are one finding.
-- `options.may_be(doc, claim)` lists further values that the words may mean. Messages get {text} {label} {value}.
function compare.claims(doc, report, options)
  local findings, index, sums = {}, {}, nil
  for _, claim in ipairs(doc:contradictions()) do
    if options.about(claim) then
      local quantity = doc:quantity(claim.quantity)
      sums = sums or broken_sums(doc)
      local allowed = options.may_be and options.may_be(doc, claim)
      if not has(allowed, claim.value) and not explained(claim, quantity, sums) then
        local key = claim.quantity .. " " .. tostring(claim.value)
        if index[key] then
          table.insert(index[key].related, claim)
        else
          local words = claim.kind == "exists" and claim.sentence.text or claim.text
          index[key] = {
            at = claim, against = quantity, related = {},
            message = options.message and options.message(claim) or "differs",
            data = { text = text.excerpt(words, 40), label = quantity.label, value = text.number(quantity.value) },
          }
          findings[#findings + 1] = index[key]
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
