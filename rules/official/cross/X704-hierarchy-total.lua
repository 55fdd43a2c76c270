-- SPDX-License-Identifier: Apache-2.0
local across = require("across")
local law = require("law")
local text = require("text")

-- Numbers only: a blank cell of a subordinate leaves the sum open. With it, the sum and the figures that are not zero.
local function add_up(reports, id)
  local sum, figures = 0, {}
  for _, each in ipairs(reports) do
    local found = across.values(each, { id })
    if not found then return end
    sum = sum + found[1].value
    if found[1].value ~= 0 then figures[#figures + 1] = found[1] end
  end
  return sum, figures
end

local function written(figures)
  local values = {}
  for i, figure in ipairs(figures) do values[i] = text.number(figure.value) end
  if #values > 8 then return text.join({ table.concat(values, " + ", 1, 8), "……" }):gsub("、", " + ") .. "（" .. #values .. " 项）" end
  return #values == 0 and "0" or table.concat(values, " + ")
end

return {
  id = "X704",
  name = "hierarchy-total",
  severity = "error",
  title = { zh = "汇总报告与下级报告不符", en = "Summary does not agree with the subordinates" },
  basis = { law.regulation_49, law.regulation_50 },
  what = {
    zh = "上级汇总报告的每个数应当等于所属各单位报告的合计。上下级关系以配置的 hierarchy 文件为准。",
    en = "Each figure of a summary report equals the sum of the subordinates' reports, as the configured hierarchy has them.",
  },
  why = {
    zh = "汇总数由各单位的数相加得来；不相等，说明有单位漏报、重报，或者汇总时算错。",
    en = "A summary adds up; where it does not, a unit was left out, counted twice or added wrongly.",
  },
  bad = { zh = "县汇总：新收申请 30；所属各单位合计 10 + 12 + 7 = 29" },
  good = { zh = "县汇总：新收申请 29；所属各单位合计 10 + 12 + 7 = 29" },
  advice = { zh = "逐个核对所属单位的报告，改正汇总数或填错的单位。", en = "Check the units one by one and correct the summary or the unit that is wrong." },
  messages = {
    differs = {
      zh = "“{label}”汇总为 {stated}，所属 {count} 个单位合计 {sum}，相差 {difference}。",
      en = "“{label}” is {stated} in the summary; the {count} subordinates come to {sum}, a difference of {difference}.",
    },
    exceeds = {
      zh = "“{label}”汇总为 {stated}，仅已有报告的 {count} 个所属单位合计就有 {sum}。",
      en = "“{label}” is {stated} in the summary; the {count} subordinates whose reports are here already come to {sum}.",
    },
  },
  check_group = function(group, report)
    local superior, reports = group.superior, group:reports()
    for _, each in ipairs(reports) do
      if each.format ~= superior.format then return end
    end
    for _, figure in ipairs(superior:figures()) do
      local stated = across.values(superior, { figure.id })
      local sum, figures
      if stated and figure.kind ~= "change" then sum, figures = add_up(reports, figure.id) end
      -- Amounts are added in binary fractions here: what is less than a hundredth apart is equal.
      if sum and (sum - stated[1].value > 0.005 or (group.complete and stated[1].value - sum > 0.005)) then
        local operands = { stated[1] }
        for _, each in ipairs(figures) do operands[#operands + 1] = each end
        report({
          at = stated[1], message = group.complete and "differs" or "exceeds", operands = operands,
          cause = "hierarchy:" .. figure.table,
          calculation = written(figures) .. " = " .. text.number(sum) .. " ≠ " .. text.number(stated[1].value),
          data = {
            stated = text.number(stated[1].value), sum = text.number(sum), count = #reports,
            difference = text.number(math.abs(sum - stated[1].value)),
          },
        })
      end
    end
  end,
}
