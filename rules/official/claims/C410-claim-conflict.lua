-- SPDX-License-Identifier: Apache-2.0
local compare = require("compare")
local law = require("law")
local text = require("text")

local families = { "applications.", "proceedings.", "disclosure." }

-- A quantity for which the table has a number is compared with it by the other rules.
local function decided_by_table(doc, claim)
  for _, family in ipairs(families) do
    if compare.starts(claim, family) then return doc:quantity(claim.quantity).state == "value" end
  end
  return true  -- names of the pack's own are too loose to be one quantity
end

local function value_of(claim)
  if claim.kind == "none" then return 0 end
  return claim.kind == "number" and not claim.approximate and claim.value or nil
end

return {
  id = "C410",
  name = "claim-conflict",
  severity = "warning",
  title = { zh = "正文前后数字矛盾", en = "The text contradicts itself" },
  basis = { law.regulation_47, law.regulation_50 },
  what = {
    zh = "同一个数量在正文里说了两次，数值不同。表中有这个数字的，由与表核对的规则报告。",
    en = "One quantity is stated twice with different values. Where the table has the number, the rules on the table report it.",
  },
  why = {
    zh = "两处不同，至少有一处是错的。",
    en = "At least one of the two is wrong.",
  },
  bad = { zh = "全年收到申请21件。……收到的23件申请均按期答复。" },
  good = { zh = "全年收到申请21件。……收到的21件申请均按期答复。" },
  advice = { zh = "核实后统一两处的数字。", en = "Settle the number and use it in both places." },
  needs = { "claims.conflicting" },
  messages = {
    conflict = {
      zh = "前面说“{first}”，这里说“{second}”，指的是同一个数量。",
      en = "“{second}” contradicts “{first}” said before of the same quantity.",
    },
  },
  check = function(doc, report)
    local first, done = {}, {}
    for _, claim in ipairs(doc:claims()) do
      local value = claim.comparable and value_of(claim)
      if value and not decided_by_table(doc, claim) then
        local before = first[claim.quantity]
        if not before then
          first[claim.quantity] = claim
        elseif value_of(before) ~= value and not done[claim.quantity] then
          done[claim.quantity] = true
          report({
            at = claim,
            message = "conflict",
            logical = claim.quantity,
            data = { first = text.excerpt(before.text, 30), second = text.excerpt(claim.text, 30) },
            related = { before },
          })
        end
      end
    end
  end,
}
