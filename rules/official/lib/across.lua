-- SPDX-License-Identifier: Apache-2.0
-- Figures of several reports side by side.

local text = require("text")

local across = {
  -- What across.compare() says.
  differs = {
    zh = "由{last_year}年报告推算，{year}年“{label}”应为 {expected}，报告为 {stated}。",
    en = "From the {last_year} report, “{label}” of {year} should be {expected}; the report says {stated}.",
  },
}

-- The report as people speak of it: 某县石桥镇人民政府2022年.
function across.name(report)
  return (report.agency or report.path) .. (report.year and report.year .. "年" or "")
end

-- The figures with these ids, where all of them are numbers in one unit.
function across.values(report, ids)
  local figures = {}
  for i, id in ipairs(ids) do
    local figure = report:figure(id)
    if figure.state ~= "value" or figure.unit ~= figure.official_unit then return end
    figures[i] = figure
  end
  return figures
end

-- What one year's figures come to, against what the next year says. `old` are of the earlier report, `new` of the later one, the
-- last of them is the figure in doubt; `sum` is the calculation written out and its result.
function across.compare(report, pair, old, new, sum)
  local stated = new[#new]
  if stated.value == sum.value then return end
  local operands = {}
  for _, figure in ipairs(old) do operands[#operands + 1] = figure end
  for _, figure in ipairs(new) do operands[#operands + 1] = figure end
  report({
    at = stated, message = "differs", operands = operands, cause = sum.cause,
    calculation = sum.written .. " ≠ " .. text.number(stated.value),
    data = {
      last_year = pair.earlier.year, year = pair.later.year, label = stated.label, last_label = old[1].label,
      expected = text.number(sum.value), stated = text.number(stated.value),
    },
  })
end

return across
