-- SPDX-License-Identifier: Apache-2.0
local law = require("law")
local text = require("text")

return {
  id = "T306",
  name = "procurement-pair",
  severity = "warning",
  title = { zh = "采购项目与金额不配对", en = "Procurement items without an amount, or the reverse" },
  basis = { law.regulation_20, law.notice_2019.disclosure },
  what = {
    zh = "政府集中采购有项目数量而金额为0，或者有金额而项目数量为0。",
    en = "There are procurement items but no amount, or an amount but no items.",
  },
  why = {
    zh = "有采购就有金额，两个数字应当同时有或同时没有。",
    en = "Where something was bought it cost something; both are zero or neither.",
  },
  bad = { zh = "政府集中采购 | 3 | 0" },
  good = { zh = "政府集中采购 | 3 | 251000" },
  advice = { zh = "按采购台账补填另一个数字。", en = "Enter the other number from the procurement records." },
  applies = { formats = { "2019" } },
  messages = {
    no_amount = {
      zh = "政府集中采购有 {items} 个项目，采购总金额却是 0。",
      en = "There are {items} procurement items, but the amount is 0.",
    },
    no_items = {
      zh = "政府集中采购总金额为 {amount}，采购项目数量却是 0。",
      en = "The amount of procurement is {amount}, but there are 0 items.",
    },
  },
  check = function(doc, report)
    local items, amount = doc:figure("disclosure.procurement.items"), doc:figure("disclosure.procurement.amount")
    if items.state ~= "value" or amount.state ~= "value" or (items.value > 0) == (amount.value > 0) then return end
    local empty = items.value > 0 and amount or items
    report({
      at = empty,
      message = items.value > 0 and "no_amount" or "no_items",
      data = { items = text.number(items.value), amount = text.number(amount.value) },
      operands = { items, amount },
    })
  end,
}
